package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One inspection: the form while it is filled in, the record from the first signature on. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class InspectionController {

    private static final String ONLY_THIS = "LIST";

    private final Inspections inspections;
    private final Sheets sheets;
    private final VisitLists visit;
    private final FormPage form;
    private final RecordPage record;

    InspectionController(Inspections inspections, Sheets sheets, VisitLists visit, FormPage form, RecordPage record) {
        this.inspections = inspections;
        this.sheets = sheets;
        this.visit = visit;
        this.form = form;
        this.record = record;
    }

    @GetMapping("/inspections/{id}")
    String show(@PathVariable long id, Caller caller, Model model) {
        Sheet sheet = sheets.require(id, caller.scope());
        boolean filling = sheet.inspection().getStatus().isTakingAnswers()
                && sheet.inspection().isInspectedBy(caller);
        return filling ? form.whole(sheet, caller, null, model) : record.show(sheet, caller, model);
    }

    @PostMapping("/inspections/{id}/supplements")
    String supplement(
            @PathVariable long id,
            @RequestParam @Nullable String body,
            @RequestParam @Nullable String key,
            Caller caller,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            inspections.supplement(id, caller, Texts.clean(body), Keys.of(key));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return record.refused(sheets.require(id, caller.scope()), caller, refusal, body, model);
        }
        redirect.addFlashAttribute("done", "已添加补充说明");
        return "redirect:/inspections/" + id;
    }

    /** 办结 */
    @PostMapping("/inspections/{id}/closing")
    String close(@PathVariable long id, Caller caller, RedirectAttributes redirect) {
        inspections.close(id, caller);
        redirect.addFlashAttribute("done", "已办结");
        return "redirect:/inspections/" + id;
    }

    @GetMapping("/inspections/{id}/termination")
    String termination(@PathVariable long id, Caller caller, Model model) {
        return termination(sheets.require(id, caller.scope()), caller, null, null, model);
    }

    @PostMapping("/inspections/{id}/termination")
    String terminate(
            @PathVariable long id,
            @RequestParam @Nullable String reason,
            @RequestParam @Nullable String only,
            Caller caller,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            end(id, ONLY_THIS.equals(only), caller, Texts.clean(reason));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("only", only);
            return termination(sheets.require(id, caller.scope()), caller, refusal, reason, model);
        } catch (Settled settled) {
            Map<String, String> typed = Map.of("终止理由", Texts.clean(reason));
            return record.late(sheets.require(id, caller.scope()), caller, settled, typed, model, response);
        }
        redirect.addFlashAttribute("done", ONLY_THIS.equals(only) ? "已终止这张检查表" : "已终止检查");
        return "redirect:/inspections/" + id;
    }

    private void end(long id, boolean onlyThis, Caller caller, String reason) {
        if (onlyThis) {
            inspections.takeOff(id, caller, reason);
        } else {
            inspections.terminate(id, caller, reason);
        }
    }

    private String termination(
            Sheet sheet, Caller caller, @Nullable Refusal refusal, @Nullable String typed, Model model) {
        sheet.inspection().requireInspector(caller);
        model.addAttribute("inspection", sheet.inspection());
        model.addAttribute("sheet", sheet);
        model.addAttribute("others", visit.others(sheet.inspection(), caller.scope()));
        model.addAttribute("terminated", InspectionStatus.TERMINATED);
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        return "inspection/termination";
    }
}
