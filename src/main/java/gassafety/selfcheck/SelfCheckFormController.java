package gassafety.selfcheck;

import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.Verdict;
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

/** The form that a unit fills in about itself. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class SelfCheckFormController {

    private static final String ADDRESS = SelfCheckController.ADDRESS;

    private final SelfCheckWork work;
    private final Today today;

    SelfCheckFormController(SelfCheckWork work, Today today) {
        this.work = work;
        this.today = today;
    }

    @PostMapping(ADDRESS)
    String begin(@RequestParam(defaultValue = "") String list, Caller caller) {
        SelfCheck inHand = work.require(work.begin(list, caller), caller);
        return "redirect:" + inHand.getAddress() + (inHand.getState() == SelfCheckState.DRAFT ? "/form" : "");
    }

    @GetMapping(ADDRESS + "/{id}/form")
    String form(@PathVariable long id, Caller caller, Model model) {
        SelfCheck check = work.require(id, caller);
        check.mustBeWritableBy(caller);
        return form(check, SelfCheckForm.of(check), String.valueOf(check.getVersion()), null, model);
    }

    @PostMapping(ADDRESS + "/{id}/form")
    String write(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SelfCheck check = work.require(id, caller);
        check.mustBeWritableBy(caller);
        Checklist list = work.list(check);
        SelfCheckForm form = SelfCheckForm.read(sent, list, today.day());
        String version = sent.getOrDefault("version", "");
        boolean submit = "submit".equals(sent.get("do"));
        String problem = null;
        if (form.isFine()) {
            try {
                int seen = version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
                work.write(id, seen, form.answers(), submit, caller);
                redirect.addFlashAttribute("done", submit ? "已提交，等监管单位受理。" : "已保存，还没有提交。");
                return "redirect:" + check.getAddress();
            } catch (Refusal refusal) {
                problem = refusal.sentence();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(check, form, version, problem, model);
    }

    private String form(SelfCheck check, SelfCheckForm form, String version, @Nullable String problem, Model model) {
        model.addAttribute("check", check);
        model.addAttribute("list", work.list(check));
        model.addAttribute("form", form);
        model.addAttribute("version", version);
        model.addAttribute("problem", problem);
        model.addAttribute("verdicts", Verdict.values());
        return "selfcheck/form";
    }
}
