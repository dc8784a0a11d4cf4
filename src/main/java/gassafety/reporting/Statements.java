package gassafety.reporting;

import gassafety.reporting.Statement.Figure;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes statements: all 41 rules in one grouped pass over the journal, or over what was posted since one was kept. */
@Service
public class Statements {

    private static final String ADD_UP = """
            , one as (
                select line, counting, key, count(*) as entries, sum(quantity) as quantity,
                    (array_agg(quantity order by occurred_on desc, position desc)
                        filter (where counting = 'LATEST'))[1] as latest
                from counted
                group by line, counting, key
            )
            select line,
                sum(case counting
                    when 'ENTRIES' then entries
                    when 'QUANTITY' then quantity
                    when 'LATEST' then latest
                    else 1 end) as figure,
                sum(case counting when 'LATEST' then 1 else entries end) as entries
            from one
            group by line
            """;

    private static final String PASS = Matching.of(Annex3.lines()) + ADD_UP;

    private final JdbcClient jdbc;

    private final KeptStatements kept;

    Statements(JdbcClient jdbc, KeptStatements kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    /** The statement of a cut; the same figures for ever when its position was taken by a freeze. */
    public Statement of(Cut cut) {
        return kept.of(cut, PASS, this::pass).orElseGet(() -> pass(cut));
    }

    /** The same from the journal alone. */
    Statement pass(Cut cut) {
        return add(PASS, cut);
    }

    /** The same when only this line is looked at; the others may be missing. */
    @Transactional(readOnly = true)
    public Statement of(Cut cut, Line line) {
        return kept.held(cut, PASS).orElseGet(() -> add(Matching.of(line) + ADD_UP, cut));
    }

    private Statement add(String pass, Cut cut) {
        Map<Integer, Figure> figures = new HashMap<>();
        Matching.bind(jdbc, pass, cut).query(row -> {
            figures.put(row.getInt("line"), new Figure(row.getBigDecimal("figure"), row.getLong("entries")));
        });
        return new Statement(cut, Map.copyOf(figures));
    }
}
