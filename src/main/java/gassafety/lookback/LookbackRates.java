package gassafety.lookback;

import gassafety.office.Office;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the looks back at an office's closed hazards are, for boards. */
@Service
public class LookbackRates {

    private final JdbcClient jdbc;

    LookbackRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The looks back of one phase.
     *
     * @param phase in which the hazards were closed
     * @param seen visited and signed, whatever the result
     */
    public record Rate(int phase, long drawn, long seen, long relapsed) {

        /** Share of the drawn that were visited, without decimals. */
        public String getShare() {
            return 100 * seen / drawn + "%";
        }
    }

    /** The phases from whose closed hazards some were drawn, of units that this office or one below is in charge of. */
    @Transactional(readOnly = true)
    public List<Rate> of(Office office) {
        return jdbc.sql("""
                        select phase, count(*) as drawn,
                            count(*) filter (where state not in ('DRAWN', 'WRITTEN')) as seen,
                            count(*) filter (where state = 'RELAPSED') as relapsed
                        from lookback where starts_with(charge_path, :path) group by phase order by phase
                        """).param("path", office.getPath()).query(Rate.class).list();
    }
}
