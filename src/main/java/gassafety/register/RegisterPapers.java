package gassafety.register;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.office.RecordKind;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The units on the books of an office, as they are now. */
@Component
class RegisterPapers implements OfficePapers {

    private final EnterpriseList list;

    RegisterPapers(EnterpriseList list) {
        this.list = list;
    }

    @Override
    public String folder() {
        return "0 监管对象";
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (request.scope().reads(RecordKind.ENTERPRISES)) {
            sink.put(
                    "监管对象.xlsx",
                    out -> EnterpriseController.WORKBOOK.write(
                            out, row -> list.each(EnterpriseFilter.ALL, request.scope(), row)));
        }
    }
}
