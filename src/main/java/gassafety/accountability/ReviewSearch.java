package gassafety.accountability;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for reviews every hour. */
@Component
@ConditionalOnProperty(name = "gassafety.background", havingValue = "true", matchIfMissing = true)
class ReviewSearch {

    private static final long FIRST_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final ReviewFinder finder;

    ReviewSearch(ReviewFinder finder) {
        this.finder = finder;
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = HOUR_MILLIS)
    void look() {
        finder.find();
    }
}
