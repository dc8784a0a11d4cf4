package gassafety.coverage;

import gassafety.campaign.CampaignInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which units are to be inspected: a phase of the campaign, or all of it.
 *
 * @param key in addresses: the number of the phase, or {@code campaign}
 * @param to the last day, or null while it has not passed
 */
record Period(
        String key, String name, LocalDate from, @Nullable LocalDate to) {

    static final String CAMPAIGN = "campaign";

    /** The phases that have begun, and the whole campaign last. */
    static List<Period> begun(CampaignInfo campaign, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        campaign.phases().stream()
                .filter(phase -> !phase.from().isAfter(today))
                .forEach(phase -> periods.add(new Period(
                        String.valueOf(phase.number()),
                        phase.includes(today) ? "本阶段" : "第" + phase.number() + "阶段",
                        phase.from(),
                        phase.to().isBefore(today) ? phase.to() : null)));
        periods.add(new Period(CAMPAIGN, "专项行动以来", campaign.firstDay(), null));
        return periods;
    }

    /** The days it covers, as they are said: 2023-09-01 起. */
    public String days() {
        return from + (to == null ? " 起" : " 至 " + to);
    }

    /** What the register's list takes to show the units that were, or were not, inspected in it. */
    String filter(boolean inspected) {
        return (inspected ? "&inspected=" : "&uninspected=") + from + (to == null ? "" : "&by=" + to);
    }
}
