package gassafety.inspection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one transaction at a time decide about something that may not have a row yet. */
@Component
class Turns {

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else decides about this; others wait until the current transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 60))")
                .param("what", what)
                .query((row, number) -> number)
                .list();
    }
}
