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

    public Today(Clock clock) {
        this.clock = clock.withZone(ZONE);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate day() {
        return LocalDate.now(clock);
    }
}
