package gassafety.hazard;

import gassafety.attachment.Attachments;
import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.hazard.Notices.Notice;
import gassafety.hazard.Notices.Told;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.register.Register;
import gassafety.register.UnitSearch;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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

/** 登记隐患 by hand, and the page that tells where such a hazard comes from. */
@Controller
@Reads(RecordKind.HAZARDS)
class NoticeController {

    private static final String MAJOR = "major";

    private static final FormSheet SHEET = new FormSheet(List.of(
            new FormSheet.Group(
                    "来源",
                    List.of(
                            FormField.oneOf("kind", "来源", NoticeKind.values()).needed(),
                            FormField.text("informant", "来件单位和编号", 200)
                                    .needed()
                                    .hint("如 12345 工单 20231102-0173、示例县住建局函〔2023〕5号；投诉举报的来件只对受理和办理人员显示"),
                            FormField.day("foundOn", "发现日期").needed())),
            new FormSheet.Group(
                    "隐患",
                    List.of(
                            FormField.lines("problem", "问题描述", 2_000).needed(),
                            FormField.oneOf(
                                            "field",
                                            "类别",
                                            List.of(
                                                    new Option("TS", "特种设备"),
                                                    new Option("ZL", "产品质量"),
                                                    new Option("JG", "价格")))
                                    .needed(),
                            FormField.oneOf(
                                            "level",
                                            "级别",
                                            List.of(new Option("general", "一般隐患"), new Option(MAJOR, "拟定重大隐患")))
                                    .needed()
                                    .hint("拟定重大的，由县局特设股认定"))),
            new FormSheet.Group(
                    "整改",
                    List.of(
                            FormField.text("responsible", "整改责任人", 100).needed(),
                            FormField.day("due", "整改时限").needed().hint("按所填的这一天计算，落在休息日的不顺延"),
                            FormField.lines("measure", "管控措施", 1_000).needed().hint("整改完成以前采取的措施；资料类的写“无需临时管控”")))));

    /** Open hazards of the unit that are shown before another one is registered. */
    private static final int MOST_KNOWN = 10;

    private final Notices notices;
    private final HazardPages pages;
    private final Ledger ledger;
    private final Register register;
    private final UnitSearch units;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final Today today;

    NoticeController(
            Notices notices,
            HazardPages pages,
            Ledger ledger,
            Register register,
            UnitSearch units,
            Attachments attachments,
            Deadlines deadlines,
            Today today) {
        this.notices = notices;
        this.pages = pages;
        this.ledger = ledger;
        this.register = register;
        this.units = units;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.today = today;
    }

    @GetMapping("/hazards/new")
    String ask(
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam(required = false) @Nullable String q,
            Caller caller,
            Model model) {
        Notices.require(caller);
        if (enterprise == null) {
            return units.show("登记隐患", "/hazards/new", q, caller.scope(), model);
        }
        Typed typed = SHEET.fill(Map.of(
                "foundOn", today.day().toString(),
                "level", "general",
                "due", deadlines.usualFix(today.day()).toString()));
        return show(enterprise, typed, UUID.randomUUID().toString(), caller, model);
    }

    @PostMapping("/hazards")
    String register(
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Notices.require(caller);
        Typed typed = SHEET.read(sent);
        UUID key = key(request.getParameter("key"));
        if (typed.isFine()) {
            try {
                long hazard = notices.register(
                        key,
                        SentForm.digest(request),
                        unit(enterprise),
                        told(typed, files == null ? List.of() : files),
                        caller);
                redirect.addFlashAttribute("done", "隐患已登记，并下达整改。");
                return "redirect:/hazards/" + hazard;
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(unit(enterprise), typed, key.toString(), caller, model);
    }

    @GetMapping("/hazards/notices/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        Notice notice = require(id, caller);
        model.addAttribute("notice", notice);
        model.addAttribute("hazard", pages.require(notice.hazardId(), caller));
        boolean reads = Notices.mayReadInformant(notice, caller);
        model.addAttribute("informant", reads ? notice.informant() : "投诉举报人的情况只对受理和办理人员显示");
        model.addAttribute("files", reads ? notices.files(id) : List.of());
        return "hazard/notice";
    }

    @GetMapping("/hazards/notices/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, Caller caller) {
        Notice notice = require(id, caller);
        if (!Notices.mayReadInformant(notice, caller)) {
            throw new NotFound();
        }
        return attachments.read(Notices.source(notice.id()), file).answer();
    }

    /** What someone told of a unit is not for the unit to read. */
    private Notice require(long id, Caller caller) {
        Notice notice = notices.find(id).filter(one -> caller.isStaff()).orElseThrow(NotFound::new);
        pages.require(notice.hazardId(), caller);
        return notice;
    }

    private String show(long enterprise, Typed typed, String key, Caller caller, Model model) {
        typed.show(model);
        model.addAttribute("unit", register.require(enterprise, caller.scope()));
        Page<LedgerRow> known = ledger.page(
                HazardLedger.ofEnterprise(enterprise).and(HazardLedger.isOpen()),
                LedgerSort.NEWEST,
                caller,
                1,
                MOST_KNOWN);
        model.addAttribute("known", known.getContent());
        model.addAttribute("knownTotal", known.getTotalElements());
        model.addAttribute("sheet", SHEET);
        model.addAttribute("key", key);
        return "hazard/new";
    }

    private static long unit(@Nullable Long enterprise) {
        if (enterprise == null) {
            throw new Refusal("请先找到单位，再登记隐患。");
        }
        return enterprise;
    }

    private static Told told(Typed typed, List<MultipartFile> files) {
        return new Told(
                Objects.requireNonNull(typed.one("kind", NoticeKind.class)),
                typed.text("informant"),
                Objects.requireNonNull(typed.day("foundOn")),
                typed.text("field"),
                typed.text("problem").strip(),
                typed.text("level").equals(MAJOR),
                typed.text("responsible"),
                Objects.requireNonNull(typed.day("due")),
                typed.text("measure").strip(),
                files);
    }

    private static UUID key(@Nullable String sent) {
        try {
            return UUID.fromString(String.valueOf(sent));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
