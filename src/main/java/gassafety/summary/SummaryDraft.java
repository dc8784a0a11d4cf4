package gassafety.summary;

import gassafety.calendar.Today;
import gassafety.campaign.CampaignInfo;
import gassafety.campaign.CampaignTask;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.clearing.Clearing;
import gassafety.clearing.Tally;
import gassafety.document.WordDocument;
import gassafety.forms.FormFile;
import gassafety.hazard.HazardLevel;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.reporting.Annex3;
import gassafety.reporting.Cut;
import gassafety.reporting.Line;
import gassafety.reporting.Statement;
import gassafety.reporting.Statements;
import gassafety.returns.ProgressTexts;
import gassafety.returns.ProgressTexts.Progress;
import gassafety.selfcheck.HandedIn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the draft of a stage summary: what can be counted stands in it, what people must write has its place. */
@Component
class SummaryDraft {

    private static final int VISITS = 4;

    /** What offices are compared by. */
    private static final List<Integer> COMPARED = List.of(VISITS, 5, 7, 11, 15, 16, 19);

    /** Figures of a task, by its code; a task of another campaign has none. */
    private static final Map<String, List<Line>> TASK_LINES = FormFile.rows("task-lines.csv").stream()
            .collect(Collectors.toMap(
                    row -> row.get("code"),
                    row -> FormFile.split(row.get("lines"), ";").stream()
                            .map(number -> Annex3.line(Integer.parseInt(number)).orElseThrow())
                            .toList()));

    /** The kinds of units whose self-checks show how far a task is, by its code. */
    private static final Map<String, List<String>> TASK_SELF_CHECKS = FormFile.rows("task-lines.csv").stream()
            .filter(row -> !row.get("self_checks").isEmpty())
            .collect(Collectors.toMap(row -> row.get("code"), row -> FormFile.split(row.get("self_checks"), ";")));

    private static final String TO_WRITE = "（请填写）";

    private final Campaigns campaigns;
    private final Offices offices;
    private final Statements statements;
    private final Clearing clearing;
    private final ProgressTexts progress;
    private final HandedIn selfChecks;
    private final Today today;

    SummaryDraft(
            Campaigns campaigns,
            Offices offices,
            Statements statements,
            Clearing clearing,
            ProgressTexts progress,
            HandedIn selfChecks,
            Today today) {
        this.campaigns = campaigns;
        this.offices = offices;
        this.statements = statements;
        this.clearing = clearing;
        this.progress = progress;
        this.selfChecks = selfChecks;
        this.today = today;
    }

    /** All figures of one moment, to the last day of the phase or to today. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public byte[] write(CampaignInfo campaign, Phase phase, Office bureau) {
        LocalDate day = phase.to().isBefore(today.day()) ? phase.to() : today.day();
        Statement now = statements.of(Cut.now(bureau, day));
        Statement before = statements.of(now.cut().earlier(phase.from().minusDays(1)));
        WordDocument word = new WordDocument()
                .title(bureau.getName(), campaign.title() + phase.name() + "总结")
                .note("草稿：数字由系统按 " + today.day() + " 掌握的记录计算，截至 " + day + "；修改完成后上传存档。")
                .heading("一、总体情况")
                .text(now.text(campaign.title()))
                .text(TO_WRITE)
                .heading("二、成果统计")
                .table(
                        List.of("序号", "项目", "本阶段以前", "本阶段", "累计"),
                        Annex3.lines().stream()
                                .map(line -> row(line, before, now))
                                .toList(),
                        List.of(12, 78, 22, 22, 22));
        visits(word, campaign, phase, bureau, day);
        word.heading("三、隐患排查治理");
        hazards(word, clearing.found(bureau.getPath(), phase.from(), day));
        List<Office> below = bureausBelow(bureau);
        if (!below.isEmpty()) {
            word.heading("四、各单位情况");
            compare(word, below, bureau, now, day);
        }
        word.heading("五、任务进展");
        tasks(word, campaign, now);
        List<Progress> texts = progress.below(bureau.getPath(), phase.from(), day);
        if (!texts.isEmpty()) {
            word.heading("六、各单位报送的进展情况");
            texts.forEach(text ->
                    word.text(text.officeName() + "（截至 " + text.day() + "）：").text(text.text()));
        }
        return word.heading("七、存在的问题和下一步打算")
                .text(TO_WRITE)
                .seal(bureau.getName(), "　　年　　月　　日")
                .bytes();
    }

    private static List<String> row(Line line, Statement before, Statement now) {
        return List.of(
                String.valueOf(line.number()),
                line.printedItem(),
                before.printed(line).toPlainString(),
                now.printed(line).subtract(before.printed(line)).toPlainString(),
                now.printed(line).toPlainString());
    }

    private void visits(WordDocument word, CampaignInfo campaign, Phase phase, Office bureau, LocalDate day) {
        Line line = Annex3.line(VISITS).orElseThrow();
        Map<String, Number> months = new LinkedHashMap<>();
        LocalDate to = phase.from().minusDays(1);
        Statement last = statements.of(new Cut(bureau, to, Long.MAX_VALUE, campaign.firstDay()), line);
        for (YearMonth month = YearMonth.from(phase.from());
                !month.isAfter(YearMonth.from(day));
                month = month.plusMonths(1)) {
            LocalDate end = month.atEndOfMonth().isBefore(day) ? month.atEndOfMonth() : day;
            Statement next = statements.of(Cut.now(bureau, end), line);
            months.put(month.toString(), next.printed(line).subtract(last.printed(line)));
            last = next;
        }
        word.picture(BarChart.of(line.unit(), Map.of(line.item(), months)), "图 1　各月" + line.printedItem());
    }

    private static void hazards(WordDocument word, Clearing.Found hazards) {
        word.table(
                List.of("级别", "登记", "立行立改", "按期", "逾期后", "未销号", "现已逾期", "销号率"),
                Arrays.stream(HazardLevel.values())
                        .map(level -> row(level, hazards.tally(level)))
                        .toList(),
                List.of(30, 18, 18, 18, 18, 18, 18, 18));
        Map<String, Map<String, Number>> series = new LinkedHashMap<>();
        series.put("登记", months(hazards.found(), hazards));
        series.put("销号", months(hazards.closed(), hazards));
        word.picture(BarChart.of("处", series), "图 2　本阶段登记的隐患和其中的销号，按月");
    }

    private static List<String> row(HazardLevel level, Tally tally) {
        return List.of(
                level.getLabel(),
                String.valueOf(tally.found()),
                String.valueOf(tally.onTheSpot()),
                String.valueOf(tally.inTime()),
                String.valueOf(tally.late()),
                String.valueOf(tally.open()),
                String.valueOf(tally.overdue()),
                tally.rate());
    }

    /** The same months for both series. */
    private static Map<String, Number> months(Map<YearMonth, Long> counts, Clearing.Found hazards) {
        Map<String, Number> bars = new LinkedHashMap<>();
        List<YearMonth> months = new ArrayList<>(hazards.found().keySet());
        hazards.closed().keySet().stream()
                .filter(month -> !months.contains(month))
                .forEach(months::add);
        months.stream().sorted().forEach(month -> bars.put(month.toString(), counts.getOrDefault(month, 0L)));
        return bars;
    }

