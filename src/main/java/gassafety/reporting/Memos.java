package gassafety.reporting;

import gassafety.reporting.Lineage.Entry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts of the journal that no line prints but that lines are checked against, with the entries that stand out. */
@Service
@Transactional(readOnly = true)
public class Memos {

    private static final int SHOWN = 20;

    /** Directives that were served and not withdrawn. */
    private static final String SERVED = "with " + Matching.ENTRIES_BY_ACT + """
            , served as (
                select * from entry where taken_back is null and act = 'DIRECTIVE_SERVED' and occurred_on >= :start
                    and (source_kind, source_id) not in (
                        select source_kind, source_id from entry where taken_back is null and act = 'DIRECTIVE_WITHDRAWN')
            )
            """;

    private static final String NOT_ORDERED = SERVED + """
            select served.*, '' as reason from served where enterprise_id not in (
                select enterprise_id from entry
                where taken_back is null and act = 'CORRECTION_ORDERED' and enterprise_id is not null)
            order by position desc limit :shown
            """;

    /** The lists of one office at a unit on one day are one visit. */
    private static final String VISITS = "with " + Matching.ENTRIES_BY_ACT + """
            , visit as (
                select max(position) as position, sum(quantity) as inspectors from entry
                where taken_back is null and act = 'VISIT_MADE' and occurred_on >= :start
                group by enterprise_id, office_id, occurred_on
            )
            """;

    private static final String ALONE = VISITS + """
            select journal_entry.*, '' as reason from visit join journal_entry using (position)
            where inspectors < 2 order by position desc limit :shown
            """;

    /** The first line that people type in; those before it are counted from other records. */
    private static final int FIRST_BY_HAND = 26;

    private static final String WITHOUT_EVIDENCE = "with " + Matching.ENTRIES_BY_ACT
            + """
            , typed as (
                select max(position) as position from entry
                where taken_back is null and occurred_on >= :start and source_kind = 'OUTREACH' and act = any (%s)
                    and not exists (
                        select from attachment file
                        where file.source_kind = 'OUTREACH' and file.source_id = entry.source_id)
                group by source_id
            )
            select journal_entry.*, '' as reason from typed join journal_entry using (position)
            order by position desc limit :shown
            """.formatted(Matching.array(Annex3.lines().stream()
                    .filter(line -> line.number() >= FIRST_BY_HAND)
                    .flatMap(line -> line.clauses().stream())
                    .flatMap(clause -> clause.entries().acts().stream())
                    .distinct()
                    .toList()));

    private final JdbcClient jdbc;
    private final EntryNames names;

    Memos(JdbcClient jdbc, EntryNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Signed visits with a checklist. */
    public long visits(Cut cut) {
        return count(VISITS + "select count(*) from visit", cut);
    }

    /** Units to which a 监察指令书 was served. */
    public long unitsWithDirective(Cut cut) {
        return count(SERVED + "select count(distinct enterprise_id) from served", cut);
    }

    /** Served directives of units without an order to correct, the latest ones. */
    public List<Entry> directivesWithoutOrder(Cut cut) {
        return entries(NOT_ORDERED, cut);
    }

    /** Visits with fewer than two inspectors, the latest ones. */
    public List<Entry> visitsOfOne(Cut cut) {
        return entries(ALONE, cut);
    }

    /** Records kept by hand that count and have no file, the latest ones. */
    public List<Entry> withoutEvidence(Cut cut) {
        return entries(WITHOUT_EVIDENCE, cut);
    }

    private long count(String sql, Cut cut) {
        return Matching.bind(jdbc, sql, cut).query(Long.class).single();
    }

    private List<Entry> entries(String sql, Cut cut) {
        return names.named(Matching.bind(jdbc, sql, cut)
                .param("shown", SHOWN)
                .query(EntryRow.MAPPER)
                .list());
    }
}
