package gassafety.plan;

import gassafety.checklist.Checklist;
import java.time.LocalDate;

/**
 * What a plan says of all its tasks.
 *
 * @param key name of the request: the same name gives the same plan again
 * @param byOwnOffice whether the office that orders inspects itself, instead of those in charge of the units
 */
public record Order(String key, String title, String note, Checklist list, LocalDate due, boolean byOwnOffice) {}
