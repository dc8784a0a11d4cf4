package gassafety.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.deployment.Deployment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoClockTest {

    private static final Instant NOVEMBER = Instant.parse("2023-11-15T01:00:00Z");

    @Test
    void theDemonstrationStartsAtItsMomentInTheCampaignsZone() {
        clock(true, Optional.empty(), clock -> {
            assertThat(clock.instant()).isBetween(NOVEMBER, NOVEMBER.plus(Duration.ofMinutes(1)));
            assertThat(clock.getZone()).isEqualTo(Today.ZONE);
            assertThat(new Today(clock).day()).isEqualTo("2023-11-15");
        });
    }

    @Test
    void itStartsWhereTheLastActWasRecordedWhenThatIsLater() {
        Instant later = Instant.parse("2023-12-01T08:30:00Z");
        clock(
                true,
                Optional.of(later),
                clock -> assertThat(clock.instant()).isBetween(later, later.plus(Duration.ofMinutes(1))));
    }

    @Test
    void anEarlierActDoesNotTurnItBack() {
        clock(
                true,
                Optional.of(Instant.parse("2023-09-04T02:00:00Z")),
                clock -> assertThat(clock.instant()).isBetween(NOVEMBER, NOVEMBER.plus(Duration.ofMinutes(1))));
    }

    @Test
    @Timeout(20)
    void itRunsOn() {
        clock(true, Optional.empty(), clock -> {
            Instant first = clock.instant();
            while (!clock.instant().isAfter(first)) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void withoutTheDemonstrationItIsTheSystemsTime() {
        clock(
                false,
                Optional.of(NOVEMBER),
                clock -> assertThat(Duration.between(clock.instant(), Instant.now()))
                        .isLessThan(Duration.ofMinutes(1)));
    }

    private static void clock(boolean demo, Optional<Instant> lastRecorded, Consumer<Clock> test) {
        new ApplicationContextRunner()
                .withUserConfiguration(ClockConfiguration.class)
                .withBean(Deployment.class, () -> new Deployment(true, demo, Path.of("target/data")))
                .withBean(LastRecorded.class, () -> () -> lastRecorded)
                .withPropertyValues("gassafety.demo-now=" + (demo ? "2023-11-15T09:00" : ""))
                .run(context -> test.accept(context.getBean(Clock.class)));
    }
}
