package gassafety.reporting;

import gassafety.reporting.Line.Clause;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Rules as SQL: every journal entry in a {@link Cut} beside each line it may count on. The figures, the records behind
 * them and the near misses all read from here, so that they can't disagree.
 *
 * <p>{@code matched} has the columns line, counting, act, key, position, occurred_on, office_path, quantity, source_kind,
 * source_id, and taken_back and taken_at (reason and position of a reversal that is known by then); {@code counted} has what counts of it.
 */
final class Matching {

    private static final String ENTRIES = "entry as " + inTheCut("");

    /** The same for a statement that asks for a few acts only, so that their index is used. */
    static final String ENTRIES_BY_ACT = "entry as not materialized " + inTheCut("");

    /** The same for the few entries whose positions stand in {@code touched}. */
    private static final String ENTRIES_TOUCHED =
            "entry as " + inTheCut("and posted.position in (select position from touched)");

    private Matching() {}

    /** Entries in the cut, each with its reversal, if that is known by then. */
    private static String inTheCut(String condition) {
        return """
            (
                select posted.*, reversal.note as taken_back, reversal.position as taken_at
                from journal_entry posted
                left join journal_entry reversal
                    on reversal.reverses = posted.position and reversal.position <= :position
                where posted.sign = 1 and posted.campaign = :campaign and posted.occurred_on <= :asOf
                  and posted.office_path like :path and posted.position <= :position %s
            )""".formatted(condition);
    }

    /** The CTEs for this one line, reading its acts only; see {@link #of(List)}. */
    static String of(Line line) {
        return of(List.of(line), ENTRIES_BY_ACT);
    }

    /** The CTEs for these lines, beginning with {@code with}; needs the parameters of {@link #bind}. */
    static String of(List<Line> lines) {
        return of(lines, ENTRIES);
    }

    /** The CTEs for these lines over a few entries only. @param touched CTEs, the last of which is {@code touched} */
    static String ofTouched(List<Line> lines, String touched) {
        return of(lines, touched + ENTRIES_TOUCHED);
    }

    /**
     * The CTEs for this line over its latest entries only, so many that {@code :reach} of them count; for a line without
     * readings. Sheets that were handed in are few and replace each other, so all of them are looked at.
     */
    static String ofLatest(Line line) {
        String latest = line.clauses().stream()
                .flatMap(clause -> clause.entries().acts().stream()
                        .map(act -> """
                        (select position from journal_entry posted
                        where act = '%s' and campaign = :campaign and sign = 1 and occurred_on between :start and :asOf
                            and office_path like :path and position <= :position and %s is not null and %s
                            and not exists (select from journal_entry reversal
                                where reversal.reverses = posted.position and reversal.position <= :position)
                        order by occurred_on desc, position desc limit :reach)
                        union all
                        """.formatted(act, clause.counting().key(), among(clause.entries()))))
                .collect(Collectors.joining());
        return ofTouched(List.of(line), "touched as (\n" + latest + """
                select position from journal_entry
                where act = 'FIGURE_REPORTED' and subject = '%d' and office_path like :path and occurred_on <= :asOf),
                """.formatted(line.number()));
    }

    private static String of(List<Line> lines, String entries) {
        return "with rule (line, counting, act, roles, licences, only_subject) as (values\n"
                + lines.stream()
                        .flatMap(line -> Stream.concat(line.clauses().stream(), Stream.of(line.reported()))
                                .flatMap(clause -> rows(line, clause)))
                        .collect(Collectors.joining(",\n"))
                + "),\n" + entries + """
                ,
                matched as (
                    select line, counting, act, position, occurred_on, office_path, quantity, source_kind, source_id, taken_back,
                        taken_at,
                        case counting
                """
                + Arrays.stream(Counting.values())
                        .map(counting -> "when '" + counting + "' then " + counting.key())
                        .collect(Collectors.joining("\n"))
                + """
                        end as key
                    from rule join entry using (act)
                    where (roles is null or role = any (roles))
                      and (licences is null or licence_state = any (licences))
                      and (only_subject is null or subject = only_subject)
                ),
                counted as (
                    select * from matched where taken_back is null and occurred_on >= :start and key is not null
                )
                """;
    }

    private record Campaign(String code, LocalDate start) {}

    /** A statement with what every {@link #of} needs bound to it; values, because the planner can't see into functions. */
    static StatementSpec bind(JdbcClient jdbc, String sql, Cut cut) {
        Campaign campaign = jdbc.sql("select campaign_on(:day) as code, campaign_start(:day) as start")
                .param("day", cut.campaignOf())
                .query(Campaign.class)
                .single();
        return jdbc.sql(sql)
                .param("campaign", campaign.code())
                .param("start", campaign.start())
                .param("asOf", cut.asOf())
                .param("path", cut.office().getPath() + "%")
                .param("position", cut.position());
    }

    /** Whether a row of {@code entry} is one of these, as a condition. */
    static String among(Entries entries) {
        return "act = any (%s) and (%s is null or role = any (%2$s)) and (%s is null or licence_state = any (%3$s))"
                .formatted(array(entries.acts()), array(entries.roles()), array(entries.licences()));
    }

    private static Stream<String> rows(Line line, Clause clause) {
        Entries entries = clause.entries();
        return entries.acts().stream()
                .map(act -> "(%d, '%s', '%s', %s, %s, %s)"
                        .formatted(
                                line.number(),
                                clause.counting(),
                                act,
                                array(entries.roles()),
                                array(entries.licences()),
                                entries.subject().isEmpty() ? "null" : "'" + entries.subject() + "'"));
    }

    /** Names of our own constants as an SQL array; null, which means any, when there are none. */
    static String array(List<?> names) {
        return names.isEmpty()
                ? "null::text[]"
                : names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "array[", "]::text[]"));
    }
}
