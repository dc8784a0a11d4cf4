package gassafety.summary;

import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.office.RecordKind;
import gassafety.summary.Summaries.Version;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The last version of each stage summary of a bureau, of the phases that the days asked for touch. */
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
        CampaignInfo campaign = campaigns.on(request.to());
        Set<Integer> phases = campaign.phases().stream()
                .filter(phase ->
                        !phase.to().isBefore(request.from()) && !phase.from().isAfter(request.to()))
                .map(Phase::number)
                .collect(Collectors.toSet());
        for (Version last : summaries.latest(campaign, request.office().getPath())) {
            if (last.officeId() == request.office().getId() && phases.contains(last.phase())) {
                byte[] content = summaries.content(last);
                sink.put("第" + last.phase() + "阶段 " + last.fileName(), out -> out.write(content));
            }
        }
    }
}
