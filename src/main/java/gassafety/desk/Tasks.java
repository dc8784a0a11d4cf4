package gassafety.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What waits for a person.
 *
 * @param first the most urgent, on top
 * @param total how many there are
 * @param more whether there may be more than that, because not all were looked through
 */
public record Tasks(List<Task> first, long total, boolean more) {

    public static final Tasks NONE = new Tasks(List.of(), 0, false);

    public Tasks {
        first = first.stream()
                .sorted(Comparator.comparingInt(Task::workingDaysLate)
                        .reversed()
                        .thenComparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    public static Tasks of(Task one) {
        return new Tasks(List.of(one), 1, false);
    }

    public Tasks and(Tasks other) {
        return new Tasks(
                Stream.concat(first.stream(), other.first.stream()).toList(), total + other.total, more || other.more);
    }

    /** At most so many of the first. */
    Tasks atMost(int most) {
        return new Tasks(first.stream().limit(most).toList(), total, more);
    }

    /** How many, as it is said: 7, or 200+. */
    public String getCount() {
        return total + (more ? "+" : "");
    }
}
