package gassafety.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.reporting.Explanation.Miss;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Lists of what is kept are cut: what is shown of them is the latest all the same, or they are made anew. */
class ExplanationTest {

    private static final int ALL = Explanation.KEPT + 250;

    @Test
    void aListThatLostTooMuchIsNotTakenForTheLatest() {
        Explanation kept = missing(ALL, Explanation.KEPT, ALL);
        Set<Long> signed = positions(ALL, Explanation.KEPT).boxed().collect(Collectors.toSet());
        Explanation now =
                kept.broughtUp(signed, Set.of(), missing(ALL, Explanation.KEPT, Explanation.KEPT), missing(1, 1, 1));
        assertThat(now.missed()).containsEntry("尚未签字", 251L);
        assertThat(now.misses()).as("the oldest is not among the latest").isEmpty();
        assertThat(now.hasEnough()).isFalse();
    }

    @Test
    void aListThatLostLittleStillShowsTheLatest() {
        Explanation kept = missing(ALL, Explanation.KEPT, ALL);
        Set<Long> signed = positions(ALL, 50).boxed().collect(Collectors.toSet());
        Explanation now = kept.broughtUp(signed, Set.of(), missing(ALL, 50, 50), missing(ALL + 1, 1, 1));
        assertThat(now.hasEnough()).isTrue();
        assertThat(now.misses()).first().extracting(Miss::position).isEqualTo(ALL + 1L);
        assertThat(now.misses()).element(1).extracting(Miss::position).isEqualTo(ALL - 50L);
    }

    /** So many entries that don't count, of which the latest, at this position, and those before it are listed. */
    private static Explanation missing(long latest, int listed, long all) {
        return new Explanation(
                Map.of("尚未签字", all),
                positions(latest, listed)
                        .mapToObj(position -> new Miss(position, "尚未签字"))
                        .toList(),
                0,
                List.of(),
                0,
                0,
                List.of(),
                BigDecimal.ZERO);
    }

    private static LongStream positions(long latest, int entries) {
        return LongStream.iterate(latest, position -> position - 1).limit(entries);
    }
}
