package gassafety.seal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every few seconds whether a pass over all signed records is due or under way. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "gassafety.background", havingValue = "true", matchIfMissing = true)
class Nightly {

    private static final long EVERY_MILLIS = 5_000;

    private final CheckPass pass;

    Nightly(CheckPass pass) {
        this.pass = pass;
    }

    @Scheduled(initialDelay = EVERY_MILLIS, fixedDelay = EVERY_MILLIS)
    void look() {
        pass.beginNight();
        pass.goOn();
    }
}
