package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds a further list to a visit that is under way. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class VisitListController {

    private final Inspections inspections;
    private final Sheets sheets;
    private final VisitLists visit;
    private final Checklists checklists;
    private final Register register;
    private final RecordPage record;

    VisitListController(
            Inspections inspections,
            Sheets sheets,
            VisitLists visit,
            Checklists checklists,
            Register register,
            RecordPage record) {
        this.inspections = inspections;
        this.sheets = sheets;
        this.visit = visit;
        this.checklists = checklists;
        this.register = register;
        this.record = record;
    }

    @GetMapping("/inspections/{id}/lists")
    String choose(@PathVariable long id, Caller caller, Model model) {
        Inspection inspection = sheets.require(id, caller.scope()).inspection();
        inspection.requireInspector(caller);
        return inspection.getStatus().isTakingAnswers()
                ? page(inspection, caller, null, Keys.of(null), model)
                : "redirect:/inspections/" + id;
    }

    @PostMapping("/inspections/{id}/lists")
    String add(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String list,
            @RequestParam @Nullable String key,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        Sheet sheet = sheets.require(id, caller.scope());
        sheet.inspection().requireInspector(caller);
        try {
            return "redirect:/inspections/" + inspections.add(id, Texts.clean(list), Keys.of(key), caller);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(sheet.inspection(), caller, refusal, Keys.of(key), model);
        } catch (Begun begun) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    "begun", sheets.require(begun.id(), caller.scope()).inspection());
            return page(sheet.inspection(), caller, null, Keys.of(key), model);
        } catch (Settled settled) {
            return record.late(sheets.require(id, caller.scope()), caller, settled, Map.of(), model, response);
        }
    }

    private String page(Inspection inspection, Caller caller, @Nullable Refusal refusal, String key, Model model) {
        Unit unit = register.require(inspection.getUnitId(), caller.scope());
        List<Inspection> used = visit.of(inspection, caller.scope());
        List<Checklist> free = checklists.inspectionLists(inspection.getVisitDay()).stream()
                .filter(list -> used.stream()
                        .noneMatch(other -> other.getChecklistCode().equals(list.code())))
                .toList();
        model.addAttribute("inspection", inspection);
        model.addAttribute("me", caller);
        model.addAttribute("used", used);
        model.addAttribute("lists", SuitedLists.of(unit, free));
        model.addAttribute("refusal", refusal);
        model.addAttribute("key", key);
        return "inspection/lists";
    }
}
