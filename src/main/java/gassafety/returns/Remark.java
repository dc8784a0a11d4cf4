package gassafety.returns;

import java.util.List;

/**
 * What a check found.
 *
 * @param name of the check, with the line's number where it looks at each line
 * @param hard whether it stands in the way; an explanation is enough otherwise
 * @param causes the records that it comes from
 */
record Remark(String name, boolean hard, String message, List<Cause> causes) {

    /** A record, or the list of records of a figure. */
    record Cause(String label, String address) {}
}
