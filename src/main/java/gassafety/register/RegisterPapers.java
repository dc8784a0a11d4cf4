package gassafety.register;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.desk.UnitPapers;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The units on the books of an office, or the line of one unit among them, as they are now. */
@Component
class RegisterPapers implements UnitPapers, OfficePapers {

    private final EnterpriseList list;

    RegisterPapers(EnterpriseList list) {
        this.list = list;
    }

    @Override
    public String folder() {
        return "0 监管对象";
    }

    @Override
    public void each(long enterpriseId, Caller caller, PaperSink sink) throws IOException {
        put(EnterpriseFilter.ALL.only(enterpriseId), caller.scope(), sink);
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (request.scope().reads(RecordKind.ENTERPRISES)) {
            put(EnterpriseFilter.ALL, request.scope(), sink);
        }
    }

    private void put(EnterpriseFilter filter, Scope scope, PaperSink sink) throws IOException {
        sink.put("监管对象.xlsx", out -> EnterpriseController.WORKBOOK.write(out, row -> list.each(filter, scope, row)));
    }
}
