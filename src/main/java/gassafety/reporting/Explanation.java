package gassafety.reporting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands beside the entries that a figure is made of, with its records as positions of the journal.
 *
 * @param missed how many entries don't count, by reason
 * @param misses the latest of them
 * @param typed how many records were kept by hand
 * @param latestTyped the latest entry of each of the latest of them
 * @param shared how many subjects stand in the figures of several offices below
 * @param difference how many more those offices have together
 * @param latestShared the latest of those subjects
 * @param heads how much of the figure was only counted by heads, among subjects that are told apart
 */
record Explanation(
        Map<String, Long> missed,
        List<Miss> misses,
        long typed,
        List<Long> latestTyped,
        long shared,
        long difference,
        List<SharedSubject> latestShared,
        BigDecimal heads) {

    /** How many of each the lists hold while they are kept, so that some can go and enough are left. */
    static final int KEPT = 200;

    /** How many of each are shown. */
    static final int SHOWN = 100;

    /** An entry that doesn't count, and why. */
    record Miss(long position, String reason) {}

    /** The latest entry of a subject, and the offices that count it. */
    record SharedSubject(long position, List<String> offices) {}

    List<Long> positionsOfRecords() {
        return Stream.concat(misses.stream().map(Miss::position), latestTyped.stream())
                .toList();
    }

    List<Long> positionsOfSubjects() {
        return latestShared.stream().map(SharedSubject::position).toList();
    }

    /**
     * This one, brought up to what was posted since.
     *
     * @param ofRecords those of the positions named here whose records something was posted about
     * @param ofSubjects the same of subjects
     * @param was what this one says of such records and subjects alone
     * @param now what is to be said of them now
     */
    Explanation broughtUp(Set<Long> ofRecords, Set<Long> ofSubjects, Explanation was, Explanation now) {
        Map<String, Long> counts = new HashMap<>(missed);
        now.missed.forEach((reason, entries) -> counts.merge(reason, entries, Long::sum));
        was.missed.forEach((reason, entries) -> counts.merge(reason, -entries, Long::sum));
        counts.values().removeIf(entries -> entries == 0);
        long lastMiss = last(misses.stream().map(Miss::position).toList());
        long lastTyped = last(latestTyped);
        long lastShared = last(positionsOfSubjects());
        return new Explanation(
                counts,
                Stream.concat(
                                misses.stream().filter(miss -> !ofRecords.contains(miss.position())),
                                now.misses.stream().filter(miss -> miss.position() >= lastMiss))
                        .sorted((one, other) -> Long.compare(other.position(), one.position()))
                        .limit(KEPT)
                        .toList(),
                typed - was.typed + now.typed,
                Stream.concat(
                                latestTyped.stream().filter(position -> !ofRecords.contains(position)),
                                now.latestTyped.stream().filter(position -> position >= lastTyped))
                        .sorted((one, other) -> Long.compare(other, one))
                        .limit(KEPT)
                        .toList(),
                shared - was.shared + now.shared,
                difference - was.difference + now.difference,
                Stream.concat(
                                latestShared.stream().filter(subject -> !ofSubjects.contains(subject.position())),
                                now.latestShared.stream().filter(subject -> subject.position() >= lastShared))
                        .sorted((one, other) -> Long.compare(other.position(), one.position()))
                        .limit(KEPT)
                        .toList(),
                heads.subtract(was.heads).add(now.heads));
    }

    /** Below the last of a list that was cut there may be others that were not kept. */
    private static long last(List<Long> positions) {
        return positions.size() < KEPT ? Long.MIN_VALUE : positions.get(positions.size() - 1);
    }

    /** Whether the lists still hold as many as are shown, or all there are. */
    boolean hasEnough() {
        long all = missed.values().stream().mapToLong(Long::longValue).sum();
        return misses.size() >= Math.min(SHOWN, all)
                && latestTyped.size() >= Math.min(SHOWN, typed)
                && latestShared.size() >= Math.min(SHOWN, shared);
    }
}
