package gassafety.calendar;

import gassafety.deployment.Deployment;
import gassafety.deployment.StartupProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
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

    private static final String DEMO_START = "2023-11-15T09:00";

    @Bean
    Clock clock(
            Deployment deployment,
            @Value("${gassafety.demo-now:}") String demoNow,
            ObjectProvider<LastRecorded> recorders) {
        if (deployment.demo()) {
            return new DemoClock(demoStart(demoNow.strip()), recorders).withZone(Today.ZONE);
        }
        if (!demoNow.isBlank()) {
            throw new StartupProblem(
                    "设置了 GASSAFETY_DEMO_NOW，但没有开启演示。真实数据只能使用真实时间：请去掉这个设置，或设置 GASSAFETY_DEMO=true。",
                    "GASSAFETY_DEMO_NOW is set, but the demonstration is off. Real data runs on real time:"
                            + " remove the setting, or set GASSAFETY_DEMO=true.");
        }
        return Clock.system(Today.ZONE);
    }

    private static Instant demoStart(String wanted) {
        try {
            LocalDateTime start = LocalDateTime.parse(wanted.isEmpty() ? DEMO_START : wanted);
            if (start.getYear() >= 2000 && start.getYear() < 2100) {
                return start.atZone(Today.ZONE).toInstant();
            }
        } catch (DateTimeParseException malformed) {
            throw notUnderstood(wanted);
        }
        throw notUnderstood(wanted);
    }

    private static StartupProblem notUnderstood(String wanted) {
        return new StartupProblem(
                "GASSAFETY_DEMO_NOW=" + wanted + " 无法识别，应为 " + DEMO_START + " 这样的日期和时间（北京时间）。",
                "GASSAFETY_DEMO_NOW=" + wanted + " is not understood: give a day and time like " + DEMO_START
                        + " (Asia/Shanghai).");
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
