package gassafety.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(nanos::get);

    @Test
    void anAddressAsksSoOftenInAMinuteAndOthersAreNotHeldUp() {
        assertThat(IntStream.range(0, Throttle.A_MINUTE)).allMatch(time -> throttle.admits("192.0.2.1"));
        assertThat(throttle.admits("192.0.2.1")).isFalse();
        assertThat(throttle.admits("192.0.2.2")).isTrue();
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertThat(throttle.admits("192.0.2.1")).isTrue();
    }

    @Test
    void anAddressThatIsHeldUpStaysSoWhileFewOthersAsk() {
        IntStream.range(0, 100).forEach(time -> throttle.admits("192.0.2.1"));
        IntStream.range(0, 9_000).forEach(other -> throttle.admits("other " + other));
        assertThat(throttle.admits("192.0.2.1")).isFalse();
    }
}
