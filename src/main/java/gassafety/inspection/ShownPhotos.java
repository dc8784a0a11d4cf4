package gassafety.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The photos beside each item that a page shows, as the page says it: 4-101.4-102. What can't be read is not shown. */
record ShownPhotos(Map<Integer, Set<Long>> byPosition) {

    private static final Pattern ONE = Pattern.compile("(?<![0-9])([0-9]{1,4})-([0-9]{1,18})(?![0-9])");

    static ShownPhotos read(String said) {
        Map<Integer, Set<Long>> shown = new HashMap<>();
        Matcher found = ONE.matcher(said);
        while (found.find()) {
            shown.computeIfAbsent(Integer.valueOf(found.group(1)), position -> new TreeSet<>())
                    .add(Long.valueOf(found.group(2)));
        }
        return new ShownPhotos(shown);
    }

    /** Positions at which other photos stand than are shown. */
    List<Integer> differing(Map<Integer, Set<Long>> standing) {
        Set<Integer> positions = new TreeSet<>(standing.keySet());
        positions.addAll(byPosition.keySet());
        return positions.stream()
                .filter(position ->
                        !standing.getOrDefault(position, Set.of()).equals(byPosition.getOrDefault(position, Set.of())))
                .toList();
    }
}
