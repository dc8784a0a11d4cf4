package gassafety.reporting;

import gassafety.attachment.Attachments;
import gassafety.journal.SourceKind;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.reporting.Line.NearMiss;
import gassafety.reporting.Lineage.ByHand;
import gassafety.reporting.Lineage.Entry;
import gassafety.reporting.Lineage.Overlap;
import gassafety.reporting.Lineage.Shared;
import gassafety.reporting.Lineage.Typed;
import gassafety.reporting.ReportedFigures.Reported;
import gassafety.web.Pages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a figure: the entries it is made of, those that don't count and why, and what offices below share. */
@Service
class Lineages {

    /** Rows of a list that explains and is not paged; the counts beside it are always complete. */
    private static final int SHOWN = 100;

    static final String LAST_READINGS_ONLY = """
            , ranked as (
                select *, row_number() over (partition by line, counting, key order by occurred_on desc, position desc) as rank
                from counted
            ), standing as (select * from ranked where counting <> 'LATEST' or rank = 1)
            """;

    private static final String ALL = ", standing as (select * from counted)\n";

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
            select children, total, difference, journal_entry.*, '' as reason
            from (
                select *, count(*) over () as total, sum(cardinality(children) - 1) over () as difference
                from shared order by position desc limit :limit
            ) latest join journal_entry using (position) order by position desc
            """;

    private static final String MISSED = """
            , latest as (select * from missed order by position desc limit :limit),
            counts as (
                select array_agg(reason || ' ' || entries order by entries desc, reason) as counts
                from (select reason, count(*) as entries from missed group by reason) reasons
            )
            select counts, journal_entry.*, reason || detail as reason
            from latest join journal_entry using (position) cross join counts order by position desc
            """;

    private static final String BY_HAND = """
            , typed as (
                select max(position) as position, count(*) over () as total
                from standing where source_kind = :kind group by source_id
            )
            select total, journal_entry.*, '' as reason
            from typed join journal_entry using (position) order by position desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final Statements statements;
    private final EntryNames names;
    private final Offices offices;
    private final Attachments attachments;
    private final ReportedFigures reported;

