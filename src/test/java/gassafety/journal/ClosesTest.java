package gassafety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each day is closed once, and from then on it stays what was known when it ended. */
@SystemTest
class ClosesTest {

    @Autowired
    Closes closes;

    @Autowired
    Journal journal;

    @Autowired
    Freezing freezing;

    @Autowired
    Today today;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDayKeepsThePositionItEndedWith() {
        LocalDate day = dayNobodyClosed();
        Caller inspector = world.bureau().inspector();
        long first = at(day, () -> post(inspector, day));
        long closed = at(day.plusDays(1), () -> closes.position(day));
        assertThat(closed).isGreaterThanOrEqualTo(first);
        long late = at(day.plusDays(1), () -> post(inspector, day));
        at(day.plusDays(3), () -> {
            assertThat(closes.position(day)).isEqualTo(closed).isLessThan(late);
            assertThat(closes.position(day.plusDays(1))).isEqualTo(late);
            assertThat(closes.position(day.plusDays(2)))
                    .as("a day without acts")
                    .isEqualTo(late);
            assertThat(closes.position(day.plusDays(3)))
                    .as("the day is not over")
                    .isEqualTo(Long.MAX_VALUE);
            return late;
        });
    }

    @Test
    void copiesOfTheSystemCloseADayOnce() {
        LocalDate day = dayNobodyClosed();
        at(day, () -> post(world.bureau().inspector(), day));
        List<CompletableFuture<Long>> copies = Stream.generate(() -> new Closes(jdbc, freezing, today))
                .limit(4)
                .map(copy -> CompletableFuture.supplyAsync(() -> at(day.plusDays(1), () -> copy.position(day))))
                .toList();
        assertThat(copies.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update journal_close set position = 1", "delete from journal_close", "truncate journal_close"})
    void theDatabaseRefusesToChangeAClose(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("a day is closed once");
    }

    private LocalDate dayNobodyClosed() {
        LocalDate last = jdbc.sql("select coalesce(max(day), current_date) from journal_close")
                .query(LocalDate.class)
                .single();
        return last.plusDays(10);
    }

    private long post(Caller by, LocalDate day) {
        return transaction.execute(
                status -> journal.record(Posting.of(Act.CASE_FILED, day, by, new Source(SourceKind.CASE, 1))));
    }

    private long at(LocalDate day, Supplier<Long> action) {
        long[] answer = new long[1];
        today.at(day.atTime(12, 0).atZone(Today.ZONE).toInstant(), () -> answer[0] = action.get());
        return answer[0];
    }
}
