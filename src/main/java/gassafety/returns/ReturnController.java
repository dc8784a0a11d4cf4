package gassafety.returns;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.reporting.Annex3;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Line;
import gassafety.web.Download;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of monthly returns, one return, the records behind each of its numbers, and its workbooks. */
@Controller
@Reads(RecordKind.RETURNS)
class ReturnController {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final ListWorkbook<ReturnRow> WORKBOOK = new ListWorkbook<>(
            "月报",
            List.of(
                    new Column<>("月份", 10, ReturnRow::month),
                    new Column<>("填报单位", 24, ReturnRow::officeName),
                    new Column<>("状态", 12, ReturnRow::getStateText),
                    new Column<>("版本", 8, ReturnRow::revision),
                    new Column<>("待办", 16, ReturnRow::with),
                    new Column<>("截止日期", 12, ReturnRow::due),
                    new Column<>("报送日期", 12, ReturnRow::handedInOn),
                    new Column<>("报送逾期", 16, row -> row.lateness().text())));

    private final ReturnReader reader;
    private final ReturnFiles files;

    ReturnController(ReturnReader reader, ReturnFiles files) {
        this.reader = reader;
        this.files = files;
    }

    @GetMapping("/returns")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            Caller caller,
            Model model) {
        ReturnState chosen = Pages.choice("state", ReturnState.class, state);
        Page<ReturnRow> returns =
                reader.page(ReturnReader.filter(Pages.sought(q), chosen), caller.scope(), Pages.number(page));
        model.addAttribute("returns", returns.getContent());
        model.addAttribute("bar", Pages.bar(returns));
        model.addAttribute("q", Pages.sought(q));
        model.addAttribute("state", chosen);
        model.addAttribute("states", ReturnState.values());
        model.addAttribute("fillsIn", MonthlyReturn.mayFillIn(caller));
        return "returns/returns";
    }

    @GetMapping("/returns.xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            Scope scope,
            HttpServletResponse response)
            throws IOException {
        ReturnState chosen = Pages.choice("state", ReturnState.class, state);
        WORKBOOK.send(response, rows -> reader.each(ReturnReader.filter(Pages.sought(q), chosen), scope, rows));
    }

    @GetMapping("/returns/{id}")
    String show(@PathVariable long id, Caller caller, Model model) {
        model.addAttribute("file", files.open(id, caller));
        return "returns/return";
    }

    @GetMapping("/returns/{id}/lines/{number}")
    String line(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String page,
            Caller caller,
            Model model) {
        Line line = Annex3.line(number).orElseThrow(NotFound::new);
        Part chosen = Objects.requireNonNullElse(Pages.choice("part", Part.class, part), Part.NOW);
        ReturnFiles.Opened opened = files.open(id, line, chosen, Pages.number(page), caller);
        model.addAttribute("file", opened.file());
        model.addAttribute("line", line);
        model.addAttribute("part", chosen);
        model.addAttribute("steps", opened.steps());
        model.addAttribute("entries", opened.entries().getContent());
        model.addAttribute("bar", Pages.bar(opened.entries()));
        return "returns/line";
    }

    /** The workbook as it was handed in last, byte for byte. */
    @GetMapping("/returns/{id}.xlsx")
    ResponseEntity<byte[]> handedIn(@PathVariable long id, Caller caller) {
        return file(id, null, caller);
    }

    /** The workbook as it was handed in the n-th time. */
    @GetMapping("/returns/{id}/submissions/{place}.xlsx")
    ResponseEntity<byte[]> handedIn(@PathVariable long id, @PathVariable int place, Caller caller) {
        return file(id, place, caller);
    }

    private ResponseEntity<byte[]> file(long id, @Nullable Integer place, Caller caller) {
        byte[] content = files.workbook(id, place, caller);
        ReturnRow row = files.open(id, caller).row();
        String name = "附件3 " + row.officeName() + " " + row.month() + (place == null ? "" : " 第" + place + "次提交");
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name + ".xlsx"))
                .body(content);
    }
}
