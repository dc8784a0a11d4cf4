package gassafety.duty;

import gassafety.journal.Act;
import gassafety.web.Labelled;
import java.util.EnumSet;
import java.util.Set;

/** What an act shows of an inspector's work. */
enum DutyKind implements Labelled {
    CHECKED(
            "检查",
            EnumSet.of(
                    Act.INSPECTION_STARTED,
                    Act.VISIT_MADE,
                    Act.INSPECTED,
                    Act.INSPECTION_SUPPLEMENTED,
                    Act.INSPECTION_TERMINATED,
                    Act.INSPECTION_CLOSED,
                    Act.HAZARD_REGISTERED,
                    Act.RECTIFICATION_ORDERED,
                    Act.HAZARD_SEEN_PUT_RIGHT,
                    Act.HAZARD_SEEN_NOT_PUT_RIGHT,
                    Act.HAZARD_RELAPSED)),
    URGED("催办", EnumSet.of(Act.HAZARD_URGED, Act.TASK_URGED, Act.RETURN_URGED)),
    RECHECKED(
            "复查",
            EnumSet.of(
                    Act.RECHECK_RECORDED,
                    Act.RECHECK_PASSED,
                    Act.RECHECK_FAILED,
                    Act.RECHECK_DISPUTED,
                    Act.LOOKBACK_WRITTEN,
                    Act.LOOKBACK_DISPUTED,
                    Act.LOOKBACK_IN_PLACE,
                    Act.LOOKBACK_RELAPSED,
                    Act.LOOKBACK_UNSEEN)),
    REPORTED("上报", EnumSet.of(Act.MAJOR_HAZARD_REPORTED, Act.RETURN_SUBMITTED, Act.RETURN_REPORTED)),
    /** Signatures under inspection records, which the records themselves tell. */
    SIGNED("签字", EnumSet.noneOf(Act.class)),
    /** Every other act. */
    OTHER("其他", EnumSet.noneOf(Act.class));

    private final String label;
    private final Set<Act> acts;

    DutyKind(String label, Set<Act> acts) {
        this.label = label;
        this.acts = acts;
    }

    @Override
    public String getLabel() {
        return label;
    }

    Set<Act> acts() {
        return acts;
    }
}
