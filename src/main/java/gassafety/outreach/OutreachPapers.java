package gassafety.outreach;

import gassafety.attachment.Attachment;
import gassafety.attachment.Attachments;
import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.office.RecordKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an office did for publicity, training and mechanisms in these days, with the files that prove it. */
@Component
class OutreachPapers implements OfficePapers {

    private final OutreachRecords records;
    private final Attachments attachments;

    OutreachPapers(OutreachRecords records, Attachments attachments) {
        this.records = records;
        this.attachments = attachments;
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
            List<OutreachRecord> found = new ArrayList<>();
            records.each(filter, request.office().getPath(), found::add);
            sink.put("宣传培训.xlsx", out -> OutreachController.WORKBOOK.write(out, found::forEach));
            for (OutreachRecord record : found) {
                for (Attachment file : attachments.of(record.source())) {
                    sink.put(
                            record.day() + " " + record.title() + " " + file.name(),
                            out -> out.write(
                                    attachments.read(record.source(), file.id()).bytes()));
                }
            }
        }
    }
}
