package gassafety.selfcheck;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.Checklists;
import gassafety.checklist.CrosswalkPair;
import gassafety.checklist.Verdict;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A self-check that was handed in beside the first signed inspection by each list from that day on: what stood before it
 * the unit may have put right, and what came later it may have put right since.
 */
@Service
class Crosswalk {

    private final Checklists checklists;
    private final JdbcClient jdbc;

    Crosswalk(Checklists checklists, JdbcClient jdbc) {
        this.checklists = checklists;
        this.jdbc = jdbc;
    }

    /**
     * An item as the unit answered it beside the inspected items that correspond to it.
     *
     * @param inspected the worst answer among them; null when none was inspected
     * @param inspectionId the inspection it was given in
     */
    record Compared(
            ChecklistItem item,
            Verdict own,
            @Nullable Verdict inspected,
            @Nullable Long inspectionId) {

        /** Whether inspectors found what the unit did not. */
        public boolean contradicted() {
            return inspected == Verdict.NONCOMPLIANT && own != Verdict.NONCOMPLIANT;
        }
    }

    private record Inspected(int position, Verdict verdict, long inspectionId, String code) {

        /** 不符合 before 符合 before 无此项. */
        int weight() {
            return switch (verdict) {
                case NONCOMPLIANT -> 0;
                case COMPLIANT -> 1;
                case NOT_APPLICABLE -> 2;
            };
        }
    }

    /** Item by item, as far as the reader sees the inspections; empty while it is not handed in. */
    @Transactional(readOnly = true)
    public List<Compared> compare(SelfCheck check, Scope scope) {
        LocalDate since = check.getSubmittedOn();
        String office = scope.officePath();
        if (since == null || office == null || !scope.reads(RecordKind.INSPECTIONS)) {
            return List.of();
        }
        Checklist own = checklists.edition(check.getChecklistId());
        List<CrosswalkPair> pairs = checklists.crosswalk(own);
        List<Inspected> inspected = inspected(check.getUnitId(), since, office);
        return own.items().stream()
                .filter(item -> check.getAnswers().containsKey(item.position()))
                .map(item -> {
                    Optional<Inspected> worst = inspected.stream()
                            .filter(one -> pairs.stream()
                                    .anyMatch(pair -> pair.selfCheck().position() == item.position()
                                            && pair.inspectionList().code().equals(one.code())
                                            && pair.inspected().position() == one.position()))
                            .min(Comparator.comparingInt(Inspected::weight));
                    return new Compared(
                            item,
                            Objects.requireNonNull(check.getAnswers().get(item.position()))
                                    .getVerdict(),
                            worst.map(Inspected::verdict).orElse(null),
                            worst.map(Inspected::inspectionId).orElse(null));
                })
                .toList();
    }

    private List<Inspected> inspected(long unit, LocalDate since, String office) {
        return jdbc.sql("""
                        with first as (
                            select distinct on (checklist_code) id, checklist_code from inspection
                            where enterprise_id = :unit and visit_day >= :since
                                and status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
                                and (office_path like :below or charge_path like :below)
                            order by checklist_code, visit_day, id)
                        select distinct on (first.id, a.position) a.position, a.verdict, first.id as inspection_id,
                            first.checklist_code as code
                        from first join inspection_answer a on a.inspection_id = first.id
                        where a.stands and a.verdict is not null
                        order by first.id, a.position, a.version desc
                        """)
                .param("unit", unit)
                .param("since", since)
                .param("below", office + "%")
                .query(Inspected.class)
                .list();
    }
}
