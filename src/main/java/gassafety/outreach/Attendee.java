package gassafety.outreach;

/**
 * Someone who took part in a training session.
 *
 * @param masked the ID number as it is shown; empty when none was given
 * @param person what tells people apart: keyed hash of the ID number, else hash of name and employer
 */
public record Attendee(String name, String employer, String masked, String person) {}
