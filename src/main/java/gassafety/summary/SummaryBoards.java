package gassafety.summary;

import gassafety.calendar.Today;
import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.summary.Summaries.Version;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which bureaus have handed in the summaries of which phases. */
@Component
class SummaryBoards {

    private final Summaries summaries;
    private final Campaigns campaigns;
    private final Offices offices;
    private final Today today;

    SummaryBoards(Summaries summaries, Campaigns campaigns, Offices offices, Today today) {
        this.summaries = summaries;
        this.campaigns = campaigns;
        this.offices = offices;
        this.today = today;
    }

    /**
     * The bureaus × phases of a campaign.
     *
     * @param phases those that have begun
     */
    record Board(CampaignInfo campaign, List<Phase> phases, List<Row> rows) {}

    /** A bureau with its summaries. */
    record Row(String officeName, List<Cell> cells) {}

    /**
     * A bureau's summary of a phase.
     *
     * @param last null before the first version
     */
    record Cell(Subject subject, @Nullable Version last, boolean late) {

        public Phase phase() {
            return subject.phase();
        }

        public String address() {
            return subject.address();
        }
    }

    /** Every campaign that has begun, the last one first, with the bureaus that the caller reads. */
    @Transactional(readOnly = true)
    public List<Board> of(Caller caller) {
        String path = Objects.requireNonNull(caller.scope().officePath());
        List<Office> bureaus = offices.below(path).stream()
                .filter(office -> office.getKind().isBureau())
                .toList();
        return campaigns.all().stream()
                .filter(campaign -> !campaign.firstDay().isAfter(today.day()))
                .map(campaign -> board(campaign, bureaus, summaries.latest(campaign, path)))
                .toList();
    }

    private Board board(CampaignInfo campaign, List<Office> bureaus, List<Version> latest) {
        List<Phase> begun = campaign.phases().stream()
                .filter(phase -> !phase.from().isAfter(today.day()))
                .toList();
        return new Board(
                campaign,
                begun,
                bureaus.stream()
                        .map(bureau -> new Row(
                                bureau.getShortName(),
                                begun.stream()
                                        .map(phase -> cell(new Subject(campaign, phase, bureau), latest))
                                        .toList()))
                        .toList());
    }

    private Cell cell(Subject subject, List<Version> latest) {
        Version last = latest.stream()
                .filter(version -> version.officeId() == subject.bureau().getId()
                        && version.phase() == subject.phase().number())
                .findFirst()
                .orElse(null);
        return new Cell(
                subject, last, last == null && subject.phase().summaryDue().isBefore(today.day()));
    }
}
