package gassafety.clearing;

import gassafety.campaign.Phase;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts hazards for the board in one grouped pass over the ledger. */
@Component
class Clearing {

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
                                case %s else '' end as phase,
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
                        """.formatted(phases.stream()
                        .map(phase -> "when found_on between date '%s' and date '%s' then '%d'"
                                .formatted(phase.from(), phase.to(), phase.number()))
                        .collect(Collectors.joining(" "))))
                .param("late", ledger.lateBefore())
                .param("path", path + "%")
                .param("from", from == null ? EVER : from)
                .param("to", to == null ? NEVER : to)
                .param("level", level == null ? "" : level.name())
                .query(Cell.class)
                .list();
    }
}
