package gassafety.reporting;

import gassafety.journal.Closes;
import gassafety.reporting.Statement.Figure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps statements at the position of the last daily close. Nothing can appear below such a position any more and nothing
 * in the journal changes, so that what was counted there stays right; later entries are counted again together with all
 * others about the same subjects, before them and with them, and the difference is added. When the next day is closed the
 * whole pass is made again and compared with what was kept.
 */
@Component
class KeptStatements {

    private static final Logger LOG = LoggerFactory.getLogger(KeptStatements.class);

    /** With more entries since the last close the whole pass is made. */
    private static final int MOST_FRESH = 5_000;

    /**
     * The CTE {@code touched}: what was posted after {@code :settled} up to {@code :known}, and all entries about the same
     * subjects, because a rule that counts a subject once looks at every entry that any act of the line would count.
     */
    static final String FRESH = """
            fresh as materialized (
                select position, reverses, act, enterprise_id, subject, office_id from journal_entry
                where position > :settled and position <= :known and office_path like :path and occurred_on <= :asOf
            ), about as materialized (
                select distinct rule.counting, other.act, enterprise_id, subject, office_id
                from fresh join rule using (act)
                join rule other on other.line = rule.line and other.counting = rule.counting
            ), touched as (
                select position from fresh
                union select reverses from fresh where reverses is not null
                union select entry.position from journal_entry entry
                    join (select distinct act, enterprise_id from about where counting = 'ENTERPRISES') units
                    using (enterprise_id, act)
                union select entry.position from journal_entry entry
                    join (select distinct act, subject from about where counting in ('SUBJECTS', 'LATEST')) subjects
                    using (subject, act)
                union select entry.position from journal_entry entry
                    join (select distinct act, office_id from about where counting = 'OFFICES') offices
                    using (act, office_id)
            ),
            """;

    private static final String DIFFERENCE = Matching.ofTouched(Annex3.lines(), FRESH) + """
            , flagged as (
                select *, position <= :settled and (taken_at is null or taken_at > :settled) as was,
                    taken_at is null as stands
                from matched where occurred_on >= :start and key is not null
            ), one as (
                select line, counting,
                    count(*) filter (where was) as entries_was, count(*) filter (where stands) as entries_now,
                    coalesce(sum(quantity) filter (where was), 0) as quantity_was,
                    coalesce(sum(quantity) filter (where stands), 0) as quantity_now,
                    coalesce((array_agg(quantity order by occurred_on desc, position desc)
                        filter (where counting = 'LATEST' and was))[1], 0) as latest_was,
                    coalesce((array_agg(quantity order by occurred_on desc, position desc)
                        filter (where counting = 'LATEST' and stands))[1], 0) as latest_now
                from flagged group by line, counting, key
            )
            select line,
                sum(case counting
                    when 'ENTRIES' then entries_now - entries_was
                    when 'QUANTITY' then quantity_now - quantity_was
                    when 'LATEST' then latest_now - latest_was
                    else least(entries_now, 1) - least(entries_was, 1) end) as figure,
                sum(case counting
                    when 'LATEST' then least(entries_now, 1) - least(entries_was, 1)
                    else entries_now - entries_was end) as entries
            from one group by line
            """;

    private final JdbcClient jdbc;
    private final Closes closes;

    KeptStatements(JdbcClient jdbc, Closes closes) {
        this.jdbc = jdbc;
        this.closes = closes;
    }

    /**
     * The statement of a cut through all that is known now.
     *
     * @param rules the pass in words of the database; what other rules made is not used
     * @param pass makes a statement from the journal alone
     * @return empty when no day has been closed yet, much was posted since, or the cut is one of the past
     */
    Optional<Statement> of(Cut cut, String rules, Function<Cut, Statement> pass) {
        return lastClose(cut).map(close -> {
            String hash = DigestUtils.sha256Hex(rules);
            Optional<Statement> held = find(close, hash);
            Statement kept =
                    held.filter(statement -> isAt(close, statement)).orElseGet(() -> renew(close, held, hash, pass));
            return bringUp(kept, cut);
        });
    }

