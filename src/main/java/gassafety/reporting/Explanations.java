package gassafety.reporting;

import gassafety.journal.SourceKind;
import gassafety.reporting.Explanation.Miss;
import gassafety.reporting.Explanation.SharedSubject;
import gassafety.reporting.Line.NearMiss;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Explains figures: in full from the journal, or from what was kept at the last daily close and what was posted since. What
 * doesn't count hangs on the other entries of its record, what is shared on the other entries of its subject; so those
 * that something was posted about are looked at again, before it and with it, and the difference is added. A line of
 * readings is not kept: its readings hang on each other.
 */
@Component
class Explanations {

    /** Of what is kept; another one when {@link Explanation} says something else. */
    private static final String FORM = "1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All entries of the records that something was posted about; sheets that were handed in replace each other. */
    private static final String OF_RECORDS = """
            fresh as materialized (
                select distinct source_kind, source_id from journal_entry
                where position > :settled and position <= :known and office_path like :path and occurred_on <= :asOf
            ), touched as (
                select entry.position from journal_entry entry join fresh using (source_kind, source_id)
                union select position from journal_entry
                    where act = 'FIGURE_REPORTED' and office_path like :path and occurred_on <= :asOf
            ),
            """;

    private static final String MISSED = """
            , counts as (
                select array_agg(reason || ' ' || entries) as counts
                from (select reason, count(*) as entries from missed group by reason) reasons
            )
            select counts, latest.* from (select * from missed order by position desc limit :kept) latest cross join counts
            order by position desc
            """;

    private static final String TYPED = """
            select max(position) as position, count(*) over () as total
            from standing where source_kind = '%s' group by source_id order by 1 desc limit :kept
            """.formatted(SourceKind.OUTREACH);

    private static final String SHARED = """
            , part as (
                select counting, key, split_part(substr(office_path, length(:own) + 1), '/', 1) as child,
                    max(position) as position
                from counted where counting in ('ENTERPRISES', 'SUBJECTS', 'OFFICES')
                group by 1, 2, 3
            ), shared as (
                select array_agg(child order by length(child), child) as children, max(position) as position
                from part group by counting, key having count(*) > 1
            )
            select *, count(*) over () as total, sum(cardinality(children) - 1) over () as difference
            from shared order by position desc limit :kept
            """;

    private final JdbcClient jdbc;
    private final KeptStatements statements;

