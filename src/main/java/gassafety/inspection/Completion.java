package gassafety.inspection;

import gassafety.hazard.Finding;
import gassafety.hazard.HazardLedger;
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
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a complete inspection, all in the transaction of its last signature. */
@Component
class Completion {

    private final HazardLedger hazards;
    private final Journal journal;
    private final Register register;
    private final Callers callers;
    private final Offices offices;
    private final Turns turns;
    private final JdbcClient jdbc;

    Completion(
            HazardLedger hazards,
            Journal journal,
            Register register,
            Callers callers,
            Offices offices,
            Turns turns,
            JdbcClient jdbc) {
        this.hazards = hazards;
        this.journal = journal;
        this.register = register;
        this.callers = callers;
        this.offices = offices;
        this.turns = turns;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(Sheet sheet, UnitSignature unit, Caller by) {
        Inspection inspection = sheet.inspection();
        post(inspection, unit, by);
        raiseHazards(sheet, by);
        inspection.complete(unit.isSigned(), sheet.getFindings().size());
    }

    private void post(Inspection inspection, UnitSignature unit, Caller by) {
        Office lead = offices.byId(inspection.getCustody().getOfficeId()).orElseThrow();
        int officers = officersNotCountedYet(inspection);
        if (officers > 0) {
            journal.record(posting(Act.VISIT_MADE, inspection, lead, by).quantity(officers));
        }
        journal.record(posting(Act.INSPECTED, inspection, lead, by)
                .inRole(inspection.getRole(), inspection.getLicenceState())
                .note(unit.isSigned() ? "" : unit.outcome().getLabel() + "：" + unit.note()));
    }

    private static Posting posting(Act act, Inspection inspection, Office lead, Caller by) {
        return Posting.of(act, inspection.getVisitDay(), by, new Source(SourceKind.INSPECTION, inspection.getId()))
                .about(inspection.getUnitId())
                .actOf(lead);
    }

    /** One visit to one unit counts each officer once, however many lists were used that day. */
    private int officersNotCountedYet(Inspection inspection) {
        turns.take("visit " + inspection.getUnitId() + " " + inspection.getVisitDay());
        return jdbc.sql("""
                        select count(*) from inspection_inspector here
                        where here.inspection_id = :id and not exists (
                            select 1 from inspection_inspector there join inspection on inspection.id = there.inspection_id
                            where there.account_id = here.account_id and inspection.id <> here.inspection_id
                              and inspection.enterprise_id = :unit and inspection.visit_day = :day
                              and inspection.status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED'))
                        """)
                .param("id", inspection.getId())
                .param("unit", inspection.getUnitId())
                .param("day", inspection.getVisitDay())
                .query(Integer.class)
                .single();
    }

    private void raiseHazards(Sheet sheet, Caller by) {
        List<Sheet.Line> findings = sheet.getFindings();
        if (findings.isEmpty()) {
            return;
        }
        Inspection inspection = sheet.inspection();
        Unit unit = register.require(inspection.getUnitId(), by.scope());
        List<Caller> inspectors = inspection.getInspectors().stream()
                .map(inspector -> callers.byId(inspector.getAccountId()).orElseThrow())
                .toList();
        findings.forEach(line -> hazards.raise(finding(sheet, line, unit, inspectors)));
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
