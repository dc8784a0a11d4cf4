package gassafety.enforcement;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the handler proposes what to decide. */
@Controller
@Reads(RecordKind.CASES)
class RulingController {

    private static final List<CaseStep> STEPS = List.of(CaseStep.PROPOSE_DECISION);

    private final CaseWork work;
    private final CaseFiles files;

    RulingController(CaseWork work, CaseFiles files) {
        this.work = work;
        this.files = files;
    }

    @InitBinder("form")
    void only(WebDataBinder binder) {
        binder.setAllowedFields(RulingForm.FIELDS);
    }

    @GetMapping("/cases/{id}/ruling")
    String ask(@PathVariable long id, Caller caller, Model model) {
        CaseFile file = files.openFor(STEPS, id, caller);
        model.addAttribute("form", RulingForm.of(file));
        show(file, model);
        return "enforcement/ruling";
    }

    @PostMapping("/cases/{id}/ruling")
    Object propose(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RulingForm form,
            BindingResult errors,
            Caller caller,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = files.openForWork(STEPS, id, caller);
        Optional<Ruling> ruling = form.ruling(errors);
        if (ruling.isPresent()) {
            try {
                work.propose(form.turn(caller, id, SentForm.digest(request)), ruling.get());
                redirect.addFlashAttribute("done", ruling.get().isReviewed() ? "已提交法制审核。" : "已提请审批处罚决定。");
                return "redirect:/cases/" + id;
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        show(file, model);
        return new ModelAndView("enforcement/ruling", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void show(CaseFile file, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("units", GoodsUnit.values());
        model.addAttribute("closedowns", Closedown.values());
    }
}