    Explanations(JdbcClient jdbc, KeptStatements statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    /** Makes and keeps what {@link #of} needs, in place of what earlier closes left; needs a database that may be written. */
    void keep(Line line, Cut cut) {
        if (line.isOfReadings()) {
            return;
        }
        statements.lastClose(cut).filter(close -> find(line, close).isEmpty()).ifPresent(close -> {
            Explanation made = pass(line, close);
            jdbc.sql("delete from explanation_kept where position < :position")
                    .param("position", close.position())
                    .update();
            jdbc.sql("""
                            insert into explanation_kept (office_path, as_of, campaign, line, position, rules, content)
                            values (:path, :asOf, campaign_on(:campaignOf), :line, :position, :rules, :content)
                            on conflict (office_path, as_of, campaign, line) do update set position = excluded.position,
                                rules = excluded.rules, content = excluded.content
                            where explanation_kept.position <= excluded.position
                            """)
                    .param("path", close.office().getPath())
                    .param("asOf", close.asOf())
                    .param("campaignOf", close.campaignOf())
                    .param("line", line.number())
                    .param("position", close.position())
                    .param("rules", rules(line))
                    .param("content", JSON.writeValueAsString(made))
                    .update();
        });
    }

    Explanation of(Line line, Cut cut) {
        return statements
                .lastClose(cut)
                .flatMap(close -> find(line, close).map(kept -> broughtUp(line, kept, close, cut)))
                .filter(Explanation::hasEnough)
                .orElseGet(() -> pass(line, cut));
    }

    private Optional<Explanation> find(Line line, Cut close) {
        return jdbc.sql("""
                        select content from explanation_kept
                        where office_path = :path and as_of = :asOf and campaign = campaign_on(:campaignOf)
                            and line = :line and rules = :rules and position = :position
                        """)
                .param("path", close.office().getPath())
                .param("asOf", close.asOf())
                .param("campaignOf", close.campaignOf())
                .param("line", line.number())
                .param("rules", rules(line))
                .param("position", close.position())
                .query(String.class)
                .optional()
                .map(content -> JSON.readValue(content, Explanation.class));
    }

    /** The rules in words of the database, as a hash; what other rules made is not used. */
    private static String rules(Line line) {
        return DigestUtils.sha256Hex(FORM + missed(line, Matching.of(line)) + MISSED + TYPED + SHARED);
    }

    /** From the journal alone. */
    Explanation pass(Line line, Cut cut) {
        String all = Matching.of(line);
        return explain(line, all, all, sql -> Matching.bind(jdbc, sql, cut), cut);
    }

    /**
     * @param kept what was so at a settled position
     * @param close the cut there
     */
    Explanation broughtUp(Line line, Explanation kept, Cut close, Cut cut) {
        String ofRecords = Matching.ofTouched(List.of(line), OF_RECORDS);
        String ofSubjects = Matching.ofTouched(List.of(line), KeptStatements.FRESH);
        Function<Cut, Binder> at = when -> sql -> Matching.bind(jdbc, sql, when)
                .param("settled", close.position())
                .param("known", cut.position());
        return kept.broughtUp(
                touched(ofRecords, kept.positionsOfRecords(), at.apply(cut)),
                touched(ofSubjects, kept.positionsOfSubjects(), at.apply(cut)),
                explain(line, ofRecords, ofSubjects, at.apply(close), close),
                explain(line, ofRecords, ofSubjects, at.apply(cut), cut));
    }

    /** Makes a statement of SQL, with the cut bound to it. */
    private interface Binder {
        StatementSpec bind(String sql);
    }

    private static Set<Long> touched(String matching, List<Long> positions, Binder binder) {
        return binder.bind(matching + "select position from touched where position = any (:positions)")
                .param("positions", positions.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    private static Explanation explain(Line line, String ofRecords, String ofSubjects, Binder binder, Cut cut) {
        Map<String, Long> counts = new HashMap<>();
        List<Miss> misses = binder.bind(missed(line, ofRecords) + MISSED)
                .param("kept", Explanation.KEPT)
                .query((row, number) -> {
                    for (String counted : (String[]) row.getArray("counts").getArray()) {
                        int split = counted.lastIndexOf(' ');
                        counts.put(counted.substring(0, split), Long.valueOf(counted.substring(split + 1)));
                    }
                    return new Miss(row.getLong("position"), row.getString("reason") + row.getString("detail"));
                })
                .list();
        List<Long> totals = new ArrayList<>();
        List<Long> typed = binder.bind(standing(ofRecords) + TYPED)
                .param("kept", Explanation.KEPT)
                .query((row, number) -> {
                    totals.add(row.getLong("total"));
                    return row.getLong("position");
                })
                .list();
        record Row(SharedSubject subject, long total, long difference) {}
        List<Row> shared = !line.isDistinct() || !cut.office().getKind().isBureau()
                ? List.of()
                : binder.bind(ofSubjects + SHARED)
                        .param("own", cut.office().getPath())
                        .param("kept", Explanation.KEPT)
                        .query((row, number) -> new Row(
                                new SharedSubject(row.getLong("position"), List.of((String[])
                                        row.getArray("children").getArray())),
                                row.getLong("total"),
                                row.getLong("difference")))
                        .list();
        Optional<Row> first = shared.stream().findFirst();
        return new Explanation(
                counts,
                misses,
                totals.stream().findFirst().orElse(0L),
                typed,
                first.map(Row::total).orElse(0L),
                first.map(Row::difference).orElse(0L),
                shared.stream().map(Row::subject).toList(),
                heads(line, ofRecords, binder));
    }

    private static BigDecimal heads(Line line, String matching, Binder binder) {
        boolean byHeads = line.clauses().stream().anyMatch(clause -> clause.counting() == Counting.QUANTITY);
        return !line.isDistinct() || !byHeads
                ? BigDecimal.ZERO
                : binder.bind(matching + "select coalesce(sum(quantity), 0) from counted where counting = 'QUANTITY'")
                        .query(BigDecimal.class)
                        .single();
    }

    /** The CTEs, ending with {@code standing}: what makes up the figure. */
    static String standing(String matching) {
        return matching + """
                , ranked as (
                    select line, position, source_kind, source_id, occurred_on, row_number() over (
                        partition by line, counting, key order by occurred_on desc, position desc) as rank
                    from counted where counting = 'LATEST'
                ), standing as (
                    select line, position, source_kind, source_id, occurred_on from counted where counting <> 'LATEST'
                    union all select line, position, source_kind, source_id, occurred_on from ranked where rank = 1
                )
                """;
    }

    /**
     * The CTEs, ending with {@code missed}. Of what the line is about: what was taken back, came too early, or is named by
     * the rule as not counting.
     *
     * <p>{@code not in} because it is hashed however few rows the planner expects; {@code not exists} became a loop over
     * all pairs.
     */
    private static String missed(Line line, String matching) {
        return standing(matching) + """
                , missed as (
                    select position, case
                            when taken_back is not null then '已冲销'
                            when occurred_on < :start then '早于专项行动开始日'
                            when key is null then '没有关联监管对象'
                            when act = 'FIGURE_REPORTED' then '已有更新的报表文件'
                            else '已有更新的读数' end as reason,
                        coalesce('：' || taken_back, '') as detail
                    from matched
                    where taken_back is not null or occurred_on < :start or key is null
                        or counting = 'LATEST' and position not in (select position from ranked where rank = 1)
                """
                + line.nearMisses().stream().map(Explanations::nearMiss).collect(Collectors.joining())
                + ")\n";
    }

    private static String nearMiss(NearMiss miss) {
        return """
                union all
                select position, '%s', '' from entry
                where taken_back is null and occurred_on >= :start and %s
                  and (source_kind, source_id) not in (
                    select source_kind, source_id from entry
                    where taken_back is null and act = any (coalesce(%s, array[]::text[])))
                """.formatted(miss.reason(), Matching.among(miss.entries()), Matching.array(miss.unless()));
    }
}
