package gassafety.inspection;

import java.time.LocalDate;

/**
 * An inspection as other rooms name it: which unit was visited, and on what day.
 *
 * @param findings lines that are 不符合; 0 until it is signed
 */
public record Visit(long id, long enterpriseId, LocalDate day, int findings) {}
