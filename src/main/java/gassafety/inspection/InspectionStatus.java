package gassafety.inspection;

import java.util.EnumSet;
import java.util.Set;

/** Where an inspection stands. */
enum InspectionStatus {
    IN_PROGRESS("检查中", "open"),
    /** At least one inspector has signed: the content is frozen. */
    TO_SIGN("待签字", "wait"),
    SIGNED("已签字", "done"),
    /** All inspectors signed; the unit's person refused or was absent. It counts like a signed one. */
    NOT_SIGNED_BY_UNIT("拒签/不在场", "done"),
    CLOSED("已办结", "done"),
    TERMINATED("终止", "");

    private final String label;
    private final String tone;

    InspectionStatus(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    /** All legal transitions: verbs and pages ask here. */
    Set<InspectionStatus> next() {
        return switch (this) {
            case IN_PROGRESS -> EnumSet.of(TO_SIGN, TERMINATED);
            case TO_SIGN -> EnumSet.of(SIGNED, NOT_SIGNED_BY_UNIT, TERMINATED);
            case SIGNED, NOT_SIGNED_BY_UNIT -> EnumSet.of(CLOSED);
            case CLOSED, TERMINATED -> EnumSet.noneOf(InspectionStatus.class);
        };
    }

    public boolean mayBecome(InspectionStatus status) {
        return next().contains(status);
    }

    /** Whether it is a record that counts, and that its unit may see. */
    public boolean isComplete() {
        return this == SIGNED || this == NOT_SIGNED_BY_UNIT || this == CLOSED;
    }

    /** Whether answers or signatures may still be added. */
    boolean isOpen() {
        return this == IN_PROGRESS || this == TO_SIGN;
    }

    public boolean isTakingAnswers() {
        return this == IN_PROGRESS;
    }

    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }
}
