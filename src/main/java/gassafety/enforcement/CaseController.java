package gassafety.enforcement;

import gassafety.office.Caller;
import gassafety.office.OfficeGroup;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import gassafety.web.WrongFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases, and one case. */
@Controller
@Reads(RecordKind.CASES)
class CaseController {

    static final ListWorkbook<CaseRow> WORKBOOK = new ListWorkbook<>(
            "案件",
            List.of(
                    new Column<>("立案号", 24, CaseRow::number),
                    new Column<>("单位", 36, CaseRow::enterpriseName),
                    new Column<>("案由", 40, CaseRow::cause),
                    new Column<>("办案单位", 14, CaseRow::bureau),
                    new Column<>("承办人", 12, CaseRow::handler),
                    new Column<>("状态", 14, row -> row.stage().getLabel()),
                    new Column<>("立案日期", 12, CaseRow::filedOn),
                    new Column<>(
                            "办理时限",
                            12,
                            row -> row.term() == null ? null : row.term().due()),
                    new Column<>("决定书文号", 26, CaseRow::decisionNumber),
                    new Column<>("罚没金额（元）", 16, CaseRow::amount)));

    private final CaseReader reader;
    private final CaseFiles files;
    private final Offices offices;

    CaseController(CaseReader reader, CaseFiles files, Offices offices) {
        this.reader = reader;
        this.files = files;
        this.offices = offices;
    }

    @GetMapping("/cases")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String filed,
            @RequestParam(required = false) @Nullable String decided,
            @RequestParam(required = false) @Nullable String page,
            Scope scope,
            Caller caller,
            Model model) {
        CaseFilter filter = filter(q, stage, office, filed, decided);
        Page<CaseRow> cases = reader.page(filter, scope, Pages.number(page));
        model.addAttribute("cases", cases.getContent());
        model.addAttribute("bar", Pages.bar(cases));
        model.addAttribute("filter", filter);
        model.addAttribute("office", office);
        model.addAttribute("stages", CaseStage.values());
        model.addAttribute("offices", below(scope));
        model.addAttribute("mayDraft", EnforcementCase.mayDraft(caller));
        return "enforcement/cases";
    }

    @GetMapping("/cases.xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String filed,
            @RequestParam(required = false) @Nullable String decided,
            Scope scope,
            HttpServletResponse response)
            throws IOException {
        CaseFilter filter = filter(q, stage, office, filed, decided);
        WORKBOOK.send(response, rows -> reader.each(filter, scope, rows));
    }

    @GetMapping("/cases/{id}")
    String show(@PathVariable long id, Caller caller, Model model) {
        model.addAttribute("file", files.open(id, caller));
        return "enforcement/case";
    }

    private CaseFilter filter(
            String q,
            @Nullable String stage,
            @Nullable String office,
            @Nullable String filed,
            @Nullable String decided) {
        String path = office == null || office.isBlank()
                ? null
                : offices.pathOf(office).orElseThrow(() -> new WrongFilter("office", "没有这个单位，请从列表中选择。"));
        return new CaseFilter(
                q,
                Pages.choice("stage", CaseStage.class, stage),
                path,
                CaseFilter.month("filed", filed),
                CaseFilter.month("decided", decided));
    }

    /** The offices that a case can come from and whose cases the caller reads. */
    private List<OfficeGroup> below(Scope scope) {
        return OfficeGroup.of(offices.below(Objects.requireNonNull(scope.officePath())).stream()
                .filter(office ->
                        office.getKind() != OfficeKind.SECTION && office.getKind() != OfficeKind.MUNICIPAL_BUREAU)
                .toList());
    }
}
