package gassafety.calendar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.deployment.Deployment;
import gassafety.deployment.StartupProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class DemoClockSettingTest {

    @Test
    void isRefusedWhereRealDataIsKept() {
        assertThatThrownBy(() -> start(false, "2023-10-01T08:00"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("the demonstration is off");
    }

    @Test
    void isRefusedWhenItIsNoMoment() {
        assertThatThrownBy(() -> start(true, "tomorrow")).isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> start(true, "+290000-01-01T00:00")).isInstanceOf(StartupProblem.class);
    }

    private static void start(boolean demo, String demoNow) {
        new ClockConfiguration()
                .clock(
                        new Deployment(!demo, demo, Path.of("data")),
                        demoNow,
                        new DefaultListableBeanFactory().getBeanProvider(LastRecorded.class));
    }
}
