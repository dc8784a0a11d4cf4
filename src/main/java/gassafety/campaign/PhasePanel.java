package gassafety.campaign;

import gassafety.calendar.Today;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.RecordKind;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells bureaus and their departments how long the phase still runs; the 所 have their days full of other things. */
@Component
class PhasePanel implements DeskPanel {

    private final Campaigns campaigns;
    private final Today today;

    PhasePanel(Campaigns campaigns, Today today) {
        this.campaigns = campaigns;
        this.today = today;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!caller.scope().reads(RecordKind.ANNEX3) || desk.getKind() == OfficeKind.FIELD_OFFICE) {
            return List.of();
        }
        LocalDate day = today.day();
        return campaigns.phaseOn(day).map(phase -> block(phase, day, caller)).stream()
                .toList();
    }

    private DeskBlock block(Phase phase, LocalDate day, Caller caller) {
        return new DeskBlock(
                190,
                phase.name(),
                String.valueOf(campaigns.workingDaysLeft(phase, day)),
                "个工作日后结束（" + phase.to() + "）",
                "/campaign",
                List.of(new DeskBlock.Line(
                        "阶段性工作总结",
                        null,
                        phase.summaryDue() + " 前",
                        caller.scope().reads(RecordKind.RETURNS) ? "/summaries" : "/campaign",
                        false)));
    }
}