    private List<Office> bureausBelow(Office bureau) {
        return offices.below(bureau.getPath()).stream()
                .filter(office -> office.getKind().isBureau() && office.getId() != bureau.getId())
                .toList();
    }

    private void compare(WordDocument word, List<Office> bureaus, Office bureau, Statement whole, LocalDate day) {
        List<Line> lines = COMPARED.stream()
                .map(number -> Annex3.line(number).orElseThrow())
                .toList();
        Map<Office, Statement> figures = bureaus.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        office -> statements.of(Cut.now(office, day)),
                        (one, other) -> one,
                        LinkedHashMap::new));
        List<String> head = new ArrayList<>(List.of("单位"));
        lines.forEach(line -> head.add(line.printedItem()));
        List<List<String>> rows = new ArrayList<>();
        figures.forEach((office, statement) -> rows.add(row(office.getShortName(), lines, statement)));
        rows.add(row(bureau.getShortName() + "合计", lines, whole));
        word.table(head, rows, List.of(24, 18, 20, 20, 20, 18, 18, 18));
        word.text("合计含" + bureau.getShortName() + "本级科室直接办理的；按家、按人去重的项目，几个单位都涉及的同一家（人）合计只计一次。");
        Line line = lines.get(0);
        Map<String, Number> bars = new LinkedHashMap<>();
        figures.forEach((office, statement) -> bars.put(office.getShortName(), statement.printed(line)));
        word.picture(BarChart.of(line.unit(), Map.of(line.item(), bars)), "图 3　各单位" + line.printedItem() + "，累计");
    }

    private static List<String> row(String name, List<Line> lines, Statement statement) {
        List<String> row = new ArrayList<>(List.of(name));
        lines.forEach(line -> row.add(statement.printed(line).toPlainString()));
        return row;
    }

    private void tasks(WordDocument word, CampaignInfo campaign, Statement now) {
        word.table(
                List.of("任务", "内容", "牵头", "有关数字", "进展"),
                campaigns.tasks(campaign).stream()
                        .map(task -> row(task, campaign, now))
                        .toList(),
                List.of(12, 44, 26, 50, 24));
    }

    private List<String> row(CampaignTask task, CampaignInfo campaign, Statement now) {
        List<String> roles = TASK_SELF_CHECKS.getOrDefault(task.code(), List.of());
        Stream<String> checked = roles.isEmpty()
                ? Stream.empty()
                : Stream.of("报送自查表 "
                        + selfChecks.units(
                                now.cut().office().getPath(),
                                roles,
                                campaign.firstDay(),
                                now.cut().asOf())
                        + " 家");
        String figures = Stream.concat(
                        TASK_LINES.getOrDefault(task.code(), List.of()).stream()
                                .map(line ->
                                        line.item() + " " + now.printed(line).toPlainString() + " " + line.unit()),
                        checked)
                .collect(Collectors.joining("；"));
        return List.of(task.code(), task.title(), task.lead(), figures.isEmpty() ? "附件3没有对应项目" : figures, TO_WRITE);
    }
}
