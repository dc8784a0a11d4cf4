package gassafety.outreach;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.office.RecordKind;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an office did for publicity, training and mechanisms in these days. */
@Component
class OutreachPapers implements OfficePapers {

    private final OutreachRecords records;

    OutreachPapers(OutreachRecords records) {
        this.records = records;
    }

    @Override
    public String folder() {
        return "5 宣传培训";
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (request.scope().reads(RecordKind.OUTREACH)) {
            OutreachFilter filter = OutreachFilter.of(
                    Map.of("from", request.from().toString(), "to", request.to().toString()));
            sink.put(
                    "宣传培训.xlsx",
                    out -> OutreachController.WORKBOOK.write(
                            out, row -> records.each(filter, request.office().getPath(), row)));
        }
    }
}
