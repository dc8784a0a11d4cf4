package gassafety.returns;

import java.util.Arrays;
import java.util.Optional;

/** What is decided about a workbook that was handed in. */
enum SheetStep {
    ACCEPT("acceptance", "接收", SheetState.WAITING, SheetState.ACCEPTED),
    REFUSE("rejection", "退回", SheetState.WAITING, SheetState.REFUSED),
    WITHDRAW("withdrawal", "撤销接收", SheetState.ACCEPTED, SheetState.WITHDRAWN);

    private final String path;
    private final String label;
    private final SheetState from;
    private final SheetState to;

    SheetStep(String path, String label, SheetState from, SheetState to) {
        this.path = path;
        this.label = label;
        this.from = from;
        this.to = to;
    }

    static Optional<SheetStep> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    /** Last part of the address of the page on which it is taken. */
    public String getPath() {
        return path;
    }

    public String getLabel() {
        return label;
    }

    SheetState from() {
        return from;
    }

    SheetState to() {
        return to;
    }
}
