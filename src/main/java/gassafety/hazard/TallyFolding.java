package gassafety.hazard;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts the rows of the tally together every hour, so that reading it stays short. */
@Component
@ConditionalOnProperty(name = "gassafety.background", havingValue = "true", matchIfMissing = true)
class TallyFolding {

    private static final long HOUR_MILLIS = 3_600_000;

    private final JdbcClient jdbc;

    TallyFolding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = HOUR_MILLIS, fixedDelay = HOUR_MILLIS)
    void fold() {
        jdbc.sql("select hazard_tally_fold()").query().listOfRows();
    }
}
