package gassafety.calendar;

import gassafety.deployment.Deployment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock of business time: the system's, or in the demonstration one that starts at {@code GASSAFETY_DEMO_NOW}, or at
 * the last recorded moment when that is later, and runs on at normal speed. Sessions, lock-out and the audit log use
 * system time.
 */
@Configuration
class ClockConfiguration {

    @Bean
    Clock clock(
            Deployment deployment,
            @Value("${gassafety.demo-now}") LocalDateTime demoNow,
            ObjectProvider<LastRecorded> recorders) {
        if (!deployment.demo()) {
            return Clock.system(Today.ZONE);
        }
        return new DemoClock(demoNow.atZone(Today.ZONE).toInstant(), recorders).withZone(Today.ZONE);
    }

    /** Finds its start at the first question, when the rooms that record are there to be asked. */
    private static final class DemoClock implements InstantSource {

        private final Instant earliest;
        private final ObjectProvider<LastRecorded> recorders;
        private volatile long startedNanos;
        private volatile Instant start = Instant.MIN;

        DemoClock(Instant earliest, ObjectProvider<LastRecorded> recorders) {
            this.earliest = earliest;
            this.recorders = recorders;
        }

        @Override
        public Instant instant() {
            if (start == Instant.MIN) {
                begin();
            }
            return start.plus(Duration.ofNanos(System.nanoTime() - startedNanos));
        }

        private synchronized void begin() {
            if (start != Instant.MIN) {
                return;
            }
            Instant latest = recorders
                    .orderedStream()
                    .map(LastRecorded::lastRecorded)
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder())
                    .orElse(earliest);
            startedNanos = System.nanoTime();
            start = latest.isAfter(earliest) ? latest : earliest;
        }
    }
}
