package gassafety.directive;

import gassafety.calendar.Today;
import gassafety.enforcement.DraftOrigins;
import gassafety.enforcement.Turn;
import gassafety.enforcement.Typed;
import gassafety.hazard.HazardSummary;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

/** Drafts of directives, begun from a unit, an inspection or a hazard. */
@Controller
@Reads(RecordKind.CASES)
class DirectiveDraftController {

    private final DirectiveWork work;
    private final DirectiveFiles files;
    private final DraftOrigins origins;
    private final Today today;

    DirectiveDraftController(DirectiveWork work, DirectiveFiles files, DraftOrigins origins, Today today) {
        this.work = work;
        this.files = files;
        this.origins = origins;
        this.today = today;
    }

    @InitBinder("form")
    void only(WebDataBinder binder) {
        binder.setAllowedFields(DirectiveForm.FIELDS);
    }

    @GetMapping("/directives/new")
    String blank(
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam(required = false) @Nullable Long inspection,
            @RequestParam(required = false) @Nullable Long hazard,
            @RequestParam(required = false) @Nullable String kind,
            Caller caller,
            Model model) {
        DirectiveForm form = new DirectiveForm();
        form.setKind(kind);
        String what = form.kind().getLabel();
        if (!Directive.mayDraft(caller)) {
            throw new Forbidden(what + "由市场监管所、特设股或执法股的人员起草。");
        }
        List<HazardSummary> found = origins.begin(form, enterprise, inspection, hazard, caller, what);
        form.setProblems(DraftOrigins.problems(found));
        found.stream()
                .map(HazardSummary::due)
                .flatMap(Stream::ofNullable)
                .filter(due -> !due.isBefore(today.day()))
                .min(Comparator.comparing((LocalDate due) -> due.equals(today.day()))
                        .thenComparing(Comparator.naturalOrder()))
                .ifPresent(due -> form.setDue(due.toString()));
        model.addAttribute("form", form);
        return page(form, form.kind(), caller, model);
    }

    @PostMapping("/directives")
    Object begin(
            @Valid @ModelAttribute("form") DirectiveForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            RedirectAttributes redirect) {
        long enterprise = form.enterpriseId();
        if (!errors.hasErrors()) {
            try {
                long id = work.draft(caller, form.requestKey(), enterprise, form.kind(), form.text());
                redirect.addFlashAttribute("done", "草稿已保存。核对后请提请签发。");
                return "redirect:/directives/" + id;
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        return new ModelAndView(page(form, shown(form), caller, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/directives/{id}/draft")
    String written(@PathVariable long id, Caller caller, Model model) {
        DirectiveFile file = files.openForRewriting(id, caller);
        DirectiveForm form = DirectiveForm.of(file);
        form.setEnterprise(String.valueOf(file.row().enterpriseId()));
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        return page(form, file.row().kind(), caller, model);
    }

    @PostMapping("/directives/{id}/draft")
    Object rewrite(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DirectiveForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            RedirectAttributes redirect) {
        DirectiveFile file = files.openForRewriting(id, caller);
        form.setEnterprise(String.valueOf(file.row().enterpriseId()));
        if (!errors.hasErrors()) {
            try {
                work.rewrite(new Turn(caller, id, Typed.version(form.getVersion()), ""), form.text());
                redirect.addFlashAttribute("done", "草稿已保存。");
                return "redirect:/directives/" + id;
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        model.addAttribute("id", id);
        return new ModelAndView(page(form, file.row().kind(), caller, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String page(DirectiveForm form, DirectiveKind kind, Caller caller, Model model) {
        model.addAttribute("kind", kind);
        origins.show(form, caller, model);
        return "directive/draft";
    }

    /** The kind that was sent, or the usual one where what was sent is none. */
    private static DirectiveKind shown(DirectiveForm form) {
        return DirectiveKind.CORRECTION.name().equals(form.getKind())
                ? DirectiveKind.CORRECTION
                : DirectiveKind.SUPERVISION;
    }
}
