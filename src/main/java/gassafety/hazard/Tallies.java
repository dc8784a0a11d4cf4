package gassafety.hazard;

import gassafety.hazard.Tally.Cell;
import gassafety.hazard.Tally.Term;
import gassafety.journal.SourceKind;
import gassafety.office.Scope;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads tallies: of all that an office reads from the table that the database keeps up, whose size follows the offices
 * and open terms and not the hazards; of fewer from the hazards themselves, up to a number.
 */
@Component
class Tallies {

    /** Hazards that are counted one by one; of more it is only said that there are more. */
    static final int MOST = 10_000;

    private static final List<String> ATTRIBUTES = List.of(
            "custody.officePath",
            "custody.chargePath",
            "state",
            "level",
            "origin.kind",
            "due",
            "extensionById",
            "reportNumber");

    private final Hazards hazards;
    private final JdbcClient jdbc;

    Tallies(Hazards hazards, JdbcClient jdbc) {
        this.hazards = hazards;
        this.jdbc = jdbc;
    }

    /** Of everything that the office of this path reads. */
    @Transactional(readOnly = true)
    Tally of(String officePath, Standing standing) {
        List<Cell> cells = jdbc.sql("""
                        select office_path, charge_path, state, level, source_kind as source,
                            case when due < :late then 'PAST' when due between :today and :sunday then 'THIS_WEEK'
                                else 'OTHER' end as term,
                            extension_asked, reported_up, sum(hazards)::bigint as hazards
                        from hazard_tally
                        where starts_with(office_path, :path) or starts_with(charge_path, :path)
                        group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(hazards) > 0
                        """)
                .param("late", standing.lastWorkingDay())
                .param("today", standing.today())
                .param("sunday", standing.sunday())
                .param("path", officePath)
                .query(Cell.class)
                .list();
        return new Tally(cells, true);
    }

    /** Of what a filter leaves, up to {@link #MOST}. */
    @Transactional(readOnly = true)
    Tally of(Specification<Hazard> filter, Scope scope, Standing standing) {
        List<Tuple> rows = hazards.attributes(filter, scope, MOST, ATTRIBUTES);
        Map<Cell, Long> kinds = rows.stream()
                .map(row -> cell(row, standing))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Tally(
                kinds.entrySet().stream()
                        .map(kind -> times(kind.getKey(), kind.getValue()))
                        .toList(),
                rows.size() < MOST);
    }

    private static Cell cell(Tuple row, Standing standing) {
        return new Cell(
                row.get("custody.officePath", String.class),
                row.get("custody.chargePath", String.class),
                row.get("state", HazardState.class),
                row.get("level", HazardLevel.class),
                row.get("origin.kind", SourceKind.class),
                term(row.get("due", LocalDate.class), standing),
                row.get("extensionById") != null,
                row.get("reportNumber") != null,
                1);
    }

    private static Term term(@Nullable LocalDate due, Standing standing) {
        if (due == null) {
            return Term.OTHER;
        }
        if (due.isBefore(standing.lastWorkingDay())) {
            return Term.PAST;
        }
        return due.isBefore(standing.today()) || due.isAfter(standing.sunday()) ? Term.OTHER : Term.THIS_WEEK;
    }

    private static Cell times(Cell one, long hazards) {
        return new Cell(
                one.officePath(),
                one.chargePath(),
                one.state(),
                one.level(),
                one.source(),
                one.term(),
                one.extensionAsked(),
                one.reportedUp(),
                hazards);
    }
}
