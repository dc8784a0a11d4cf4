package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.office.PasswordCheck;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 核对页 and the signatures that follow it; both are for all lists of a visit, whichever of them is named. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class SigningController {

    /** What is typed on the check page, by the name of the field. */
    private static final Map<String, String> TYPED =
            Map.of("explanation", "原因说明", "name", "姓名", "title", "职务", "note", "情况说明", "witness", "见证人");

    private final Signing signing;
    private final Signatures signatures;
    private final Proofs proofs;
    private final Inspections inspections;
    private final Sheets sheets;
    private final VisitLists visit;
    private final Dossiers dossiers;
    private final Callers callers;
    private final PasswordCheck passwords;
    private final RecordPage record;
    private final Participation participation;
    private final SpotChecks spotChecks;

    SigningController(
            Signing signing,
            Signatures signatures,
            Proofs proofs,
            Inspections inspections,
            Sheets sheets,
            VisitLists visit,
            Dossiers dossiers,
            Callers callers,
            PasswordCheck passwords,
            RecordPage record,
            Participation participation,
            SpotChecks spotChecks) {
        this.signing = signing;
        this.signatures = signatures;
        this.proofs = proofs;
        this.inspections = inspections;
        this.sheets = sheets;
        this.visit = visit;
        this.dossiers = dossiers;
        this.callers = callers;
        this.passwords = passwords;
        this.record = record;
        this.participation = participation;
        this.spotChecks = spotChecks;
    }

    @GetMapping("/inspections/{id}/review")
    String review(@PathVariable long id, Caller caller, Model model) {
        Sheet sheet = sheets.require(id, caller.scope());
        sheet.inspection().requireInspector(caller);
        if (sheet.inspection().getStatus().next().isEmpty()
                || sheet.inspection().getStatus().isComplete()) {
            return "redirect:/inspections/" + id;
        }
        return page(sheet, caller, null, model);
    }

    @PostMapping("/inspections/{id}/explanations")
    String explain(
            @PathVariable long id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            inspections.explain(
                    id,
                    caller,
                    Texts.clean(request.getParameter("rule")),
                    Texts.clean(request.getParameter("explanation")));
            return "redirect:/inspections/" + id + "/review";
        } catch (Settled settled) {
            return late(id, caller, settled, request, response, model);
        } catch (Refusal refusal) {
            return again(id, caller, refusal, request, response, model);
        }
    }

    @PostMapping("/inspections/{id}/signatures")
    String inspectorSigns(
            @PathVariable long id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Sheet sheet = sheets.require(id, caller.scope());
        sheet.inspection().requireInspector(caller);
        try {
            Caller signer = signer(sheet, Texts.clean(request.getParameter("inspector")));
            passwords.confirm(signer, request.getParameter("password"));
            signing.inspectorSigns(id, signer, "YES".equals(request.getParameter("declares")), caller);
            redirect.addFlashAttribute("done", signer.name() + "已签字");
            return "redirect:/inspections/" + id + "/review";
        } catch (Settled settled) {
            return late(id, caller, settled, request, response, model);
        } catch (Refusal refusal) {
            return again(id, caller, refusal, request, response, model);
        }
    }

    @PostMapping("/inspections/{id}/unit-signature")
    String unitSigns(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        sheets.require(id, caller.scope()).inspection().requireInspector(caller);
        try {
            UnitSignature unit = unitSignature(request);
            signing.unitSigns(id, unit, proofs.look(unit.outcome(), scan).orElse(null), caller);
            redirect.addFlashAttribute("done", "签字完成，检查记录已生效");
            return "redirect:/inspections/" + id;
        } catch (Settled settled) {
            return late(id, caller, settled, request, response, model);
        } catch (Refusal refusal) {
            return again(id, caller, refusal, request, response, model);
        }
    }

    @GetMapping("/inspections/{id}/signatures/{number}.png")
    ResponseEntity<byte[]> image(@PathVariable long id, @PathVariable int number, Caller caller) {
        Sheet sheet = sheets.require(id, caller.scope());
        byte[] image = signatures.image(sheet.inspection().getId(), number).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(image);
    }

    /** The signed paper, or what shows a refusal or absence. */
    @GetMapping("/inspections/{id}/proofs/{file}")
    ResponseEntity<byte[]> proof(@PathVariable long id, @PathVariable long file, Caller caller) {
        return proofs.read(sheets.require(id, caller.scope()).inspection().getId(), file)
                .answer();
    }

    private Caller signer(Sheet sheet, String accountId) {
        return sheet.inspection().getActiveInspectors().stream()
                .map(Inspector::getAccountId)
                .filter(id -> String.valueOf(id).equals(accountId))
                .findFirst()
                .flatMap(callers::byId)
                .orElseThrow(() -> new Refusal("inspector", "请选择签字的检查人员。"));
    }

    private static UnitSignature unitSignature(HttpServletRequest request) {
        String sent = Texts.clean(request.getParameter("outcome"));
        UnitSignature.Outcome outcome = Arrays.stream(UnitSignature.Outcome.values())
                .filter(value -> value.name().equals(sent))
                .findFirst()
                .orElseThrow(() -> new Refusal("outcome", "请选择被检查单位是签字、纸质签字、拒签还是不在场。"));
        UnitSignature unit = new UnitSignature(
                outcome,
                Texts.clean(request.getParameter("name")),
                Texts.clean(request.getParameter("title")),
                Texts.clean(request.getParameter("note")),
                Texts.clean(request.getParameter("witness")),
                null,
                null);
        return unit.outcome() == UnitSignature.Outcome.SIGNED
                ? unit.drawn(SignatureImage.read(request.getParameter("image")))
                : unit;
    }

    private String again(
            long id,
            Caller caller,
            Refusal refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sheet sheet = sheets.require(id, caller.scope());
        if (!sheet.inspection().getStatus().isOpen()) {
            return late(id, caller, new Settled(sheet.inspection().getStatus()), request, response, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        for (String field :
                List.of("rule", "explanation", "inspector", "outcome", "name", "title", "note", "witness")) {
            model.addAttribute("typed_" + field, Texts.clean(request.getParameter(field)));
        }
        model.addAttribute("typed_list", id);
        return page(sheet, caller, refusal, model);
    }

    /** The record instead of the check page: it was signed or broken off meanwhile. */
    private String late(
            long id,
            Caller caller,
            Settled settled,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<String, String> typed = new LinkedHashMap<>();
        TYPED.forEach((field, label) -> typed.put(label, Texts.clean(request.getParameter(field))));
        return record.late(sheets.require(id, caller.scope()), caller, settled, typed, model, response);
    }

    private String page(Sheet asked, Caller caller, @Nullable Refusal refusal, Model model) {
        Inspection inspection = asked.inspection();
        List<Sheet> sheetsOfVisit =
                visit.of(inspection, caller.scope()).stream().map(sheets::of).toList();
        List<CheckedList> lists = dossiers.check(sheetsOfVisit, caller);
        List<String> waiting = signing.waitingFor(inspection);
        model.addAttribute("inspection", inspection);
        model.addAttribute("me", caller);
        model.addAttribute("lists", lists);
        model.addAttribute(
                "places",
                lists.stream()
                        .map(list -> "/inspections/" + list.inspection().getId())
                        .collect(Collectors.joining(" ")));
        model.addAttribute(
                "obstacles",
                lists.stream().mapToInt(list -> list.obstacles().size()).sum());
        model.addAttribute(
                "spotChecks",
                sheetsOfVisit.stream()
                        .collect(Collectors.toMap(
                                list -> list.inspection().getId(), list -> spotChecks.of(list.inspection()))));
        model.addAttribute("same", SameAnswers.of(sheetsOfVisit));
        model.addAttribute("earlier", lists.get(0).earlier());
        model.addAttribute("signatures", signatures.of(inspection.getId()));
        model.addAttribute(
                "undeclared", inspection.getActiveInspectors().stream().anyMatch(inspector -> !inspector.isDeclared()));
        model.addAttribute("participants", participation.of(inspection.getId()));
        model.addAttribute("publicity", participation.publicity(inspection.getId()));
        model.addAttribute(
                "unsigned",
                inspection.getActiveInspectors().stream()
                        .filter(inspector -> waiting.contains(inspector.getName()))
                        .toList());
        model.addAttribute("outcomes", UnitSignature.Outcome.values());
        model.addAttribute("refusal", refusal);
        return "inspection/review";
    }
}
