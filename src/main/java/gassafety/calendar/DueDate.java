package gassafety.calendar;

import java.time.LocalDate;

/** The last day of a term, and the edition of the deadline that set it. */
public record DueDate(LocalDate day, String deadlineCode, int edition) {}
