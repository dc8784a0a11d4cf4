package gassafety.clearing;

import gassafety.campaign.Phase;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts hazards for the board in one grouped pass over the ledger. */
@Component
public class Clearing {

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final JdbcClient jdbc;
    private final HazardLedger ledger;

    Clearing(JdbcClient jdbc, HazardLedger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** What the hazards of a cell have in common. */
    enum Group {
        OFFICE,
        PHASE,
        LEVEL,
        MONTH,
        CLOSED_IN,
        CAUSE
    }

    /**
     * Hazards that have something in common.
     *
     * @param name of the phase, level, month or cause; for offices the path of the one that made the record
     * @param chargePath for offices the path of the one in charge of the unit, else empty
     * @param days calendar days from finding to closure; null when not closed, and for {@link Group#CAUSE} and
     *     {@link Group#CLOSED_IN}
     */
    record Cell(
            Group grouping,
            String name,
            String chargePath,
            Outcome outcome,
            boolean extended,
            @Nullable Integer days,
            long hazards) {}

    /**
     * Hazards found in some days.
     *
     * @param levels by their level
     * @param found how many, by month
     * @param closed how many of them were struck off, by month
     */
    public record Found(
            Map<HazardLevel, Tally> levels, SortedMap<YearMonth, Long> found, SortedMap<YearMonth, Long> closed) {

        public Tally tally(HazardLevel level) {
            return levels.getOrDefault(level, Tally.of(List.of()));
        }
    }

    /** The hazards that offices at a path or below it made or are in charge of. */
    @Transactional(readOnly = true)
    public Found found(String path, LocalDate from, LocalDate to) {
        List<Cell> cells = count(path, from, to, null, List.of());
        return new Found(
                cells.stream()
                        .filter(cell -> cell.grouping() == Group.LEVEL)
                        .collect(Collectors.groupingBy(
                                cell -> HazardLevel.valueOf(cell.name()),
                                Collectors.collectingAndThen(Collectors.toList(), Tally::of))),
                byMonth(cells, Group.MONTH),
                byMonth(cells, Group.CLOSED_IN));
    }

    private static SortedMap<YearMonth, Long> byMonth(List<Cell> cells, Group group) {
        return cells.stream()
                .filter(cell -> cell.grouping() == group && !cell.name().isEmpty())
                .collect(
                        Collectors.toMap(cell -> YearMonth.parse(cell.name()), Cell::hazards, Long::sum, TreeMap::new));
    }

    /**
     * All cells of the hazards that offices at a path or below it made or are in charge of.
     *
     * @param from first day on which they were found; null for any
     * @param to last one; null for any
     */
    @Transactional(readOnly = true)
    List<Cell> count(
            String path,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable HazardLevel level,
            List<Phase> phases) {
        return jdbc.sql("""
                        with counted as (
                            select office_path, charge_path, level, to_char(found_on, 'YYYY-MM') as month,
                                %s as phase,
                                case when state in ('TERMINATED', 'TRANSFERRED') then 'ENDED'
                                    when state = 'CLOSED' and on_the_spot then 'ON_THE_SPOT'
                                    when state = 'CLOSED' and reported_on > due then 'LATE'
                                    when state = 'CLOSED' then 'IN_TIME'
                                    when state in ('ON_THE_SPOT', 'RECTIFYING') and extension_by_id is null
                                        and due < :late then 'OVERDUE'
                                    else 'OPEN' end as outcome,
                                extensions > 0 as extended,
                                case when state = 'CLOSED' then ended_on - found_on end as days,
                                case when state = 'CLOSED' then to_char(ended_on, 'YYYY-MM') else '' end as closed_in,
                                case when state = 'CLOSED' then coalesce((select cause from hazard_closure
                                    where hazard_id = hazard.id and not by_section), 'UNKNOWN') else '' end as cause
                            from hazard
                            where state <> 'VOIDED' and (office_path like :path or charge_path like :path)
                                and found_on between :from and :to and (:level = '' or level = :level))
                        select case when grouping(office_path) = 0 then 'OFFICE' when grouping(phase) = 0 then 'PHASE'
                                when grouping(level) = 0 then 'LEVEL' when grouping(month) = 0 then 'MONTH'
                                when grouping(closed_in) = 0 then 'CLOSED_IN' else 'CAUSE' end as grouping,
                            coalesce(office_path, phase, level, month, closed_in, cause) as name,
                            coalesce(charge_path, '') as charge_path, outcome, coalesce(extended, false) as extended,
                            days, count(*) as hazards
                        from counted
                        group by outcome, grouping sets (
                            (office_path, charge_path, extended, days), (phase, extended, days),
                            (level, extended, days), (month, extended, days), (closed_in), (cause))
                        """.formatted(phase(phases)))
                .param("late", ledger.lateBefore())
                .param("path", path + "%")
                .param("from", from == null ? EVER : from)
                .param("to", to == null ? NEVER : to)
                .param("level", level == null ? "" : level.name())
                .query(Cell.class)
                .list();
    }

    /** The number of the phase in which a hazard was found, in SQL. */
    private static String phase(List<Phase> phases) {
        return phases.isEmpty()
                ? "''"
                : phases.stream()
                        .map(phase -> "when found_on between date '%s' and date '%s' then '%d'"
                                .formatted(phase.from(), phase.to(), phase.number()))
                        .collect(Collectors.joining(" ", "case ", " else '' end"));
    }
}
