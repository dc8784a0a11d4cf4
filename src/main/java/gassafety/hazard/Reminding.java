package gassafety.hazard;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every ten minutes whether a new day's digests are to be sent. */
@Component
@ConditionalOnProperty(name = "gassafety.background", havingValue = "true", matchIfMissing = true)
class Reminding {

    private static final long FIRST_MILLIS = 15_000;
    private static final long EVERY_MILLIS = 600_000;

    private final Reminders reminders;

    Reminding(Reminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = EVERY_MILLIS)
    void send() {
        reminders.send();
    }
}
