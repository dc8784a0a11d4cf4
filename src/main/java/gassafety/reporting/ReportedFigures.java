package gassafety.reporting;

import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a statement bureaus handed in as files: the latest of each, overlap with others unknown. */
@Service
@Transactional(readOnly = true)
public class ReportedFigures {

    private static final String LATEST = "with " + Matching.ENTRIES_BY_ACT + """
            select distinct on (office_id, subject)
                subject::integer as line, office_name, quantity, occurred_on, source_kind, source_id
            from entry
            where act = 'FIGURE_REPORTED' and taken_back is null and occurred_on >= :start
            order by office_id, subject, occurred_on desc, position desc
            """;

    private final JdbcClient jdbc;

    ReportedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A figure of a file that counts.
     *
     * @param line by number
     * @param exact as counted; line 23 in yuan
     * @param asOf statement day of the file
     */
    public record Reported(int line, String officeName, BigDecimal exact, LocalDate asOf, Source source) {

        /** The figure as the sheet prints it. */
        public String text() {
            return Annex3.line(line).orElseThrow().printed(exact).toPlainString();
        }
    }

    /** The figures that count in a statement, by office and line. */
    public List<Reported> of(Cut cut) {
        return Matching.bind(jdbc, LATEST, cut)
                .query((row, number) -> new Reported(
                        row.getInt("line"),
                        row.getString("office_name"),
                        row.getBigDecimal("quantity"),
                        row.getObject("occurred_on", LocalDate.class),
                        new Source(SourceKind.valueOf(row.getString("source_kind")), row.getLong("source_id"))))
                .list();
    }
}
