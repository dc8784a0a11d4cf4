package gassafety.reporting;

import gassafety.journal.Act;
import gassafety.journal.Source;
import gassafety.reporting.ReportedFigures.Reported;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/**
 * What a figure is made of.
 *
 * @param headCount how much of the figure was only counted by heads, among subjects that are told apart
 * @param counted one page of the entries that add to it, the latest first
 * @param missed how many entries don't count, by reason
 * @param misses the latest of them
 * @param byHand the records kept by hand among them, the latest ones
 * @param reported what bureaus handed in as files, whose overlap with the rest is unknown
 * @param overlap what stands in the figures of several offices below
 */
public record Lineage(
        Statement.Figure figure,
        BigDecimal headCount,
        Page<Entry> counted,
        Map<String, Long> missed,
        List<Entry> misses,
        ByHand byHand,
        List<Reported> reported,
        Overlap overlap) {

    private static final int NAMED = 3;

    /**
     * An entry of the journal as the page shows it.
     *
     * @param about name of the unit it concerns, or the note of what it is about
     * @param title what the record is called: its 编号, 案号 or 文号
     * @param reason why it doesn't count; empty when it does
     */
    public record Entry(
            LocalDate occurredOn,
            Act act,
            @Nullable String about,
            BigDecimal quantity,
            String officeName,
            String byName,
            LocalDate recordedOn,
            Source source,
            String title,
            String reason) {

        public String quantityText() {
            return Line.plain(quantity).toPlainString();
        }

        /** Whether it was entered after the day it happened. */
        public boolean isEnteredLate() {
            return recordedOn.isAfter(occurredOn);
        }
    }

    /**
     * What people typed in themselves.
     *
     * @param total how many records
     * @param records the latest of them, each once however many entries it has
     */
    public record ByHand(long total, List<Typed> records) {

        /** Who typed them in: 演示员甲、演示员乙、演示员丙等. */
        public String people() {
            List<String> names = records.stream()
                    .map(typed -> typed.entry().byName())
                    .distinct()
                    .toList();
            String named = names.stream().limit(NAMED).collect(Collectors.joining("、"));
            return names.size() > NAMED ? named + "等" : named;
        }

        /** Whether there are more than are shown. */
        public boolean isCut() {
            return total > records.size();
        }

        /** How many of those shown have no file. */
        public long withoutFile() {
            return records.stream().filter(typed -> typed.files().isEmpty()).count();
        }
    }

    /**
     * A record kept by hand.
     *
     * @param files names of the files that prove it
     */
    public record Typed(Entry entry, List<String> files) {}

    /**
     * A subject that several offices count and their parent counts once.
     *
     * @param about the unit, or what the record is called
     * @param offices names of those offices
     */
    public record Shared(String about, Source source, List<String> offices) {}

    /**
     * What several offices count and their parent counts once.
     *
     * @param total how many subjects
     * @param difference how many more the offices below have together
     * @param latest some of the subjects
     */
    public record Overlap(long total, long difference, List<Shared> latest) {

        /** Whether there are more than are shown. */
        public boolean isCut() {
            return total > latest.size();
        }
    }

    public long missedTotal() {
        return missed.values().stream().mapToLong(Long::longValue).sum();
    }
}
