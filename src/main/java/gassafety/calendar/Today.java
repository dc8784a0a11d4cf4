package gassafety.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Now and today in the campaign's zone; in the demonstration both run on the demo clock. */
@Component("today")
public class Today {

    /** The zone in which the campaign's days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final ThreadLocal<Instant> past = new ThreadLocal<>();

    public Today(Clock clock) {
        this.clock = clock.withZone(ZONE);
    }

    public Instant now() {
        Instant moment = past.get();
        return moment == null ? clock.instant() : moment;
    }

    public LocalDate day() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Does something as if it were that moment, in this thread only: how the demonstration lives through its months. */
    public void at(Instant moment, Runnable action) {
        past.set(moment);
        try {
            action.run();
        } finally {
            past.remove();
        }
    }
}
