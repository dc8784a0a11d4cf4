package gassafety.inspection;

import java.time.LocalDate;

/** An inspection as other rooms name it: which unit was visited, and on what day. */
public record Visit(long id, long enterpriseId, LocalDate day) {}
