package gassafety.enforcement;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafts of cases, begun from a unit, an inspection or a hazard. */
@Controller
@Reads(RecordKind.CASES)
class DraftController {

    private final CaseWork work;
    private final CaseFiles files;
    private final DraftOrigins origins;

    DraftController(CaseWork work, CaseFiles files, DraftOrigins origins) {
        this.work = work;
        this.files = files;
        this.origins = origins;
    }

    @InitBinder("form")
    void only(WebDataBinder binder) {
        binder.setAllowedFields(DraftForm.FIELDS);
    }

    @GetMapping("/cases/new")
    String blank(
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam(required = false) @Nullable Long inspection,
            @RequestParam(required = false) @Nullable Long hazard,
            Caller caller,
            Model model) {
        if (!EnforcementCase.mayDraft(caller)) {
            throw new Forbidden("案件由市场监管所或执法股的人员起草。");
        }
        DraftForm form = new DraftForm();
        form.setFacts(DraftOrigins.problems(origins.begin(form, enterprise, inspection, hazard, caller, "立案")));
        model.addAttribute("form", form);
        origins.show(form, caller, model);
        return "enforcement/draft";
    }

    @PostMapping("/cases")
    Object begin(
            @Valid @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            RedirectAttributes redirect) {
        long enterprise = form.enterpriseId();
        if (!errors.hasErrors()) {
            try {
                long id = work.draft(caller, form.requestKey(), enterprise, form.draft());
                redirect.addFlashAttribute("done", "草稿已保存。核对后请提请立案。");
                return "redirect:/cases/" + id;
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        origins.show(form, caller, model);
        return new ModelAndView("enforcement/draft", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/cases/{id}/draft")
    String written(@PathVariable long id, Caller caller, Model model) {
        CaseFile file = files.openForRewriting(id, caller);
        DraftForm form = DraftForm.of(file);
        form.setEnterprise(String.valueOf(file.row().enterpriseId()));
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        origins.show(form, caller, model);
        return "enforcement/draft";
    }

    @PostMapping("/cases/{id}/draft")
    Object rewrite(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            RedirectAttributes redirect) {
        CaseFile file = files.openForRewriting(id, caller);
        form.setEnterprise(String.valueOf(file.row().enterpriseId()));
        if (!errors.hasErrors()) {
            try {
                work.rewrite(new Turn(caller, id, Typed.version(form.getVersion()), ""), form.draft());
                redirect.addFlashAttribute("done", "草稿已保存。");
                return "redirect:/cases/" + id;
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        model.addAttribute("id", id);
        origins.show(form, caller, model);
        return new ModelAndView("enforcement/draft", HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