    Lineages(
            JdbcClient jdbc,
            Statements statements,
            EntryNames names,
            Offices offices,
            Attachments attachments,
            ReportedFigures reported) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.names = names;
        this.offices = offices;
        this.attachments = attachments;
        this.reported = reported;
    }

    /** @param number page of the counted entries, from 1; beyond the last page the last one is given */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Lineage of(Line line, Cut cut, int number) {
        Statement.Figure figure = statements.of(cut, line).figure(line);
        List<Reported> byFile = reported.of(cut).stream()
                .filter(one -> one.line() == line.number())
                .toList();
        String standing = standing(line, line.isOfReadings() || !byFile.isEmpty());
        Missed missed = missed(missed(line, standing), cut);
        return new Lineage(
                figure,
                headCount(line, cut),
                counted(standing, cut, figure.entries(), number),
                missed.counts(),
                missed.latest(),
                byHand(standing, cut),
                byFile,
                overlap(line, cut));
    }

    /** The CTEs for a line, ending with {@code standing}: what makes up its figure. */
    private static String standing(Line line, boolean ranked) {
        return Matching.of(line) + (ranked ? LAST_READINGS_ONLY : ALL);
    }

    private BigDecimal headCount(Line line, Cut cut) {
        boolean byHeads = line.clauses().stream().anyMatch(clause -> clause.counting() == Counting.QUANTITY);
        if (!line.isDistinct() || !byHeads) {
            return BigDecimal.ZERO;
        }
        String sql = Matching.of(line) + "select coalesce(sum(quantity), 0) from counted where counting = 'QUANTITY'";
        return Line.plain(Matching.bind(jdbc, sql, cut).query(BigDecimal.class).single());
    }

    private Page<Entry> counted(String standing, Cut cut, long total, int number) {
        PageRequest page = Pages.request(number, total);
        String sql = standing + """
                , page as (
                    select position from standing order by occurred_on desc, position desc limit :limit offset :offset
                )
                select journal_entry.*, '' as reason from page join journal_entry using (position)
                order by occurred_on desc, position desc
                """;
        List<EntryRow> rows = Matching.bind(jdbc, sql, cut)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(EntryRow.MAPPER)
                .list();
        return new PageImpl<>(names.named(rows), page, total);
    }

    private ByHand byHand(String standing, Cut cut) {
        List<Long> totals = new ArrayList<>();
        List<EntryRow> rows = Matching.bind(jdbc, standing + BY_HAND, cut)
                .param("kind", SourceKind.OUTREACH.name())
                .param("limit", SHOWN)
                .query((row, number) -> {
                    totals.add(row.getLong("total"));
                    return EntryRow.MAPPER.mapRow(row, number);
                })
                .list();
        Map<Long, List<String>> files = attachments.names(
                SourceKind.OUTREACH, rows.stream().map(row -> row.source().id()).toList());
        return new ByHand(
                totals.stream().findFirst().orElse(0L),
                names.named(rows).stream()
                        .map(entry -> new Typed(
                                entry, files.getOrDefault(entry.source().id(), List.of())))
                        .toList());
    }

    /**
     * What doesn't count.
     *
     * @param counts by reason, the most frequent first
     */
    private record Missed(Map<String, Long> counts, List<Entry> latest) {}

    private Missed missed(String missed, Cut cut) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<EntryRow> latest = Matching.bind(jdbc, missed + MISSED, cut)
                .param("limit", SHOWN)
                .query((row, number) -> {
                    for (String counted : (String[]) row.getArray("counts").getArray()) {
                        int split = counted.lastIndexOf(' ');
                        counts.put(counted.substring(0, split), Long.valueOf(counted.substring(split + 1)));
                    }
                    return EntryRow.MAPPER.mapRow(row, number);
                })
                .list();
        return new Missed(counts, names.named(latest));
    }

    /**
     * Of what the line is about: what was taken back, came too early, or is named by the rule as not counting.
     *
     * <p>{@code not in} because it is hashed however few rows the planner expects; {@code not exists} became a loop over
     * all pairs.
     */
    private static String missed(Line line, String standing) {
        return standing + """
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
                        or counting = 'LATEST' and position not in (select position from standing)
                """
                + line.nearMisses().stream().map(Lineages::nearMiss).collect(Collectors.joining())
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

    private Overlap overlap(Line line, Cut cut) {
        if (!line.isDistinct() || !cut.office().getKind().isBureau()) {
            return new Overlap(0, 0, List.of());
        }
        Map<String, String> parts = offices.below(cut.office().getPath()).stream()
                .collect(Collectors.toMap(office -> String.valueOf(office.getId()), Office::getShortName));
        parts.put("", "本级");
        record Row(List<String> children, long total, long difference, EntryRow entry) {}
        List<Row> rows = Matching.bind(jdbc, Matching.of(line) + SHARED, cut)
                .param("own", cut.office().getPath())
                .param("limit", SHOWN)
                .query((row, number) -> new Row(
                        Arrays.asList((String[]) row.getArray("children").getArray()),
                        row.getLong("total"),
                        row.getLong("difference"),
                        EntryRow.MAPPER.mapRow(row, number)))
                .list();
        List<Entry> entries = names.named(rows.stream().map(Row::entry).toList());
        List<Shared> latest = IntStream.range(0, rows.size())
                .mapToObj(at -> new Shared(
                        Objects.requireNonNullElse(
                                entries.get(at).about(), entries.get(at).title()),
                        entries.get(at).source(),
                        rows.get(at).children().stream()
                                .map(child -> parts.getOrDefault(child, child))
                                .toList()))
                .toList();
        return rows.stream()
                .findFirst()
                .map(row -> new Overlap(row.total(), row.difference(), latest))
                .orElse(new Overlap(0, 0, List.of()));
    }
}
