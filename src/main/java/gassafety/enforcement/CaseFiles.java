package gassafety.enforcement;

import gassafety.document.IssuedDocuments;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.journal.Journal;
import gassafety.office.Caller;
import gassafety.office.Scope;
import gassafety.web.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case for its pages. */
@Component
@Transactional(readOnly = true)
class CaseFiles {

    private final Cases cases;
    private final CaseReader reader;
    private final HazardLedger ledger;
    private final IssuedDocuments documents;
    private final Journal journal;

    CaseFiles(Cases cases, CaseReader reader, HazardLedger ledger, IssuedDocuments documents, Journal journal) {
        this.cases = cases;
        this.reader = reader;
        this.ledger = ledger;
        this.documents = documents;
        this.journal = journal;
    }

    CaseFile open(long id, Caller caller) {
        return file(find(id, caller), caller);
    }

    /** The case for the page on which one of these steps is taken, open to those who may take it now. */
    CaseFile openFor(List<CaseStep> steps, long id, Caller caller) {
        EnforcementCase found = find(id, caller);
        found.mustAllow(caller, steps);
        return file(found, caller);
    }

    /** The case for what was sent to take one of these steps: it may have been taken by the same form before. */
    CaseFile openForWork(List<CaseStep> steps, long id, Caller caller) {
        EnforcementCase found = find(id, caller);
        found.mustBeWorkOf(caller, steps);
        return file(found, caller);
    }

    /** The case for the page on which its draft is written anew. */
    CaseFile openForRewriting(long id, Caller caller) {
        EnforcementCase found = find(id, caller);
        found.mustBeEditableBy(caller);
        return file(found, caller);
    }

    private EnforcementCase find(long id, Caller caller) {
        return cases.find(id, caller.scope()).orElseThrow(NotFound::new);
    }

    private CaseFile file(EnforcementCase found, Caller caller) {
        Optional<Decision> decision = found.decision();
        Optional<Ruling> ruling = decision.map(Decision::ruling);
        return new CaseFile(
                reader.row(found.getId(), caller.scope()),
                found.getVersion(),
                found.getFacts(),
                found.getProvision(),
                found.getInspectionId(),
                hazards(found, caller.scope()),
                ruling.orElse(null),
                decision.map(Decision::getProposedByName).orElse(null),
                ruling.map(CaseDocuments::contents).orElse(List.of()),
                found.getDecidedOn(),
                found.getServedOn(),
                found.getServiceWay() == null
                        ? null
                        : ServiceWay.valueOf(found.getServiceWay()).getLabel(),
                found.getReceiver(),
                found.getClosedOn(),
                found.getOutcome(),
                found.getFinePaid(),
                actions(found, caller),
                documents.of(CaseJournal.source(found)),
                journal.timeline(CaseJournal.source(found)));
    }

    private List<HazardSummary> hazards(EnforcementCase found, Scope scope) {
        return found.hazards().stream()
                .sorted()
                .map(hazard -> ledger.require(hazard, scope))
                .toList();
    }

    private static List<CaseFile.Action> actions(EnforcementCase found, Caller caller) {
        String address = "/cases/" + found.getId() + "/";
        List<CaseFile.Action> actions = new ArrayList<>();
        if (found.allows(CaseStep.PROPOSE_DECISION, caller)) {
            actions.add(new CaseFile.Action("提出处罚决定", address + "ruling"));
        }
        for (StepPage page : StepPage.values()) {
            if (page.isOpenTo(caller, found)) {
                actions.add(new CaseFile.Action(page.getLabel(), address + page.getPath()));
            }
        }
        if (found.mayBeEditedBy(caller)) {
            actions.add(new CaseFile.Action("修改草稿", address + "draft"));
        }
        return actions;
    }
}
