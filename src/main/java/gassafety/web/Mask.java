package gassafety.web;

/** Personal data as lists, pages and exports show it. */
public final class Mask {

    private static final int SHORTEST_TO_SHOW_BOTH_ENDS = 10;

    private Mask() {}

    /** A phone number with only its first 3 and last 4 characters; shorter numbers keep their first only. */
    public static String phone(String number) {
        if (number.isEmpty()) {
            return number;
        }
        return number.length() < SHORTEST_TO_SHOW_BOTH_ENDS
                ? number.charAt(0) + "****"
                : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }

    /** An ID number with only its first 3 and last 2 characters; no shorter than ten characters. */
    public static String idNumber(String number) {
        return number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }
}