    /** The same when it is kept already, so that no whole pass is made for it. */
    Optional<Statement> held(Cut cut, String rules) {
        return lastClose(cut)
                .flatMap(close -> find(close, DigestUtils.sha256Hex(rules)).filter(statement -> isAt(close, statement)))
                .map(statement -> bringUp(statement, cut));
    }

    /** The same cut at the last daily close, when little was posted since. */
    Optional<Cut> lastClose(Cut cut) {
        long settled = closes.settled();
        return cut.position() != Long.MAX_VALUE || settled == 0 || isMuchSince(settled)
                ? Optional.empty()
                : Optional.of(new Cut(cut.office(), cut.asOf(), settled, cut.campaignOf()));
    }

    private static boolean isAt(Cut close, Statement statement) {
        return statement.cut().position() == close.position();
    }

    /** A statement at a settled position, and what was posted since. */
    Statement bringUp(Statement settled, Cut cut) {
        Map<Integer, Figure> figures = new HashMap<>(settled.figures());
        Matching.bind(jdbc, DIFFERENCE, cut)
                .param("settled", settled.cut().position())
                .param("known", cut.position())
                .query(row -> {
                    Figure more = new Figure(row.getBigDecimal("figure"), row.getLong("entries"));
                    figures.merge(row.getInt("line"), more, Figure::plus);
                });
        return new Statement(cut, Map.copyOf(figures));
    }

    private Statement renew(Cut close, Optional<Statement> held, String hash, Function<Cut, Statement> pass) {
        Statement made = pass.apply(close);
        held.filter(earlier -> !bringUp(earlier, close).isSameAs(made))
                .ifPresent(wrong -> LOG.error(
                        "a kept statement did not lead to the one counted anew: {} {} at {}",
                        close.office().getPath(),
                        close.asOf(),
                        wrong.cut().position()));
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            keep(made, hash);
        }
        return made;
    }

    private boolean isMuchSince(long settled) {
        return jdbc.sql("select count(*) from (select from journal_entry where position > :settled limit :most) fresh")
                        .param("settled", settled)
                        .param("most", MOST_FRESH + 1)
                        .query(Integer.class)
                        .single()
                > MOST_FRESH;
    }

    private Optional<Statement> find(Cut close, String hash) {
        return jdbc.sql("""
                        select position, figures, entries from statement_kept
                        where office_path = :path and as_of = :asOf and campaign = campaign_on(:campaignOf)
                            and rules = :rules and position <= :settled
                        """)
                .param("path", close.office().getPath())
                .param("asOf", close.asOf())
                .param("campaignOf", close.campaignOf())
                .param("rules", hash)
                .param("settled", close.position())
                .query((row, number) -> {
                    Cut cut = new Cut(close.office(), close.asOf(), row.getLong("position"), close.campaignOf());
                    return statement(cut, (BigDecimal[]) row.getArray("figures").getArray(), (Long[])
                            row.getArray("entries").getArray());
                })
                .optional();
    }

    private static Statement statement(Cut cut, BigDecimal[] figures, Long[] entries) {
        Map<Integer, Figure> held = new HashMap<>();
        for (Line line : Annex3.lines()) {
            held.put(line.number(), new Figure(figures[line.number() - 1], entries[line.number() - 1]));
        }
        return new Statement(cut, Map.copyOf(held));
    }

    private void keep(Statement statement, String hash) {
        List<Figure> figures = Annex3.lines().stream().map(statement::figure).toList();
        jdbc.sql("""
                        insert into statement_kept (office_path, as_of, campaign, position, rules, figures, entries)
                        values (:path, :asOf, campaign_on(:campaignOf), :position, :rules, :figures, :entries)
                        on conflict (office_path, as_of, campaign) do update set position = excluded.position,
                            rules = excluded.rules, figures = excluded.figures, entries = excluded.entries
                        """)
                .param("path", statement.cut().office().getPath())
                .param("asOf", statement.cut().asOf())
                .param("campaignOf", statement.cut().campaignOf())
                .param("position", statement.cut().position())
                .param("rules", hash)
                .param("figures", figures.stream().map(Figure::exact).toArray(BigDecimal[]::new))
                .param("entries", figures.stream().map(Figure::entries).toArray(Long[]::new))
                .update();
    }
}
