package gassafety.hazard;

import static gassafety.hazard.HazardAct.CHECK_MEASURE;
import static gassafety.hazard.HazardAct.CLOSE;
import static gassafety.hazard.HazardAct.COUNTERSIGN;
import static gassafety.hazard.HazardAct.DECIDE_ENDING;
import static gassafety.hazard.HazardAct.DECIDE_EXTENSION;
import static gassafety.hazard.HazardAct.DETERMINE;
import static gassafety.hazard.HazardAct.LIFT;
import static gassafety.hazard.HazardAct.ORDER;
import static gassafety.hazard.HazardAct.PROPOSE_ENDING;
import static gassafety.hazard.HazardAct.RECEIPT;
import static gassafety.hazard.HazardAct.RECHECK;
import static gassafety.hazard.HazardAct.RECTIFY;
import static gassafety.hazard.HazardAct.REPORT_UP;
import static gassafety.hazard.HazardAct.REQUEST_EXTENSION;
import static gassafety.hazard.HazardAct.REVIEW;
import static gassafety.hazard.HazardAct.SUPERVISE;

import gassafety.web.Labelled;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a hazard stands. The notice's 待复查 ends with two signatures on the recheck; what then waits for the 所长, and
 * for 特设科 when it is major, has states of its own, because different people act in them.
 */
public enum HazardState implements Labelled {
    REGISTERED("已登记", "open"),
    ON_THE_SPOT("立行立改", "open"),
    RECTIFYING("整改中", "open"),
    AWAITING_RECHECK("待复查", "wait"),
    AWAITING_CLOSURE("待销号", "wait"),
    AWAITING_SECTION("待特设科确认", "wait"),
    CLOSED("已销号", "done"),
    TERMINATED("终止", "done"),
    TRANSFERRED("已移送其他部门", "done"),
    VOIDED("误登", "done");

    private final String label;
    private final String tone;

    HazardState(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    /** The state that people call by this word. */
    public static Optional<HazardState> called(String word) {
        return Stream.of(values()).filter(state -> state.label.equals(word)).findFirst();
    }

    /** Every act that is possible in this state, with the states it can lead to: the one place that says so. */
    Map<HazardAct, Set<HazardState>> ways() {
        Map<HazardAct, Set<HazardState>> ways = new EnumMap<>(HazardAct.class);
        switch (this) {
            case REGISTERED -> ways.put(ORDER, Set.of(ON_THE_SPOT, RECTIFYING));
            case ON_THE_SPOT -> ways.put(RECTIFY, Set.of(AWAITING_RECHECK));
            case RECTIFYING -> {
                ways.put(RECTIFY, Set.of(AWAITING_RECHECK));
                ways.put(REQUEST_EXTENSION, Set.of(this));
                ways.put(DECIDE_EXTENSION, Set.of(this));
                ways.put(CHECK_MEASURE, Set.of(this));
            }
            case AWAITING_RECHECK -> {
                ways.put(RECHECK, Set.of(this));
                ways.put(COUNTERSIGN, Set.of(this, AWAITING_CLOSURE, RECTIFYING));
            }
            case AWAITING_CLOSURE -> ways.put(CLOSE, Set.of(CLOSED, AWAITING_SECTION));
            case AWAITING_SECTION -> ways.put(CLOSE, Set.of(CLOSED));
            case CLOSED -> {
                ways.put(REVIEW, Set.of(this));
                ways.put(RECEIPT, Set.of(this));
                ways.put(LIFT, Set.of(this));
            }
            case TERMINATED, TRANSFERRED -> ways.put(REVIEW, Set.of(this));
            case VOIDED -> {}
        }
        if (isOpen() && this != REGISTERED) {
            ways.put(DETERMINE, Set.of(this));
            ways.put(REPORT_UP, Set.of(this));
            ways.put(RECEIPT, Set.of(this));
            ways.put(SUPERVISE, Set.of(this));
            ways.put(REVIEW, Set.of(this));
            ways.put(PROPOSE_ENDING, Set.of(this));
            ways.put(DECIDE_ENDING, endsOr(this));
        }
        return ways;
    }

    public boolean isOpen() {
        return this != CLOSED && !isOtherEnd();
    }

    /** Ended otherwise than by being put right. */
    boolean isOtherEnd() {
        return this == TERMINATED || this == TRANSFERRED || this == VOIDED;
    }

    /** Whether the term to put it right is running. */
    boolean isTermRunning() {
        return this == ON_THE_SPOT || this == RECTIFYING;
    }

    @Override
    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }

    private static Set<HazardState> endsOr(HazardState here) {
        return Set.of(TERMINATED, TRANSFERRED, VOIDED, here);
    }
}
