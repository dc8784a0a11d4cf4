package gassafety.reporting;

import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.Lineage.Entry;
import gassafety.web.Pages;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares two cuts of one office, the later one known at least as well: what happened between their days, what was
 * entered late and what was taken back. Sets of subjects for lines that tell subjects apart, of entries otherwise; where
 * a later reading replaces an earlier one, the difference of the readings.
 *
 * <p>An entry {@code was} in the earlier cut, is {@code known} to belong to its day now, and {@code stands} in the later
 * cut.
 */
@Service
public class Bridges {

    private static final String FLAGGED = """
            , flagged as (
                select line, counting, key, position, occurred_on, quantity, taken_back,
                    occurred_on <= :fromDay and position <= :fromPosition
                        and (taken_at is null or taken_at > :fromPosition) as was,
                    occurred_on <= :fromDay and taken_at is null as known,
                    taken_at is null as stands
                from matched where occurred_on >= :start and key is not null
            )
            """;

    /** Entries that count one by one are taken together when they stand in the same cuts. */
    private static final String ADD_UP = """
            , element as (
                select line, counting, count(*) as entries, sum(quantity) as quantity,
                    bool_or(was) as was, bool_or(known) as known, bool_or(stands) as stands,
                    (array_agg(quantity order by occurred_on desc, position desc)
                        filter (where counting = 'LATEST' and was))[1] as reading_was,
                    (array_agg(quantity order by occurred_on desc, position desc)
                        filter (where counting = 'LATEST' and known))[1] as reading_known,
                    (array_agg(quantity order by occurred_on desc, position desc)
                        filter (where counting = 'LATEST' and stands))[1] as reading_now
                from flagged
                group by line, counting, key, case when counting in ('ENTRIES', 'QUANTITY')
                    then 4 * was::integer + 2 * known::integer + stands::integer end
            ), measured as (
                select *, case counting when 'ENTRIES' then entries when 'QUANTITY' then quantity else 1 end as amount
                from element
            ), amount as (
                select line,
                    case when not was then 0 else coalesce(reading_was, amount) end as was,
                    case when not known then 0 else coalesce(reading_known, amount) end as known,
                    case when not stands then 0 else coalesce(reading_now, amount) end as now
                from measured
            )
            select line, sum(was) as last, sum(now - known) as period, sum(greatest(known - was, 0)) as late,
                sum(greatest(was - known, 0)) as reversed, sum(now) as now
            from amount group by line
            """;

    private static final String PASS = Matching.of(Annex3.lines()) + FLAGGED + ADD_UP;

    /** What an entry is of: the part of the bridge in which it stands. */
    private static final String STANDING = FLAGGED + """
            , ranked as (
                select *,
                    was and (counting <> 'LATEST' or 1 = row_number() over (
                        partition by counting, key, was order by occurred_on desc, position desc)) as counted_then,
                    known and (counting <> 'LATEST' or 1 = row_number() over (
                        partition by counting, key, known order by occurred_on desc, position desc)) as counted_known,
                    stands and (counting <> 'LATEST' or 1 = row_number() over (
                        partition by counting, key, stands order by occurred_on desc, position desc)) as counted_now,
                    counting <> 'LATEST' and bool_or(was) over (partition by counting, key, element) as subject_was,
                    counting <> 'LATEST' and bool_or(known) over (partition by counting, key, element) as subject_known
                from (
                    select *, case when counting in ('ENTRIES', 'QUANTITY') then position end as element from flagged
                ) entry_of_element
            ), part as (select * from ranked where %s)
            """;

    private final JdbcClient jdbc;
    private final EntryNames names;

    Bridges(JdbcClient jdbc, EntryNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @Transactional(readOnly = true)
    public Bridge between(Cut from, Cut to) {
        return between(PASS, from, to);
    }

    /** The same of one line only. */
    @Transactional(readOnly = true)
    public Steps between(Line line, Cut from, Cut to) {
        return between(Matching.of(line) + FLAGGED + ADD_UP, from, to).steps(line);
    }

    private Bridge between(String pass, Cut from, Cut to) {
        Map<Integer, Steps> lines = new HashMap<>();
        bind(pass, from, to).query(row -> {
            lines.put(
                    row.getInt("line"),
                    new Steps(
                            plain(row.getBigDecimal("last")),
                            plain(row.getBigDecimal("period")),
                            plain(row.getBigDecimal("late")),
                            plain(row.getBigDecimal("reversed")),
                            plain(row.getBigDecimal("now"))));
        });
        return new Bridge(from, to, Map.copyOf(lines));
    }

    /**
     * The entries that make up a part, the latest first; with the reason where they count no longer.
     *
     * @param number page from 1; beyond the last page the last one is given
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Entry> entries(Line line, Part part, Cut from, Cut to, int number) {
        String sql = Matching.of(line) + STANDING.formatted(condition(part));
        long total = bind(sql + "select count(*) from part", from, to)
                .query(Long.class)
                .single();
        PageRequest page = Pages.request(number, total);
        List<EntryRow> rows = bind(sql + """
                        , page as (select * from part order by occurred_on desc, position desc limit :limit offset :offset)
                        select journal_entry.*, case when :now or stands then ''
                            when taken_back is null then '已有更新的读数' else '已冲销：' || taken_back end as reason
                        from page join journal_entry using (position)
                        order by journal_entry.occurred_on desc, position desc
                        """, from, to)
                .param("now", part != Part.REVERSED)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(EntryRow.MAPPER)
                .list();
        return new PageImpl<>(names.named(rows), page, total);
    }

    private static String condition(Part part) {
        return switch (part) {
            case LAST -> "counted_then";
            case PERIOD -> "counted_now and not counted_known and not subject_known";
            case LATE -> "counted_known and not counted_then and not subject_was";
            case REVERSED -> "counted_then and not counted_known and not subject_known";
            case NOW -> "counted_now";
        };
    }

    private StatementSpec bind(String sql, Cut from, Cut to) {
        return Matching.bind(jdbc, sql, to).param("fromDay", from.asOf()).param("fromPosition", from.position());
    }

    private static BigDecimal plain(BigDecimal number) {
        return Line.plain(number);
    }
}
