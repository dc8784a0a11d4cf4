package gassafety.clearing;

/** Where a hazard stands for the board; each stands in exactly one. */
enum Outcome {
    ON_THE_SPOT,
    IN_TIME,
    LATE,
    ENDED,
    OVERDUE,
    OPEN;

    boolean isClosed() {
        return this == ON_THE_SPOT || this == IN_TIME || this == LATE;
    }

    boolean isOpen() {
        return this == OVERDUE || this == OPEN;
    }
}
