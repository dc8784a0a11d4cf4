package gassafety.web;

/** Shares as boards and lists print them. */
public final class Percent {

    private static final String NOTHING = "—";

    private Percent() {}

    /** In whole percent rounded half up, but 100% only for all of it: 67%; — of nothing. */
    public static String of(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        long rounded = (200 * part + whole) / (2 * whole);
        return (part < whole ? Math.min(rounded, 99) : rounded) + "%";
    }
}
