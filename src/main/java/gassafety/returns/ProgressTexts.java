package gassafety.returns;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 专项整治行动进展情况, as bureaus handed them in with their returns and workbooks. */
@Service
@Transactional(readOnly = true)
public class ProgressTexts {

    private final JdbcClient jdbc;

    ProgressTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day of the statement with which it was handed in */
    public record Progress(String officeName, LocalDate day, String text) {}

    /**
     * What the bureaus below a path wrote in some days, each text as it was handed in last: bureau by bureau, the earliest
     * first.
     */
    public List<Progress> below(String path, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select office_name, day, text from (
                            select r.office_id, r.office_name, r.office_path, s.statement_day as day, s.progress as text
                            from monthly_return r join lateral (
                                select statement_day, progress from return_submission
                                where return_id = r.id order by place desc limit 1) s on true
                            where r.state <> 'DRAFT'
                            union all
                            select office_id, office_name, office_path, statement_day, progress
                            from county_sheet where state = 'ACCEPTED') handed
                        where starts_with(office_path, :path) and office_path <> :path and text <> ''
                            and day between :from and :to
                        order by office_id, day
                        """)
                .param("path", path)
                .param("from", from)
                .param("to", to)
                .query(Progress.class)
                .list();
    }
}
