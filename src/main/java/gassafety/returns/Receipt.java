package gassafety.returns;

import java.time.LocalDate;

/**
 * The superior office's receipt of a return.
 *
 * @param text number, or who received it and how
 */
public record Receipt(String text, LocalDate day) {}
