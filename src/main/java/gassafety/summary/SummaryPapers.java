package gassafety.summary;

import gassafety.campaign.Campaigns;
import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.office.RecordKind;
import gassafety.summary.Summaries.Version;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The last version of each stage summary of a bureau. */
@Component
class SummaryPapers implements OfficePapers {

    private final Summaries summaries;
    private final Campaigns campaigns;

    SummaryPapers(Summaries summaries, Campaigns campaigns) {
        this.summaries = summaries;
        this.campaigns = campaigns;
    }

    @Override
    public String folder() {
        return "8 阶段总结";
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (!request.scope().reads(RecordKind.RETURNS)) {
            return;
        }
        for (Version last :
                summaries.latest(campaigns.on(request.to()), request.office().getPath())) {
            if (last.officeId() == request.office().getId()) {
                byte[] content = summaries.content(last);
                sink.put("第" + last.phase() + "阶段 " + last.fileName(), out -> out.write(content));
            }
        }
    }
}
