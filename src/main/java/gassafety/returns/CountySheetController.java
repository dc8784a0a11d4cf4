package gassafety.returns;

import gassafety.campaign.ReportMonth;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.reporting.Annex3;
import gassafety.reporting.Annex3Reader.Fault;
import gassafety.reporting.Line;
import gassafety.returns.CountySheetWork.Outcome;
import gassafety.web.Download;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormPage;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import gassafety.web.SentFile;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** 报表文件: workbooks of bureaus that don't work in the system, from the day they are handed in to the decision. */
@Controller
@Reads(RecordKind.RETURNS)
class CountySheetController {

    private static final String ADDRESS = "/returns/sheets";
    private static final String STEP = ADDRESS + "/{id}/{step:acceptance|rejection|withdrawal}";
    private static final int LONGEST_OPINION = 500;

    private final CountySheets sheets;
    private final CountySheetWork work;

    CountySheetController(CountySheets sheets, CountySheetWork work) {
        this.sheets = sheets;
        this.work = work;
    }

    @GetMapping(ADDRESS)
    String list(@RequestParam(required = false) @Nullable String page, Caller caller, Model model) {
        Page<CountySheet> found = sheets.page(caller.scope(), Pages.number(page));
        model.addAttribute("sheets", found.getContent());
        model.addAttribute("bar", Pages.bar(found));
        model.addAttribute("sends", !work.senders(caller).isEmpty());
        return "returns/sheets";
    }

    @GetMapping(ADDRESS + "/new")
    String ask(@RequestParam Map<String, String> wanted, Caller caller, Model model) {
        FormSheet sheet = sheet(caller);
        return show(sheet, sheet.fill(wanted), null, List.of(), model);
    }

    @PostMapping(ADDRESS)
    String send(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        FormSheet sheet = sheet(caller);
        Typed typed = sheet.read(sent);
        MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        MultipartFile file = parts == null ? null : parts.getFile("file");
        String problem = file == null || file.isEmpty() ? "请选择填好的附件3工作簿。" : null;
        List<Fault> faults = List.of();
        if (typed.isFine() && problem == null && file != null) {
            try {
                Outcome outcome = work.send(
                        typed.text("office"),
                        month(typed.text("month")),
                        SentFile.name(String.valueOf(file.getOriginalFilename()), "附件3.xlsx"),
                        file.getBytes(),
                        typed.text("progress"),
                        caller);
                if (outcome.id() != null) {
                    redirect.addFlashAttribute("done", outcome.again() ? "这份报表已经送来过，没有重复登记。" : "已送交，待专班办公室接收。");
                    return "redirect:" + ADDRESS + "/" + outcome.id();
                }
                faults = outcome.faults();
            } catch (Refusal refusal) {
                problem = refusal.sentence();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(sheet, typed, problem, faults, model);
    }

    /** A line of the workbook beside the one before it. */
    record Row(Line line, String figure, String last, boolean changed) {}

    @GetMapping(ADDRESS + "/{id}")
    String one(@PathVariable long id, Caller caller, Model model) {
        CountySheet found = sheets.require(id, caller.scope());
        Optional<CountySheet> before = work.before(found);
        model.addAttribute("sheet", found);
        model.addAttribute("before", before.orElse(null));
        model.addAttribute(
                "rows",
                Annex3.lines().stream()
                        .map(line -> row(line, found.figure(line), before.map(one -> one.figure(line))))
                        .toList());
        model.addAttribute("remarks", work.remarks(found));
        model.addAttribute("steps", found.steps(caller));
        return "returns/sheet";
    }

    private static Row row(Line line, BigDecimal figure, Optional<BigDecimal> last) {
        return new Row(
                line,
                line.printed(figure).toPlainString(),
                last.map(before -> line.printed(before).toPlainString()).orElse("—"),
                last.filter(before -> before.compareTo(figure) != 0).isPresent());
    }

    /** The workbook as it was handed in, byte for byte. */
    @GetMapping(ADDRESS + "/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, Caller caller) {
        CountySheet found = sheets.require(id, caller.scope());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(found.fileName()))
                .body(sheets.content(found));
    }

    @GetMapping(STEP)
    String decide(@PathVariable long id, @PathVariable("step") String path, Caller caller, Model model) {
        SheetStep step = SheetStep.at(path).orElseThrow(NotFound::new);
        return page(sheets.require(id, caller.scope()), step, caller).show(model);
    }

    @PostMapping(STEP)
    String decide(
            @PathVariable long id,
            @PathVariable("step") String path,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SheetStep step = SheetStep.at(path).orElseThrow(NotFound::new);
        CountySheet found = sheets.require(id, caller.scope());
        FormPage page = page(found, step, caller);
        redirect.addFlashAttribute("done", "已" + step.getLabel() + "。");
        if (found.state() == step.to()) {
            return "redirect:" + page.back();
        }
        return page.submit(
                sent,
                typed -> {},
                typed -> {
                    work.take(id, step, typed.text("opinion"), caller);
                    return page.back();
                },
                model,
                response);
    }

    private static FormPage page(CountySheet found, SheetStep step, Caller caller) {
        CountySheetWork.requireDecide(caller);
        boolean accepts = step == SheetStep.ACCEPT;
        FormField opinion = FormField.lines("opinion", accepts ? "核实情况" : "理由", LONGEST_OPINION);
        return new FormPage(
                step.getLabel() + " " + found.getTitle(),
                found.getAddress() + "/" + step.getPath(),
                found.getAddress(),
                new FormSheet(List.of(new FormSheet.Group(
                        step.getLabel(), List.of(accepts ? opinion.hint("核对出疑点的必须写明怎样核实的") : opinion.needed())))),
                Map.of(),
                found.version());
    }

    /** @throws Forbidden when this person hands in nothing */
    private FormSheet sheet(Caller caller) {
        if (!CountySheet.maySend(caller)) {
            throw new Forbidden("报表文件由专班办公室或者报送单位的填报人送交。");
        }
        List<Option> bureaus = work.senders(caller).stream()
                .map(office -> new Option(office.getCode(), office.getShortName()))
                .toList();
        List<Option> months = work.months().stream()
                .map(month -> new Option(month.month().toString(), month.month() + "（数据截至 " + month.cutOff() + "）"))
                .toList();
        return new FormSheet(List.of(new FormSheet.Group(
                "报表",
                List.of(
                        FormField.oneOf("office", "报送单位", bureaus).needed(),
                        FormField.oneOf("month", "月份", months).needed(),
                        FormField.lines("progress", "专项整治行动进展情况", ReturnContent.LONGEST)))));
    }

    private ReportMonth month(String month) {
        return work.months().stream()
                .filter(known -> known.month().toString().equals(month))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String show(FormSheet sheet, Typed typed, @Nullable String problem, List<Fault> faults, Model model) {
        typed.show(model);
        model.addAttribute("sheet", sheet);
        model.addAttribute("problem", problem);
        model.addAttribute("faults", faults);
        return "returns/sheet-new";
    }
}
