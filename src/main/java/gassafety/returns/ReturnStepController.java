package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a return is moved on, one for each step. */
@Controller
@Reads(RecordKind.RETURNS)
class ReturnStepController {

    private static final String ADDRESS =
            "/returns/{id}/{step:submission|approval|rejection|acceptance|report|lock|revision}";
    private static final int LONGEST_RECEIPT = 200;
    private static final int LONGEST_OPINION = 500;

    private final ReturnWork work;
    private final ReturnFiles files;
    private final Today today;

    ReturnStepController(ReturnWork work, ReturnFiles files, Today today) {
        this.work = work;
        this.files = files;
        this.today = today;
    }

    @GetMapping(ADDRESS)
    String ask(@PathVariable long id, @PathVariable("step") String path, Caller caller, Model model) {
        ReturnStep step = ReturnStep.at(path).orElseThrow(NotFound::new);
        ReturnFile file = files.openFor(step, id, caller);
        FormSheet sheet = sheet(step);
        Typed typed = sheet.fill(
                step == ReturnStep.REPORT ? Map.of("receiptOn", today.day().toString()) : Map.of());
        return show(step, file, sheet, typed, String.valueOf(file.version()), model);
    }

    @PostMapping(ADDRESS)
    String take(
            @PathVariable long id,
            @PathVariable("step") String path,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ReturnStep step = ReturnStep.at(path).orElseThrow(NotFound::new);
        ReturnFile file = files.openForWork(step, id, caller);
        FormSheet sheet = sheet(step);
        Typed typed = sheet.read(sent);
        String version = String.valueOf(sent.getFirst("version"));
        if (typed.isFine()) {
            try {
                int seen = gassafety.enforcement.Typed.version(version);
                take(step, new Turn(caller, id, seen, typed.text("opinion"), SentForm.digest(request)), typed);
                redirect.addFlashAttribute("done", "已办理：" + step.getLabel() + "。");
                return "redirect:/returns/" + id;
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(step, file, sheet, typed, version, model);
    }

    private void take(ReturnStep step, Turn turn, Typed typed) {
        switch (step) {
            case SUBMIT -> work.submit(turn);
            case APPROVE -> work.approve(turn);
            case SEND_BACK -> work.sendBack(turn);
            case ACCEPT -> work.accept(turn);
            case REPORT ->
                work.report(turn, new Receipt(typed.text("receipt"), Objects.requireNonNull(typed.day("receiptOn"))));
            case LOCK -> work.lockUp(turn);
            case UNLOCK -> work.unlock(turn);
        }
    }

    private static FormSheet sheet(ReturnStep step) {
        List<FormField> fields = new ArrayList<>();
        if (step == ReturnStep.REPORT) {
            fields.add(FormField.text("receipt", "上级回执", LONGEST_RECEIPT)
                    .hint("回执文号，或者签收人和签收方式")
                    .needed());
            fields.add(FormField.day("receiptOn", "回执日期").needed());
        }
        FormField opinion = FormField.lines("opinion", step.isReasoned() ? "理由" : "意见", LONGEST_OPINION);
        fields.add(step.isReasoned() ? opinion.needed() : opinion);
        return new FormSheet(List.of(new FormSheet.Group(step.getLabel(), fields)));
    }

    private static String show(
            ReturnStep step, ReturnFile file, FormSheet sheet, Typed typed, String version, Model model) {
        typed.show(model);
        model.addAttribute("step", step);
        model.addAttribute("file", file);
        model.addAttribute("sheet", sheet);
        model.addAttribute("version", version);
        return "returns/step";
    }
}
