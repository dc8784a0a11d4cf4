package gassafety.inspection;

import gassafety.calendar.Deadlines;
import gassafety.hazard.EarlierHazards;
import gassafety.hazard.Finding;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.register.Register;
import gassafety.register.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a complete visit, all in the transaction of its last signature. */
@Component
class Completion {

    private final HazardLedger hazards;
    private final EarlierHazards known;
    private final EarlierProblems earlierProblems;
    private final VisitNumbers numbers;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Register register;
    private final Callers callers;
    private final Offices offices;
    private final Turns turns;
    private final JdbcClient jdbc;

    Completion(
            HazardLedger hazards,
            EarlierHazards known,
            EarlierProblems earlierProblems,
            VisitNumbers numbers,
            Deadlines deadlines,
            Journal journal,
            Register register,
            Callers callers,
            Offices offices,
            Turns turns,
            JdbcClient jdbc) {
        this.hazards = hazards;
        this.known = known;
        this.earlierProblems = earlierProblems;
        this.numbers = numbers;
        this.deadlines = deadlines;
        this.journal = journal;
        this.register = register;
        this.callers = callers;
        this.offices = offices;
        this.turns = turns;
        this.jdbc = jdbc;
    }

    /** @param lists all lists of the visit, in their order */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(List<Sheet> lists, UnitSignature unit, Caller by) {
        Inspection first = lists.get(0).inspection();
        Earlier earlier = earlierProblems.of(first, by);
        post(lists, unit, by);
        see(first, earlier, by);
        raiseHazards(lists, earlier, by);
        int number = numbers.give(first);
        lists.forEach(list ->
                list.inspection().complete(unit.isSigned(), list.getFindings().size(), number));
    }

    private void post(List<Sheet> lists, UnitSignature unit, Caller by) {
        Inspection first = lists.get(0).inspection();
        Office lead = offices.byId(first.getCustody().getOfficeId()).orElseThrow();
        int officers = officersNotCountedYet(first);
        if (officers > 0) {
            journal.record(posting(Act.VISIT_MADE, first, lead, by).quantity(officers));
        }
        lists.stream()
                .map(Sheet::inspection)
                .forEach(list -> journal.record(posting(Act.INSPECTED, list, lead, by)
                        .inRole(list.getRole(), list.getLicenceState())
                        .note(unit.isSigned() ? "" : unit.outcome().getLabel() + "：" + unit.note())));
    }

    private static Posting posting(Act act, Inspection inspection, Office lead, Caller by) {
        return Posting.of(act, inspection.getVisitDay(), by, new Source(SourceKind.INSPECTION, inspection.getId()))
                .about(inspection.getUnitId())
                .actOf(lead);
    }

    /** One visit to one unit counts each officer once, however many lists were used that day, signed together or not. */
    private int officersNotCountedYet(Inspection inspection) {
        turns.take("visit " + inspection.getUnitId() + " " + inspection.getVisitDay());
        return jdbc.sql("""
                        select count(*) from inspection_inspector here
                        where here.inspection_id = :id and here.withdrawn_at is null and not exists (
                            select 1 from inspection_inspector there join inspection on inspection.id = there.inspection_id
                            where there.account_id = here.account_id and there.withdrawn_at is null and inspection.id <> here.inspection_id
                              and inspection.enterprise_id = :unit and inspection.visit_day = :day
                              and inspection.status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED'))
                        """)
                .param("id", inspection.getId())
                .param("unit", inspection.getUnitId())
                .param("day", inspection.getVisitDay())
                .query(Integer.class)
                .single();
    }

    /** Raises what is new; what was known and is still there stays the old hazard, and what came back is linked to it. */
    private void raiseHazards(List<Sheet> lists, Earlier earlier, Caller by) {
        if (earlier.getRelapses().isEmpty()
                && lists.stream().allMatch(list -> list.getFindings().isEmpty())) {
            return;
        }
        Inspection first = lists.get(0).inspection();
        Unit unit = register.require(first.getUnitId(), by.scope());
        List<Caller> inspectors = first.getActiveInspectors().stream()
                .map(inspector -> callers.byId(inspector.getAccountId()).orElseThrow())
                .toList();
        Map<Long, HazardSummary> relapsed = new HashMap<>();
        for (Sheet list : lists) {
            for (Sheet.Line line : list.getFindings()) {
                if (earlier.sameAs(list.checklist(), line).isEmpty()) {
                    HazardSummary raised = hazards.raise(finding(list, line, unit, inspectors));
                    earlier.getRelapses().stream()
                            .filter(relapse -> relapse.isUnder(
                                    list.checklist(), line.item().position()))
                            .forEach(relapse -> relapsed.put(relapse.hazard().id(), raised));
                }
            }
        }
        earlier.getRelapses()
                .forEach(relapse ->
                        link(first, relapse, relapsed.get(relapse.hazard().id()), unit, inspectors));
    }

    /** @param underItem what was raised under the item of the earlier problem; null when nothing was */
    private void link(
            Inspection first,
            Earlier.Problem relapse,
            @Nullable HazardSummary underItem,
            Unit unit,
            List<Caller> inspectors) {
        LocalDate day = first.getVisitDay();
        if (underItem != null) {
            known.link(underItem, relapse.hazard().id(), day, inspectors.get(0));
        } else {
            known.raiseAgain(
                    relapse.hazard().id(),
                    new SourceRef(SourceKind.INSPECTION, first.getId(), 0),
                    unit,
                    day,
                    deadlines.usualFix(day),
                    relapse.requireAnswer().remark(),
                    inspectors);
        }
    }

    private void see(Inspection inspection, Earlier earlier, Caller by) {
        SourceRef visit = new SourceRef(SourceKind.INSPECTION, inspection.getId(), 0);
        earlier.problems().stream().filter(Earlier.Problem::isAnswered).forEach(problem -> {
            EarlierAnswer answer = problem.requireAnswer();
            known.see(problem.hazard().id(), visit, inspection.getVisitDay(), answer.putRight(), answer.remark(), by);
        });
    }

    private static Finding finding(Sheet sheet, Sheet.Line line, Unit unit, List<Caller> inspectors) {
        Inspection inspection = sheet.inspection();
        AnswerContent content = line.content();
        return new Finding(
                new SourceRef(
                        SourceKind.INSPECTION, inspection.getId(), line.item().position()),
                unit,
                inspection.getVisitDay(),
                sheet.checklist().field().name(),
                sheet.checklist().code(),
                sheet.checklist().title(),
                line.item().printedNo(),
                line.item().category(),
                line.item().content(),
                content.get(AnswerField.PROBLEM),
                content.isProposedMajor(),
                content.isOnTheSpot(),
                Objects.requireNonNullElse(content.getDue(), inspection.getVisitDay()),
                content.get(AnswerField.RESPONSIBLE),
                content.get(AnswerField.MEASURE),
                inspectors);
    }
}
