package gassafety.journal;

import gassafety.calendar.Today;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The daily close: the position that each day ended with, taken while no writer was under way and kept for ever. "As
 * known on a day" means up to that position.
 */
@Service
public class Closes {

    private static final int EVERY_MILLIS = 600_000;

    private final JdbcClient jdbc;
    private final Freezing freezing;
    private final Today today;

    Closes(JdbcClient jdbc, Freezing freezing, Today today) {
        this.jdbc = jdbc;
        this.freezing = freezing;
        this.today = today;
    }

    private record Close(LocalDate day, long position) {}

    /**
     * The last position that was known on a day.
     *
     * @return 0 when nothing was known yet; beyond every position when the day is not over
     * @throws Refusal when the day must still be closed and others keep posting for too long
     */
    public long position(LocalDate day) {
        if (!day.isBefore(today.day())) {
            return Long.MAX_VALUE;
        }
        closeWhatIsOver();
        return jdbc.sql("select position from journal_close where day <= :day order by day desc limit 1")
                .param("day", day)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The position of the last close, below which nothing appears any more; 0 before the first. */
    public long settled() {
        return last().map(Close::position).orElse(0L);
    }

    /** Closes every day that is over and not closed yet; of several copies of the system one does it. */
    @Scheduled(initialDelay = 0, fixedDelay = EVERY_MILLIS)
    void closeWhatIsOver() {
        LocalDate yesterday = today.day().minusDays(1);
        boolean closed =
                last().filter(close -> !close.day().isBefore(yesterday)).isPresent();
        if (!closed && firstRecorded().filter(day -> !day.isAfter(yesterday)).isPresent()) {
            freezing.whileStill(() -> close(yesterday));
        }
    }

    /** What was recorded on the last closed day or before, but posted after its close, belongs to the next day. */
    private int close(LocalDate yesterday) {
        Optional<Close> last = last();
        LocalDate first = last.map(close -> close.day().plusDays(1))
                .orElseGet(() -> firstRecorded().orElse(yesterday));
        return jdbc.sql("""
                        with known as (
                            select greatest((recorded_at at time zone 'Asia/Shanghai')::date, :first::date) as day,
                                max(position) as position
                            from journal_entry where position > :after group by 1
                        )
                        insert into journal_close (day, position, closed_at)
                        select finished::date, greatest(:after, coalesce(max(known.position) over (order by finished), 0)), :now
                        from generate_series(:first::date, :last::date, interval '1 day') as finished
                        left join known on known.day = finished::date
                        on conflict (day) do nothing
                        """)
                .param("first", first)
                .param("last", yesterday)
                .param("after", last.map(Close::position).orElse(0L))
                .param("now", OffsetDateTime.ofInstant(today.now(), ZoneOffset.UTC))
                .update();
    }

    private Optional<Close> last() {
        return jdbc.sql("select day, position from journal_close order by day desc limit 1")
                .query(Close.class)
                .optional();
    }

    private Optional<LocalDate> firstRecorded() {
        return jdbc.sql("select recorded_at from journal_entry order by position limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(moment -> moment.atZoneSameInstant(Today.ZONE).toLocalDate());
    }
}
