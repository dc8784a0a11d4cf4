package gassafety.lookback;

import gassafety.attachment.Attachments;
import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.lookback.SecondLooks.Report;
import gassafety.lookback.SecondLooks.Sent;
import gassafety.office.Caller;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The closed hazards that were drawn, and the page on which two officials say what became of one. */
@Controller
@Reads(RecordKind.HAZARDS)
class LookbackController {

    static final Sort OPEN_FIRST = Sort.by(Sort.Order.desc("due"), Sort.Order.desc("id"));

    private static final int LONGEST = 1_000;

    private static final FormSheet SIGNATURE = new FormSheet(List.of(new FormSheet.Group(
            "会签",
            List.of(
                    FormField.oneOf("agrees", "您的意见", List.of(new Option("yes", "同意，签字"), new Option("no", "不同意，重新核查")))
                            .needed(),
                    FormField.lines("opinion", "意见", LONGEST).hint("不同意的，写明理由")))));

    private static final ListWorkbook<Lookback> WORKBOOK = new ListWorkbook<>(
            "回头看",
            List.of(
                    new Column<>("隐患编号", 20, Lookback::getHazardNumber),
                    new Column<>("问题", 40, Lookback::getProblem),
                    new Column<>("级别", 10, lookback -> lookback.getLevel().getLabel()),
                    new Column<>("单位", 30, Lookback::getUnitName),
                    new Column<>("发现日期", 12, Lookback::getFoundOn),
                    new Column<>("销号日期", 12, Lookback::getClosedOn),
                    new Column<>("完成期限", 12, Lookback::getDue),
                    new Column<>("状态", 12, lookback -> lookback.getState().getLabel()),
                    new Column<>("核查日期", 12, Lookback::getVisitedOn)));

    private final Lookbacks lookbacks;
    private final SecondLooks looks;
    private final Attachments attachments;
    private final Offices offices;
    private final Deadlines deadlines;
    private final Today today;

    LookbackController(
            Lookbacks lookbacks,
            SecondLooks looks,
            Attachments attachments,
            Offices offices,
            Deadlines deadlines,
            Today today) {
        this.lookbacks = lookbacks;
        this.looks = looks;
        this.attachments = attachments;
        this.offices = offices;
        this.deadlines = deadlines;
        this.today = today;
    }

    static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new Forbidden("回头看由监管单位安排和查看。");
        }
    }

    @GetMapping("/lookbacks")
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        requireStaff(caller);
        LookbackFilter filter = filter(sent, caller);
        Page<Lookback> page = lookbacks.page(
                filter.specification(), caller.scope(), Pages.number(sent.get("page")), Pages.SIZE, OPEN_FIRST);
        model.addAttribute("filter", filter);
        model.addAttribute("states", LookbackState.values());
        model.addAttribute("levels", LookbackRates.LEVELS);
        model.addAttribute("rows", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("today", today.day());
        model.addAttribute("workbook", filter.address("/lookbacks.xlsx"));
        return "lookback/lookbacks";
    }

    @GetMapping("/lookbacks.xlsx")
    void workbook(@RequestParam Map<String, String> sent, Caller caller, HttpServletResponse response)
            throws IOException {
        requireStaff(caller);
        LookbackFilter filter = filter(sent, caller);
        WORKBOOK.send(response, row -> lookbacks.each(filter.specification(), caller.scope(), OPEN_FIRST, row));
    }

    private LookbackFilter filter(Map<String, String> sent, Caller caller) {
        String path = offices.pathOf(sent.getOrDefault("office", ""))
                .filter(found -> caller.scope().covers(found))
                .orElse(null);
        return LookbackFilter.read(sent, path);
    }

    @GetMapping("/lookbacks/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        Lookback lookback = require(id, caller);
        if (lookback.isToVisitBy(caller)) {
            report().fill(Map.of("due", deadlines.usualFix(today.day()).toString()))
                    .show(model);
        } else if (lookback.isToSignBy(caller)) {
            SIGNATURE.fill(Map.of()).show(model);
        }
        return show(lookback, UUID.randomUUID().toString(), caller, model);
    }

    @GetMapping("/lookbacks/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, Caller caller) {
        return attachments
                .read(SecondLooks.source(require(id, caller).getId()), file)
                .answer();
    }

    @PostMapping("/lookbacks/{id}/visits")
    String visit(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = report().read(sent);
        return done(
                id,
                typed,
                caller,
                model,
                request,
                response,
                redirect,
                form -> looks.write(
                        id,
                        new Report(
                                Objects.requireNonNull(typed.one("result", LookbackState.class)),
                                typed.text("findings"),
                                typed.day("due"),
                                files == null ? List.of() : files),
                        form));
    }

    @PostMapping("/lookbacks/{id}/signatures")
    String sign(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = SIGNATURE.read(sent);
        return done(
                id,
                typed,
                caller,
                model,
                request,
                response,
                redirect,
                form -> looks.sign(id, typed.ticked("agrees"), typed.text("opinion"), form));
    }

    private interface Act {
        boolean done(Sent form);
    }

    private String done(
            long id,
            Typed typed,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Act act) {
        Lookback lookback = require(id, caller);
        UUID key = key(request.getParameter("key"));
        String seen = request.getParameter("version");
        if (typed.isFine()) {
            try {
                boolean now = act.done(new Sent(
                        key,
                        SentForm.digest(request),
                        seen != null && seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : -1,
                        caller));
                redirect.addFlashAttribute("done", now ? "已记录。" : "这次提交已经办理过，没有重复记录。");
                return "redirect:" + lookback.getAddress();
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        typed.show(model);
        return show(lookback, key.toString(), caller, model);
    }

    private String show(Lookback lookback, String key, Caller caller, Model model) {
        boolean toVisit = lookback.isToVisitBy(caller);
        model.addAttribute("lookback", lookback);
        model.addAttribute("today", today.day());
        model.addAttribute("visits", looks.of(lookback.getId()));
        model.addAttribute("files", attachments.of(SecondLooks.source(lookback.getId())));
        String barred = looks.whyNotSigning(lookback, caller).orElse(null);
        model.addAttribute("barred", barred);
        model.addAttribute(
                "sheet", toVisit ? report() : lookback.isToSignBy(caller) && barred == null ? SIGNATURE : null);
        model.addAttribute("verb", toVisit ? "visits" : "signatures");
        model.addAttribute("key", key);
        return "lookback/lookback";
    }

    private static FormSheet report() {
        return new FormSheet(List.of(new FormSheet.Group(
                "填写回头看结果",
                List.of(
                        FormField.oneOf("result", "结果", LookbackState.results())
                                .needed()
                                .hint("“反弹”经会签后另立一条隐患，与原隐患关联；单位已关闭、搬离的选“无法核查”"),
                        FormField.day("due", "反弹的整改时限").hint("只在“反弹”时填写"),
                        FormField.lines("findings", "核查情况", LONGEST)
                                .needed()
                                .hint("写明现场看到了什么；须由两名人员核查，您填写后由另一名用自己的账号会签")))));
    }

    private Lookback require(long id, Caller caller) {
        requireStaff(caller);
        return lookbacks.find(id, caller.scope()).orElseThrow(NotFound::new);
    }

    static UUID key(@Nullable String sent) {
        try {
            return UUID.fromString(String.valueOf(sent));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
