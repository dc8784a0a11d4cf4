package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 气瓶抽查 on the form: a background request gets what was found or the list, a plain form goes back to the page. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class SpotCheckController {

    private final SpotChecking checking;
    private final Sheets sheets;
    private final FormPage page;
    private final RecordPage record;

    SpotCheckController(SpotChecking checking, Sheets sheets, FormPage page, RecordPage record) {
        this.checking = checking;
        this.sheets = sheets;
        this.page = page;
        this.record = record;
    }

    @GetMapping("/inspections/{id}/cylinders")
    String find(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return look(id, code, () -> checking.find(id, code, caller), caller, request, response, model);
    }

    @PostMapping("/inspections/{id}/cylinders/readings")
    String read(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return look(id, "", () -> checking.find(id, photo, caller), caller, request, response, model);
    }

    private String look(
            long id,
            String typed,
            Supplier<FoundCylinder> found,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        InspectionStatus now = checking.of(id, caller).getStatus();
        if (!now.isTakingAnswers() && !AnswerController.isBackground(request)) {
            return "redirect:/inspections/" + id;
        }
        try {
            Filling.requireOpen(now);
            return show(id, found.get(), caller, request, model);
        } catch (Refusal refusal) {
            return refused(id, FoundCylinder.nothing(typed, refusal), caller, request, response, model);
        }
    }

    @PostMapping("/inspections/{id}/cylinders")
    String add(
            @PathVariable long id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String key = Keys.of(request.getParameter("key"));
        String code = Texts.clean(request.getParameter("code"));
        String result = Texts.clean(request.getParameter("result"));
        String note = Texts.clean(request.getParameter("note"));
        try {
            checking.add(id, code, result, note, AnswerController.number(request, "seen"), key, caller);
            return saved(id, key, caller, request, model);
        } catch (Settled settled) {
            Map<String, String> typed = new LinkedHashMap<>();
            typed.put("气瓶抽查", code);
            typed.put(
                    "结果",
                    SpotCheck.Result.of(result).map(SpotCheck.Result::getLabel).orElse(""));
            typed.put("说明", note);
            return late(id, key, settled, typed, caller, request, response, model);
        } catch (Refusal refusal) {
            if (AnswerController.isBackground(request)) {
                return notSaved(key, refusal.sentence(), HttpStatus.UNPROCESSABLE_ENTITY, response, model);
            }
            return refused(id, again(id, code, result, note, refusal, caller), caller, request, response, model);
        }
    }

    @PostMapping("/inspections/{id}/cylinders/removals")
    String remove(
            @PathVariable long id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String key = Keys.of(request.getParameter("key"));
        String mark = Texts.clean(request.getParameter("mark"));
        try {
            checking.remove(id, mark, key, caller);
            return saved(id, key, caller, request, model);
        } catch (Settled settled) {
            return late(id, key, settled, Map.of("移出抽查明细", mark), caller, request, response, model);
        } catch (Refusal refusal) {
            if (AnswerController.isBackground(request)) {
                return notSaved(key, refusal.sentence(), HttpStatus.UNPROCESSABLE_ENTITY, response, model);
            }
            return refused(id, FoundCylinder.nothing(mark, refusal), caller, request, response, model);
        }
    }

    private FoundCylinder again(long id, String code, String result, String note, Refusal refusal, Caller caller) {
        try {
            return checking.find(id, code, caller).refused(result, note, refusal);
        } catch (Refusal noCode) {
            return FoundCylinder.nothing(code, noCode);
        }
    }

    private String show(long id, FoundCylinder found, Caller caller, HttpServletRequest request, Model model) {
        model.addAttribute("found", found);
        return AnswerController.isBackground(request)
                ? page.found(sheets.require(id, caller.scope()).inspection(), model)
                : page.whole(sheets.require(id, caller.scope()), caller, null, model);
    }

    private String refused(
            long id,
            FoundCylinder found,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(id, found, caller, request, model);
    }

    private String saved(long id, String key, Caller caller, HttpServletRequest request, Model model) {
        if (!AnswerController.isBackground(request)) {
            return "redirect:/inspections/" + id + "#cylinders";
        }
        model.addAttribute("key", key);
        return page.spotChecks(sheets.require(id, caller.scope()).inspection(), model);
    }

    private static String notSaved(
            String key, String why, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("key", key);
        model.addAttribute("why", why);
        return "inspection/cylinders :: refused";
    }

    /** A background request learns why, a plain form gets the record with what was typed. */
    private String late(
            long id,
            String key,
            Settled settled,
            Map<String, String> typed,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return AnswerController.isBackground(request)
                ? notSaved(key, settled.sentence(), HttpStatus.CONFLICT, response, model)
                : record.late(sheets.require(id, caller.scope()), caller, settled, typed, model, response);
    }
}
