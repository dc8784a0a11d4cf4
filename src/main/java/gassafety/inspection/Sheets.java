package gassafety.inspection;

import gassafety.checklist.Checklists;
import gassafety.office.Scope;
import gassafety.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an inspection, its list and its answers together. */
@Component
class Sheets {

    private final InspectionRecords records;
    private final Checklists checklists;
    private final Answers answers;
    private final Notes notes;

    Sheets(InspectionRecords records, Checklists checklists, Answers answers, Notes notes) {
        this.records = records;
        this.checklists = checklists;
        this.answers = answers;
        this.notes = notes;
    }

    @Transactional(readOnly = true)
    public Sheet require(long id, Scope scope) {
        return of(records.find(id, scope).orElseThrow(NotFound::new));
    }

    Sheet of(Inspection inspection) {
        return new Sheet(
                inspection,
                checklists.edition(inspection.getChecklistId()),
                answers.latest(inspection.getId()),
                notes.explanations(inspection.getId()));
    }
}
