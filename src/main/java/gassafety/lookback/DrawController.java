package gassafety.lookback;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.campaign.Phase;
import gassafety.lookback.Draws.Order;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws of 回头看: the list, one with its strata, and the form on which the next is drawn. */
@Controller
@Reads(RecordKind.HAZARDS)
class DrawController {

    private static final int USUAL_TERM = 30;
    private static final int DIGITS = 3;

    private final Draws draws;
    private final WorkingDays workingDays;
    private final Today today;

    DrawController(Draws draws, WorkingDays workingDays, Today today) {
        this.draws = draws;
        this.workingDays = workingDays;
        this.today = today;
    }

    @GetMapping("/lookbacks/draws")
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        LookbackController.requireStaff(caller);
        Page<Draw> page = draws.page(caller, Pages.number(sent.get("page")));
        model.addAttribute("draws", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("mayDraw", Draws.mayDraw(caller));
        model.addAttribute("time", draws.isTime());
        model.addAttribute("firstDay", draws.firstDay());
        return "lookback/draws";
    }

    @GetMapping("/lookbacks/draws/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        LookbackController.requireStaff(caller);
        Draw draw = draws.require(id, caller);
        model.addAttribute("draw", draw);
        model.addAttribute("same", draws.drawsTheSame(id));
        model.addAttribute("strata", draws.strata(id, caller));
        return "lookback/draw";
    }

    @GetMapping("/lookbacks/draws/new")
    String ask(Caller caller, Model model) {
        draws.requireDraw(caller);
        List<Phase> phases = draws.phases();
        Phase usual = phases.get(Math.max(0, phases.size() - 2));
        Typed typed = sheet().fill(Map.of(
                "phase", String.valueOf(usual.number()),
                "closedTo", draws.lastCut(usual).toString(),
                "major", String.valueOf(Draws.USUAL_MAJOR_PERCENT),
                "general", String.valueOf(Draws.USUAL_GENERAL_PERCENT),
                "due", workingDays.plusWorkingDays(today.day(), USUAL_TERM).toString()));
        return show(typed, UUID.randomUUID().toString(), caller, model);
    }

    /** Draws, or with the button {@code foresee} shows among what would be drawn. */
    @PostMapping("/lookbacks/draws")
    String draw(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        draws.requireDraw(caller);
        Typed typed = sheet().read(sent);
        UUID key = LookbackController.key(request.getParameter("key"));
        if (typed.isFine() && request.getParameter("foresee") == null) {
            try {
                long id = draws.draw(key, SentForm.digest(request), order(typed), caller);
                redirect.addFlashAttribute("done", "已抽取，抽中的隐患列入回头看。");
                return "redirect:/lookbacks/draws/" + id;
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        String page = show(typed, key.toString(), caller, model);
        if (!typed.isFine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page;
    }

    private String show(Typed typed, String key, Caller caller, Model model) {
        List<Stratum> strata = List.of();
        if (typed.isFine()) {
            try {
                strata = draws.foresee(order(typed), caller);
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        typed.show(model);
        model.addAttribute("sheet", sheet());
        model.addAttribute("key", key);
        model.addAttribute("strata", strata);
        return "lookback/new";
    }

    private Order order(Typed typed) {
        Phase phase = draws.phases().stream()
                .filter(one -> String.valueOf(one.number()).equals(typed.text("phase")))
                .findFirst()
                .orElseThrow();
        return new Order(
                phase,
                Objects.requireNonNull(typed.day("closedTo")),
                typed.whole("major"),
                typed.whole("general"),
                Objects.requireNonNull(typed.day("due")));
    }

    private FormSheet sheet() {
        return new FormSheet(List.of(new FormSheet.Group(
                "抽取",
                List.of(
                        FormField.oneOf(
                                        "phase",
                                        "阶段",
                                        draws.phases().stream()
                                                .map(phase -> new Option(
                                                        String.valueOf(phase.number()),
                                                        "第" + phase.number() + "阶段 " + phase.name()))
                                                .toList())
                                .needed()
                                .hint("从这个阶段内已销号、还没有抽取过的隐患中抽取"),
                        FormField.day("closedTo", "销号截止日").needed().hint("今天以前；这一天以后销号的下次再抽"),
                        FormField.whole("major", "重大隐患抽取比例（%）", DIGITS).needed(),
                        FormField.whole("general", "一般隐患抽取比例（%）", DIGITS)
                                .needed()
                                .hint("按单位和级别分别抽取，不足一条的抽一条"),
                        FormField.day("due", "完成期限").needed()))));
    }
}
