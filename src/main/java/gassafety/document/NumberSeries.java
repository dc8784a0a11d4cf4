package gassafety.document;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Consecutive numbers without gaps: a number is taken in the transaction that uses it, and never given out again. */
@Service
public class NumberSeries {

    private final JdbcClient jdbc;

    NumberSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of this series, from 1; others who want one wait until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(String series) {
        return jdbc.sql("""
                        insert into number_series (series, last) values (:series, 1)
                        on conflict (series) do update set last = number_series.last + 1
                        returning last
                        """).param("series", series).query(Integer.class).single();
    }
}
