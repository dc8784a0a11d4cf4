package gassafety.enforcement;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import jakarta.servlet.http.HttpServletRequest;
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

/** The pages on which a case is moved on, one for each kind of step. */
@Controller
@Reads(RecordKind.CASES)
class StepController {

    private static final String ADDRESS =
            "/cases/{id}/{page:filing-proposal|filing|review|decision|service|closure|voiding}";

    private final CaseWork work;
    private final CaseFiles files;
    private final Today today;

    StepController(CaseWork work, CaseFiles files, Today today) {
        this.work = work;
        this.files = files;
        this.today = today;
    }

    @InitBinder("form")
    void only(WebDataBinder binder) {
        binder.setAllowedFields(StepForm.FIELDS);
    }

    @GetMapping(ADDRESS)
    String ask(@PathVariable long id, @PathVariable("page") String path, Caller caller, Model model) {
        StepPage page = StepPage.at(path).orElseThrow(NotFound::new);
        CaseFile file = files.openFor(page.getSteps(), id, caller);
        StepForm form = new StepForm();
        form.setVersion(String.valueOf(file.version()));
        form.setStep(page.getSteps().size() == 1 ? page.getSteps().get(0).name() : null);
        form.setServedOn(today.day().toString());
        model.addAttribute("form", form);
        show(page, file, caller, model);
        return "enforcement/step";
    }

    @PostMapping(ADDRESS)
    Object take(
            @PathVariable long id,
            @PathVariable("page") String path,
            @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Caller caller,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        StepPage page = StepPage.at(path).orElseThrow(NotFound::new);
        CaseFile file = files.openForWork(page.getSteps(), id, caller);
        try {
            CaseStep step = form.step(page);
            take(step, form, form.turn(caller, id, SentForm.digest(request)));
            redirect.addFlashAttribute("done", "已办理：" + step.getLabel() + "。");
            return "redirect:/cases/" + id;
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
        show(page, file, caller, model);
        return new ModelAndView("enforcement/step", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void take(CaseStep step, StepForm form, Turn turn) {
        switch (step) {
            case PROPOSE_FILING -> work.proposeFiling(turn);
            case FILE -> work.file(turn, form.handler());
            case RETURN_FILING -> work.returnFiling(turn);
            case DECLINE -> work.decline(turn);
            case PASS_REVIEW -> work.passReview(turn);
            case RETURN_REVIEW -> work.returnFromReview(turn);
            case DECIDE -> work.decide(turn);
            case RETURN_DECISION -> work.returnDecision(turn);
            case SERVE -> work.serve(turn, form.service());
            case CLOSE -> work.close(turn, form.outcome(), form.paid());
            case VOID -> work.voidFiling(turn);
            case SUBMIT_FOR_REVIEW, PROPOSE_DECISION -> throw new NotFound();
        }
    }

    private void show(StepPage page, CaseFile file, Caller caller, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("file", file);
        model.addAttribute("ways", ServiceWay.values());
        if (page == StepPage.FILING) {
            model.addAttribute("handlers", work.handlers(caller));
        }
    }
}
