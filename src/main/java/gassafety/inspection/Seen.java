package gassafety.inspection;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of each item that a page shows, as the page says it: 4-1.17-3. What can't be read counts as not seen. */
record Seen(Map<Integer, Integer> versions) {

    private static final Pattern ONE = Pattern.compile("(?<![0-9])([0-9]{1,4})-([0-9]{1,6})(?![0-9])");

    static Seen read(String said) {
        Map<Integer, Integer> versions = new HashMap<>();
        Matcher found = ONE.matcher(said);
        while (found.find()) {
            versions.put(Integer.valueOf(found.group(1)), Integer.valueOf(found.group(2)));
        }
        return new Seen(versions);
    }

    boolean isBefore(int position, int version) {
        return versions.getOrDefault(position, 0) < version;
    }
}
