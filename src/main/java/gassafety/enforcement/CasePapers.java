package gassafety.enforcement;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.office.RecordKind;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The cases of an office. */
@Component
class CasePapers implements OfficePapers {

    private final CaseReader reader;

    CasePapers(CaseReader reader) {
        this.reader = reader;
    }

    @Override
    public String folder() {
        return "4 案件";
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (request.scope().reads(RecordKind.CASES)) {
            sink.put(
                    "案件.xlsx",
                    out -> CaseController.WORKBOOK.write(
                            out, row -> reader.each(CaseFilter.NONE, request.scope(), row)));
        }
    }
}
