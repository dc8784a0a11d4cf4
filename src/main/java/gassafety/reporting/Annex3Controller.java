package gassafety.reporting;

import gassafety.campaign.Campaigns;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.ReportedFigures.Reported;
import gassafety.web.Download;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The statement to a day, the records behind each figure, and the official workbook. */
@Controller
@Reads(RecordKind.ANNEX3)
class Annex3Controller {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Choices choices;
    private final Statements statements;
    private final Lineages lineages;
    private final Bridges bridges;
    private final DetailedWorkbook detailed;
    private final ReportedFigures reported;
    private final Campaigns campaigns;

    Annex3Controller(
            Choices choices,
            Statements statements,
            Lineages lineages,
            Bridges bridges,
            DetailedWorkbook detailed,
            ReportedFigures reported,
            Campaigns campaigns) {
        this.choices = choices;
        this.statements = statements;
        this.lineages = lineages;
        this.bridges = bridges;
        this.detailed = detailed;
        this.reported = reported;
        this.campaigns = campaigns;
    }

    /**
     * What of a sheet was handed in as files.
     *
     * @param offices 沣源区（截至 2023-11-15）、…
     * @param lines the figure of each line that is not zero, as printed
     */
    record ByFile(String offices, Map<Integer, String> lines) {

        static ByFile of(List<Reported> reported) {
            Map<Integer, BigDecimal> exact =
                    reported.stream().collect(Collectors.toMap(Reported::line, Reported::exact, BigDecimal::add));
            Map<Integer, String> printed = new HashMap<>();
            exact.forEach((number, figure) -> {
                if (figure.signum() > 0) {
                    printed.put(
                            number,
                            Annex3.line(number).orElseThrow().printed(figure).toPlainString());
                }
            });
            return new ByFile(
                    reported.stream()
                            .map(one -> one.officeName() + "（截至 " + one.asOf() + "）")
                            .distinct()
                            .collect(Collectors.joining("、")),
                    printed);
        }
    }

    /** @param line number of the line whose card stands beside the sheet */
    @GetMapping("/annex3")
    String sheet(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String line,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        Choice choice = choices.of(asOf, office, known, caller);
        if (choice.isWrong()) {
            return refused(choice, caller, model, response);
        }
        Cut before = choices.asReported(choice.cut().earlier(campaigns.reportedCutOffBefore(choice.asOf())));
        Sheet sheet = new Sheet(statements.of(choice.cut()));
        show(choice, caller, model);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "text", sheet.text(campaigns.on(choice.cut().campaignOf()).title()));
        model.addAttribute("before", before.asOf());
        model.addAttribute("sections", sheet.sections(statements.of(before)));
        model.addAttribute("byFile", ByFile.of(reported.of(choice.cut())));
        if (choice.known() != null) {
            model.addAttribute("now", new Sheet(statements.of(choice.now())).rows(sheet.statement()));
        }
        Annex3.line(number(line)).ifPresent(chosen -> card(chosen, choice, before, model));
        return "reporting/annex3";
    }

    @GetMapping("/annex3/lines/{number}")
    String line(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String page,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        Line line = Annex3.line(number).orElseThrow(NotFound::new);
        Choice choice = choices.of(asOf, office, known, caller);
        if (choice.isWrong()) {
            return refused(choice, caller, model, response);
        }
        Lineage lineage = lineages.of(line, choice.cut(), Pages.number(page));
        show(choice, caller, model);
        describe(line, lineage, model);
        model.addAttribute("bar", Pages.bar(lineage.counted()));
        return "reporting/line";
    }

    /** What came to be known of a line since a day: entered late, and taken back. */
    @GetMapping("/annex3/lines/{number}/changes")
    String changes(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String page,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        Line line = Annex3.line(number).orElseThrow(NotFound::new);
        Choice choice = choices.of(asOf, office, known, caller);
        if (choice.isWrong()) {
            return refused(choice, caller, model, response);
        }
        Part chosen = Objects.requireNonNullElse(Pages.choice("part", Part.class, part), Part.LATE);
        Page<Lineage.Entry> entries = bridges.entries(line, chosen, choice.cut(), choice.now(), Pages.number(page));
        show(choice, caller, model);
        model.addAttribute("line", line);
        model.addAttribute("part", chosen);
        model.addAttribute("steps", bridges.between(choice.cut(), choice.now()).steps(line));
        model.addAttribute("entries", entries.getContent());
        model.addAttribute("bar", Pages.bar(entries));
        return "reporting/changes";
    }

    @GetMapping("/annex3.xlsx")
    @Nullable
    String workbook(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String known,
            Caller caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Choice choice = choices.of(asOf, office, known, caller);
        if (choice.isWrong()) {
            return refused(choice, caller, model, response);
        }
        byte[] file = Annex3Workbook.of(new Sheet(statements.of(choice.cut())));
        name(response, choice, "", "xlsx", WORKBOOK);
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
        return null;
    }

    @GetMapping("/annex3.pdf")
    @Nullable
    String paper(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String known,
            Caller caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Choice choice = choices.of(asOf, office, known, caller);
        if (choice.isWrong()) {
            return refused(choice, caller, model, response);
        }
        name(response, choice, "", "pdf", MediaType.APPLICATION_PDF_VALUE);
        response.getOutputStream().write(Annex3Paper.of(new Sheet(statements.of(choice.cut()))));
        return null;
    }

    /** The same with the rules and the records behind the figures, for the office's own use. */
    @GetMapping("/annex3/details.xlsx")
    @Nullable
    String details(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String known,
            Caller caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Choice choice = choices.of(asOf, office, known, caller);
        if (choice.isWrong()) {
            return refused(choice, caller, model, response);
        }
        name(response, choice, "（含口径和明细）", "xlsx", WORKBOOK);
        detailed.write(choice.cut(), response.getOutputStream());
        return null;
    }

    private static void name(HttpServletResponse response, Choice choice, String remark, String ending, String type) {
        String name = "附件3 " + choice.office().getShortName() + " " + choice.asOf()
                + (choice.known() == null ? "" : "（" + choice.known() + " 掌握）") + remark + "." + ending;
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
    }

    private void card(Line line, Choice choice, Cut before, Model model) {
        describe(line, lineages.of(line, choice.cut(), 1), model);
        Steps since = bridges.between(line, before, choice.cut());
        model.addAttribute("last", line.printed(since.last()));
        model.addAttribute("since", since);
    }

    private static void describe(Line line, Lineage lineage, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("lineage", lineage);
        model.addAttribute("value", line.printed(lineage.figure().exact()));
    }

    private String refused(Choice choice, Caller caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(choice, caller, model);
        return "reporting/annex3";
    }

    private void show(Choice choice, Caller caller, Model model) {
        model.addAttribute("choice", choice);
        model.addAttribute("start", campaigns.on(choice.asOf()).firstDay());
        model.addAttribute("groups", choices.groups(caller));
    }

    private static int number(@Nullable String line) {
        return line != null && line.matches("[0-9]{1,2}") ? Integer.parseInt(line) : 0;
    }
}
