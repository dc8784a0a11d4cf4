package gassafety.hazard;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A page for each act, which says what it will do and asks for what it needs, and the doing of it. */
@Controller
@Reads(RecordKind.HAZARDS)
class ActController {

    private static final String ACT_PAGE = "hazard/act";

    private final HazardPages pages;
    private final Submissions submissions;
    private final Acting acting;
    private final Criteria criteria;
    private final FollowUps followUps;

    ActController(HazardPages pages, Submissions submissions, Acting acting, Criteria criteria, FollowUps followUps) {
        this.criteria = criteria;
        this.followUps = followUps;
        this.pages = pages;
        this.submissions = submissions;
        this.acting = acting;
    }

    /** One of those to whom a major hazard was reported, to choose from. */
    record Party(String name) {

        public String getLabel() {
            return name;
        }
    }

    @InitBinder("form")
    void onlyItsFields(WebDataBinder binder) {
        binder.setAllowedFields(HazardForm.FIELDS);
    }

    @GetMapping("/hazards/{id}/{noun}")
    String ask(@PathVariable long id, @PathVariable String noun, Caller caller, Model model) {
        HazardAct act = HazardAct.at(noun).orElseThrow(NotFound::new);
        Hazard hazard = pages.require(id, caller);
        mustAllow(hazard, act, caller);
        HazardForm form = new HazardForm();
        form.setVersion(String.valueOf(hazard.getVersion()));
        if (act == HazardAct.REPORT_UP) {
            Office bureau = caller.office().bureau();
            form.setReceiver(MajorReports.superior(bureau));
            form.setGovernment(MajorReports.government(bureau));
        }
        model.addAttribute("form", form);
        return show(id, act, caller, model);
    }

    @PostMapping("/hazards/{id}/{noun}")
    String submit(
            @PathVariable long id,
            @PathVariable String noun,
            @ModelAttribute("form") HazardForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        HazardAct act = HazardAct.at(noun).orElseThrow(NotFound::new);
        Hazard hazard = pages.require(id, caller);
        if (!submissions.isDone(form)) {
            mustAllow(hazard, act, caller);
            HazardFormRules.check(act, hazard, form, errors);
        }
        if (!errors.hasErrors()) {
            try {
                boolean now = submissions.submit(id, act, form, SentForm.digest(request), caller);
                redirect.addFlashAttribute("done", now ? "已办理：" + act.getLabel() : "这次提交已经办理过，没有重复记录。");
                return "redirect:/hazards/" + id;
            } catch (Refusal refusal) {
                tell(refusal, errors);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(id, act, caller, model);
    }

    private void mustAllow(Hazard hazard, HazardAct act, Caller caller) {
        acting.mustBeWorkOf(caller, hazard, act);
        if (!hazard.offers(act)) {
            throw pages.notNow(hazard, act);
        }
        acting.mustAllow(hazard, act, caller);
    }

    private static void tell(Refusal refusal, BindingResult errors) {
        String field = refusal.getField();
        if (field != null && Arrays.asList(HazardForm.FIELDS).contains(field)) {
            errors.rejectValue(field, "refused", refusal.sentence());
        } else {
            errors.reject("refused", refusal.sentence());
        }
    }

    private String show(long id, HazardAct act, Caller caller, Model model) {
        HazardPage page = pages.page(id, caller);
        model.addAttribute("page", page);
        model.addAttribute("act", act);
        model.addAttribute("own", page.hazard().isOwnOf(caller));
        model.addAttribute("today", acting.day());
        model.addAttribute("criteria", criteria.inForce(acting.day()));
        model.addAttribute("causes", Cause.values());
        model.addAttribute("endings", Ending.values());
        if (act == HazardAct.RECEIPT) {
            model.addAttribute(
                    "parties",
                    followUps.withoutReceipt(page.hazard()).stream()
                            .map(Party::new)
                            .toList());
        }
        return ACT_PAGE;
    }
}
