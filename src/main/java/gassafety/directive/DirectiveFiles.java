package gassafety.directive;

import gassafety.document.IssuedDocuments;
import gassafety.hazard.HazardLedger;
import gassafety.journal.Journal;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a directive for its pages. */
@Component
@Transactional(readOnly = true)
class DirectiveFiles {

    private final Directives directives;
    private final DirectiveReader reader;
    private final HazardLedger ledger;
    private final IssuedDocuments documents;
    private final Journal journal;

    DirectiveFiles(
            Directives directives,
            DirectiveReader reader,
            HazardLedger ledger,
            IssuedDocuments documents,
            Journal journal) {
        this.directives = directives;
        this.reader = reader;
        this.ledger = ledger;
        this.documents = documents;
        this.journal = journal;
    }

    /** The directive for those who read cases, and for the unit on which it was served. */
    DirectiveFile open(long id, Caller caller) {
        return file(find(id, caller), caller);
    }

    /** The directive for the page on which one of these steps is taken, open to those who may take it now. */
    DirectiveFile openFor(List<DirectiveStep> steps, long id, Caller caller) {
        Directive found = find(id, caller);
        found.mustAllow(caller, steps);
        return file(found, caller);
    }

    /** The directive for what was sent to take one of these steps: it may have been taken by the same form before. */
    DirectiveFile openForWork(List<DirectiveStep> steps, long id, Caller caller) {
        Directive found = find(id, caller);
        found.mustBeWorkOf(caller, steps);
        return file(found, caller);
    }

    /** The directive for the page on which its draft is written anew. */
    DirectiveFile openForRewriting(long id, Caller caller) {
        Directive found = find(id, caller);
        found.mustBeEditableBy(caller);
        return file(found, caller);
    }

    private Directive find(long id, Caller caller) {
        return directives.find(id, caller.scope()).orElseThrow(NotFound::new);
    }

    private DirectiveFile file(Directive found, Caller caller) {
        return new DirectiveFile(
                reader.row(found, caller.scope()),
                found.getVersion(),
                found.text(),
                found.text().hazards().stream()
                        .sorted()
                        .map(hazard -> ledger.require(hazard, caller.scope()))
                        .toList(),
                found.getServiceWay() == null
                        ? null
                        : found.getServedOn() + "，" + found.getServiceWay().getLabel() + "，" + found.getReceiver(),
                found.letter().orElse(null),
                actions(found, caller),
                documents.of(DirectiveWork.source(found)),
                journal.timeline(DirectiveWork.source(found), caller.scope()));
    }

    private static List<DirectiveFile.Action> actions(Directive found, Caller caller) {
        String address = "/directives/" + found.getId() + "/";
        List<DirectiveFile.Action> actions = new ArrayList<>();
        for (DirectivePage page : DirectivePage.values()) {
            if (page.isOpenTo(caller, found)) {
                actions.add(new DirectiveFile.Action(page.getLabel(), address + page.getPath()));
            }
        }
        if (found.mayBeEditedBy(caller)) {
            actions.add(new DirectiveFile.Action("修改草稿", address + "draft"));
        }
        return actions;
    }
}
