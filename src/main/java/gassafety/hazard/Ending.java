package gassafety.hazard;

import gassafety.journal.Act;

/** How a hazard can end otherwise than by being put right. */
public enum Ending {
    TERMINATED("终止（单位关闭、注销或被取缔）", HazardState.TERMINATED, Act.HAZARD_TERMINATED),
    TRANSFERRED("移送其他部门", HazardState.TRANSFERRED, Act.HAZARD_TRANSFERRED),
    VOIDED("误登", HazardState.VOIDED, Act.HAZARD_VOIDED);

    private final String label;
    private final HazardState state;
    private final Act act;

    Ending(String label, HazardState state, Act act) {
        this.label = label;
        this.state = state;
        this.act = act;
    }

    public String getLabel() {
        return label;
    }

    HazardState state() {
        return state;
    }

    Act act() {
        return act;
    }
}
