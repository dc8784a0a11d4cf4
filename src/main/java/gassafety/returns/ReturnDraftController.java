package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormPage;
import gassafety.web.FormSheet;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import gassafety.web.Stale;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a return is begun and its draft is written. */
@Controller
@Reads(RecordKind.RETURNS)
class ReturnDraftController {

    private static final String NIL = "nil";
    private static final String PROGRESS = "progress";

    private final ReturnWork work;
    private final ReturnFiles files;
    private final Campaigns campaigns;
    private final Today today;

    ReturnDraftController(ReturnWork work, ReturnFiles files, Campaigns campaigns, Today today) {
        this.work = work;
        this.files = files;
        this.campaigns = campaigns;
        this.today = today;
    }

    @GetMapping("/returns/new")
    String ask(@RequestParam(defaultValue = "") String month, Caller caller, Model model) {
        mustFillIn(caller);
        FormSheet sheet = months();
        sheet.fill(Map.of("month", month)).show(model);
        model.addAttribute("sheet", sheet);
        return "returns/new";
    }

    @PostMapping("/returns")
    String begin(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        mustFillIn(caller);
        FormSheet sheet = months();
        Typed typed = sheet.read(sent);
        if (typed.isFine()) {
            try {
                return "redirect:/returns/" + work.begin(caller, YearMonth.parse(typed.text("month"))) + "/draft";
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        typed.show(model);
        model.addAttribute("sheet", sheet);
        return "returns/new";
    }

    @GetMapping("/returns/{id}/draft")
    String write(@PathVariable long id, Caller caller, Model model) {
        ReturnFile file = files.openForWriting(id, caller);
        FormSheet sheet = sheet(file);
        return show(file, sheet, sheet.fill(held(file.content())), String.valueOf(file.version()), model);
    }

    @PostMapping("/returns/{id}/draft")
    String write(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ReturnFile file = files.openForWriting(id, caller);
        FormSheet sheet = sheet(file);
        Typed typed = sheet.read(sent);
        String version = String.valueOf(sent.getFirst("version"));
        if (typed.isFine()) {
            Turn turn =
                    new Turn(caller, id, gassafety.enforcement.Typed.version(version), "", SentForm.digest(request));
            try {
                work.write(turn, content(file, typed));
            } catch (Stale stale) {
                return conflict(file, sheet).conflict(typed, model, response);
            }
            redirect.addFlashAttribute("done", "已保存。");
            return "redirect:/returns/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(file, sheet, typed, version, model);
    }

    private static FormPage conflict(ReturnFile file, FormSheet sheet) {
        String address = "/returns/" + file.row().id();
        return new FormPage(
                file.row().month() + " 月报", address + "/draft", address, sheet, held(file.content()), file.version());
    }

    private static void mustFillIn(Caller caller) {
        if (!MonthlyReturn.mayFillIn(caller)) {
            throw new Forbidden("月报由县局填报人填写，市局的由专班办公室填写。");
        }
    }

    /** The months that have begun, the latest first. */
    private FormSheet months() {
        List<Option> options = new ArrayList<>();
        campaigns.months().stream()
                .filter(month -> !month.opens().isAfter(today.day()))
                .forEach(month -> options.add(
                        0, new Option(month.month().toString(), month.month() + "（数据截至 " + month.cutOff() + "）")));
        return new FormSheet(List.of(new FormSheet.Group(
                "月份", List.of(FormField.oneOf("month", "月份", options).needed()))));
    }

    private static FormSheet sheet(ReturnFile file) {
        List<FormSheet.Group> groups = new ArrayList<>();
        groups.add(new FormSheet.Group(
                "专项整治行动进展情况",
                List.of(
                        FormField.tick(NIL, "零报告：本期没有新发生、补录和冲销的记录"),
                        FormField.lines(PROGRESS, "进展情况", ReturnContent.LONGEST)
                                .hint("本期做了什么、查处了什么、存在的问题和下一步打算；零报告可以不填。"))));
        List<FormField> explanations = file.soft().stream()
                .map(remark -> FormField.lines(remark.name(), "说明", ReturnContent.LONGEST_EXPLANATION)
                        .hint(remark.message()))
                .toList();
        if (!explanations.isEmpty()) {
            groups.add(new FormSheet.Group("核对出的疑点，请逐条说明", explanations));
        }
        return new FormSheet(groups);
    }

    private static Map<String, String> held(ReturnContent content) {
        Map<String, String> held = new HashMap<>();
        held.put(NIL, content.nil() ? Typed.YES : "");
        held.put(PROGRESS, content.progress());
        content.explanations().forEach(held::put);
        return held;
    }

    /** Explanations of what the checks no longer find are dropped. */
    private static ReturnContent content(ReturnFile file, Typed typed) {
        Map<String, String> explanations = new HashMap<>();
        file.soft().stream()
                .filter(remark -> !typed.text(remark.name()).isEmpty())
                .forEach(remark -> explanations.put(remark.name(), typed.text(remark.name())));
        return new ReturnContent(typed.ticked(NIL), typed.text(PROGRESS), explanations);
    }

    private static String show(ReturnFile file, FormSheet sheet, Typed typed, String version, Model model) {
        typed.show(model);
        model.addAttribute("file", file);
        model.addAttribute("sheet", sheet);
        model.addAttribute("version", version);
        return "returns/draft";
    }
}
