package gassafety.directive;

import gassafety.calendar.Today;
import gassafety.enforcement.ServiceWay;
import gassafety.enforcement.Turn;
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

/** The pages on which a directive is moved on, one for each kind of step. */
@Controller
@Reads(RecordKind.CASES)
class DirectiveStepController {

    private static final String ADDRESS = "/directives/{id}/{page:proposal|approval|service|withdrawal}";

    private final DirectiveWork work;
    private final DirectiveFiles files;
    private final Today today;

    DirectiveStepController(DirectiveWork work, DirectiveFiles files, Today today) {
        this.work = work;
        this.files = files;
        this.today = today;
    }

    @InitBinder("form")
    void only(WebDataBinder binder) {
        binder.setAllowedFields(DirectiveStepForm.FIELDS);
    }

    @GetMapping(ADDRESS)
    String ask(@PathVariable long id, @PathVariable("page") String path, Caller caller, Model model) {
        DirectivePage page = DirectivePage.at(path).orElseThrow(NotFound::new);
        DirectiveFile file = files.openFor(page.getSteps(), id, caller);
        DirectiveStepForm form = new DirectiveStepForm();
        form.setVersion(String.valueOf(file.version()));
        form.setStep(page.getSteps().size() == 1 ? page.getSteps().get(0).name() : null);
        form.setServedOn(today.day().toString());
        model.addAttribute("form", form);
        show(page, file, model);
        return "directive/step";
    }

    @PostMapping(ADDRESS)
    Object take(
            @PathVariable long id,
            @PathVariable("page") String path,
            @ModelAttribute("form") DirectiveStepForm form,
            BindingResult errors,
            Caller caller,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        DirectivePage page = DirectivePage.at(path).orElseThrow(NotFound::new);
        DirectiveFile file = files.openForWork(page.getSteps(), id, caller);
        try {
            DirectiveStep step = form.step(page);
            take(step, form, form.turn(caller, id, SentForm.digest(request)));
            redirect.addFlashAttribute("done", "已办理：" + step.getLabel() + "。");
            return "redirect:/directives/" + id;
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
        show(page, file, model);
        return new ModelAndView("directive/step", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void take(DirectiveStep step, DirectiveStepForm form, Turn turn) {
        switch (step) {
            case PROPOSE -> work.propose(turn);
            case ISSUE -> work.issue(turn);
            case RETURN -> work.returnToDraft(turn);
            case SERVE -> work.serve(turn, form.service());
            case WITHDRAW -> work.withdraw(turn);
        }
    }

    private void show(DirectivePage page, DirectiveFile file, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("file", file);
        model.addAttribute("ways", ServiceWay.values());
    }
}
