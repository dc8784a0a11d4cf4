package gassafety.directive;

import gassafety.enforcement.Turn;
import gassafety.enforcement.Typed;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.inspection.VisitBook;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.register.Register;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final Register register;
    private final HazardLedger ledger;
    private final VisitBook visits;

    DirectiveDraftController(
            DirectiveWork work, DirectiveFiles files, Register register, HazardLedger ledger, VisitBook visits) {
        this.work = work;
        this.files = files;
        this.register = register;
        this.ledger = ledger;
        this.visits = visits;
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
            Caller caller,
            Model model) {
        if (!Directive.mayDraft(caller)) {
            throw new Forbidden("监察指令书由市场监管所、特设股或执法股的人员起草。");
        }
        DirectiveForm form = begun(enterprise, inspection, hazard, caller);
        model.addAttribute("form", form);
        show(form, caller, model);
        return "directive/draft";
    }

    @PostMapping("/directives")
    Object begin(
            @Valid @ModelAttribute("form") DirectiveForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            RedirectAttributes redirect) {
        long enterprise = unit(form);
        if (!errors.hasErrors()) {
            try {
                long id = work.draft(caller, key(form), enterprise, form.text());
                redirect.addFlashAttribute("done", "草稿已保存。核对后请提请签发。");
                return "redirect:/directives/" + id;
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        show(form, caller, model);
        return new ModelAndView("directive/draft", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/directives/{id}/draft")
    String written(@PathVariable long id, Caller caller, Model model) {
        DirectiveFile file = files.openForRewriting(id, caller);
        DirectiveForm form = DirectiveForm.of(file);
        form.setEnterprise(String.valueOf(file.row().enterpriseId()));
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        show(form, caller, model);
        return "directive/draft";
    }

    @PostMapping("/directives/{id}/draft")
    Object rewrite(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DirectiveForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            RedirectAttributes redirect) {
        DirectiveFile file = files.open(id, caller);
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
        show(form, caller, model);
        return new ModelAndView("directive/draft", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A form filled with what the page knew from which the draft was begun. */
    private DirectiveForm begun(
            @Nullable Long enterprise, @Nullable Long inspection, @Nullable Long hazard, Caller caller) {
        DirectiveForm form = new DirectiveForm();
        form.setKey(UUID.randomUUID().toString());
        List<HazardSummary> found = hazard != null
                ? List.of(ledger.require(hazard, caller.scope()))
                : inspection != null ? raisedBy(inspection, caller) : List.of();
        found.forEach(one -> form.getHazards().add(String.valueOf(one.id())));
        Long unit = enterprise != null ? enterprise : unitOf(inspection, found, caller);
        if (unit == null) {
            throw new Refusal("请从监管对象、监督检查或隐患台账中打开一条记录，再从那里起草监察指令书。");
        }
        form.setEnterprise(String.valueOf(unit));
        form.setInspection(inspection == null ? null : String.valueOf(inspection));
        form.setProblems(
                String.join("\n", found.stream().map(HazardSummary::problem).toList()));
        return form;
    }

    private @Nullable Long unitOf(@Nullable Long inspection, List<HazardSummary> found, Caller caller) {
        if (inspection != null) {
            return visits.require(inspection, caller.scope()).enterpriseId();
        }
        return found.isEmpty() ? null : found.get(0).enterpriseId();
    }

    private List<HazardSummary> raisedBy(long inspection, Caller caller) {
        return ledger.raisedBy(new SourceRef(SourceKind.INSPECTION, inspection, 0), caller.scope());
    }

    private void show(DirectiveForm form, Caller caller, Model model) {
        long enterprise = unit(form);
        model.addAttribute("unit", register.require(enterprise, caller.scope()));
        Map<Long, HazardSummary> choices = new LinkedHashMap<>();
        for (HazardSummary open : ledger.openOf(enterprise, caller.scope())) {
            choices.put(open.id(), open);
        }
        for (long chosen : form.chosenHazards()) {
            HazardSummary hazard = ledger.require(chosen, caller.scope());
            if (hazard.enterpriseId() == enterprise) {
                choices.put(chosen, hazard);
            }
        }
        model.addAttribute("choices", choices.values());
        model.addAttribute("chosen", form.chosenHazards());
    }

    private static long unit(DirectiveForm form) {
        String typed = Typed.stripped(form.getEnterprise());
        if (!typed.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(typed);
    }

    /** A page that was shown always has a key; a request made without one gets one of its own. */
    private static String key(DirectiveForm form) {
        String typed = Typed.stripped(form.getKey());
        return typed.matches("[0-9a-f-]{36}") ? typed : UUID.randomUUID().toString();
    }
}
