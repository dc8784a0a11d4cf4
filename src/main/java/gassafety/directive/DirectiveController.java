package gassafety.directive;

import gassafety.document.DocumentRef;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of directives, one directive, and the page on which it is printed. */
@Controller
@Reads(RecordKind.CASES)
class DirectiveController {

    private static final ListWorkbook<DirectiveRow> WORKBOOK = new ListWorkbook<>(
            "监察指令书和责令改正通知书",
            List.of(
                    new Column<>("文书", 16, row -> row.kind().getLabel()),
                    new Column<>("文号", 28, DirectiveRow::number),
                    new Column<>("单位", 36, DirectiveRow::enterpriseName),
                    new Column<>("存在的问题", 60, DirectiveRow::problems),
                    new Column<>("状态", 12, row -> row.stage().getLabel()),
                    new Column<>("签发日期", 12, DirectiveRow::issuedOn),
                    new Column<>("送达日期", 12, DirectiveRow::servedOn),
                    new Column<>("整改期限", 12, DirectiveRow::due)));

    private final DirectiveReader reader;
    private final DirectiveFiles files;

    DirectiveController(DirectiveReader reader, DirectiveFiles files) {
        this.reader = reader;
        this.files = files;
    }

    @GetMapping("/directives")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String page,
            Scope scope,
            Model model) {
        Page<DirectiveRow> directives = reader.page(filter(q, kind, stage), scope, Pages.number(page));
        model.addAttribute("directives", directives.getContent());
        model.addAttribute("bar", Pages.bar(directives));
        model.addAttribute("q", Pages.sought(q));
        model.addAttribute("kind", Pages.choice("kind", DirectiveKind.class, kind));
        model.addAttribute("kinds", DirectiveKind.values());
        model.addAttribute("stage", Pages.choice("stage", DirectiveStage.class, stage));
        model.addAttribute("stages", DirectiveStage.values());
        return "directive/directives";
    }

    @GetMapping("/directives.xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String stage,
            Scope scope,
            HttpServletResponse response)
            throws IOException {
        WORKBOOK.send(response, rows -> reader.each(filter(q, kind, stage), scope, rows));
    }

    @GetMapping("/directives/{id}")
    @Reads(RecordKind.HAZARDS)
    String show(@PathVariable long id, Caller caller, Model model) {
        model.addAttribute("file", files.open(id, caller));
        return "directive/directive";
    }

    /** What was issued alone, laid out for A4; one of an office's own template is printed from Word. */
    @GetMapping("/directives/{id}/print")
    @Reads(RecordKind.HAZARDS)
    String print(@PathVariable long id, Caller caller, Model model) {
        DirectiveFile file = files.open(id, caller);
        if (file.letter() == null || file.documents().stream().anyMatch(DocumentRef::isOfAnOffice)) {
            throw new NotFound();
        }
        model.addAttribute("file", file);
        model.addAttribute("letter", file.letter());
        return "directive/print";
    }

    private static Specification<Directive> filter(String q, @Nullable String kind, @Nullable String stage) {
        return DirectiveReader.filter(
                Pages.sought(q),
                Pages.choice("kind", DirectiveKind.class, kind),
                Pages.choice("stage", DirectiveStage.class, stage));
    }
}
