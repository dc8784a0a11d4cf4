package gassafety.plan;

import java.util.EnumSet;
import java.util.Set;

/** Where a task stands. */
enum TaskState {
    PLANNED("计划", "open"),
    ASSIGNED("已派发", "wait"),
    INSPECTING("检查中", "wait"),
    DONE("已完成", "done"),
    WITHDRAWN("撤回", "");

    private final String label;
    private final String tone;

    TaskState(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    /** All legal transitions; 检查中 and 已完成 follow from the inspection, also of a task that nobody assigned. */
    Set<TaskState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(ASSIGNED, INSPECTING, DONE, WITHDRAWN);
            case ASSIGNED -> EnumSet.of(ASSIGNED, PLANNED, INSPECTING, DONE, WITHDRAWN);
            case INSPECTING -> EnumSet.of(ASSIGNED, PLANNED, DONE, WITHDRAWN);
            case DONE, WITHDRAWN -> EnumSet.noneOf(TaskState.class);
        };
    }

    boolean mayBecome(TaskState state) {
        return next().contains(state);
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }

    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }
}
