package gassafety.inspection;

import gassafety.desk.Slots;
import gassafety.evidence.Photos;
import gassafety.hazard.EarlierHazard;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.journal.Journal;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The record of an inspection, to be read. */
@Component
class RecordPage {

    private final VisitLists visit;
    private final Signatures signatures;
    private final Proofs proofs;
    private final Signing signing;
    private final Notes notes;
    private final Participation participation;
    private final Photos photos;
    private final HazardLedger hazards;
    private final EarlierProblems earlier;
    private final EarlierAnswers earlierAnswers;
    private final SpotChecks spotChecks;
    private final Inspections inspections;
    private final Journal journal;
    private final Slots slots;

    RecordPage(
            VisitLists visit,
            Signatures signatures,
            Proofs proofs,
            Signing signing,
            Notes notes,
            Participation participation,
            Photos photos,
            HazardLedger hazards,
            EarlierProblems earlier,
            EarlierAnswers earlierAnswers,
            SpotChecks spotChecks,
            Inspections inspections,
            Journal journal,
            Slots slots) {
        this.visit = visit;
        this.signatures = signatures;
        this.proofs = proofs;
        this.signing = signing;
        this.notes = notes;
        this.participation = participation;
        this.photos = photos;
        this.hazards = hazards;
        this.earlier = earlier;
        this.earlierAnswers = earlierAnswers;
        this.spotChecks = spotChecks;
        this.inspections = inspections;
        this.journal = journal;
        this.slots = slots;
    }

    /** @param typed a supplement that was not taken */
    String refused(Sheet sheet, Caller caller, Refusal refusal, @Nullable String typed, Model model) {
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        return show(sheet, caller, model);
    }

    /**
     * The record for someone whose form came too late: what was typed stands beside it, and in the field for a
     * supplement, so that nothing has to be typed again.
     *
     * @param typed texts by their labels; empty ones are left out
     */
    String late(
            Sheet sheet,
            Caller caller,
            Settled settled,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        List<Map.Entry<String, String>> unwritten = typed.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .toList();
        model.addAttribute("settled", settled.sentence());
        model.addAttribute("unwritten", unwritten);
        model.addAttribute(
                "typed",
                unwritten.stream()
                        .map(entry -> entry.getKey() + "：" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return show(sheet, caller, model);
    }

    String show(Sheet sheet, Caller caller, Model model) {
        Inspection inspection = sheet.inspection();
        long id = inspection.getId();
        boolean inspector = inspection.isInspectedBy(caller);
        List<HazardSummary> raised = hazards.raisedBy(new SourceRef(SourceKind.INSPECTION, id, 0), caller.scope());
        model.addAttribute("sheet", sheet);
        model.addAttribute("inspection", inspection);
        model.addAttribute("others", visit.others(inspection, caller.scope()));
        List<Signature> given = signatures.of(id);
        model.addAttribute("signatures", given);
        model.addAttribute("proofs", proofs.of(id));
        model.addAttribute("participants", participation.of(id));
        model.addAttribute("publicity", participation.publicity(id));
        model.addAttribute("waitingFor", signing.waitingFor(inspection));
        model.addAttribute("hazards", raised);
        model.addAttribute("earlierAnswers", earlierAnswers.latest(inspection.getId()));
        model.addAttribute("cylinders", spotChecks.of(inspection));
        model.addAttribute("nextSteps", inspector ? nextSteps(inspection, caller) : Map.of());
        model.addAttribute("photos", PhotosByItem.of(photos, id));
        model.addAttribute(
                "removedPhotos",
                caller.scope().isEnterprise()
                        ? 0
                        : photos.removedFrom(PhotoWork.source(id)).size());
        model.addAttribute("supplements", notes.supplements(id));
        model.addAttribute(
                "timeline",
                HistoryLine.of(
                        inspection, journal.timeline(new Source(SourceKind.INSPECTION, id), caller.scope()), given));
        model.addAttribute("sections", slots.sections("inspections", id, caller));
        model.addAttribute("inspector", inspector);
        model.addAttribute(
                "closable",
                inspector
                        && inspection.getStatus().mayBecome(InspectionStatus.CLOSED)
                        && !inspections.leavesOpen(inspection, caller));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "inspection/record";
    }

    /** What this inspector can do now about each earlier problem, by the hazard's id. */
    private Map<Long, EarlierHazard.Next> nextSteps(Inspection inspection, Caller caller) {
        Map<Long, EarlierHazard.Next> steps = new HashMap<>();
        if (inspection.getStatus().isComplete()) {
            earlier.of(inspection, caller).problems().forEach(problem -> {
                EarlierHazard.Next next = problem.hazard().next();
                if (next != null && problem.isAnswered()) {
                    steps.put(problem.hazard().id(), next);
                }
            });
        }
        return steps;
    }
}
