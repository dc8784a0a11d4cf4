package gassafety.reporting;

import static gassafety.journal.Act.*;
import static gassafety.reporting.Acts.Deed.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.attachment.Attachments;
import gassafety.calendar.Today;
import gassafety.journal.LicenceState;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.Pdf;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class StatementPagesTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 20);
    private static final long UNIT = 71;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Acts acts;

    @Autowired
    Attachments attachments;

    @Autowired
    Today today;

    Bureau bureau;

    @BeforeEach
    void aBureauAtWork() {
        bureau = world.bureau();
        acts.post(
                bureau.inspector(),
                DAY,
                List.of(inspected(UNIT), act(VISIT_MADE).quantity("2"), act(CASE_FILED)));
        acts.post(bureau.campaignOffice(), DAY.minusDays(10), List.of(inspected(UNIT), inspected(UNIT + 1)));
        acts.post(
                bureau.caseHandler(),
                DAY,
                List.of(
                        act(FINE_DECIDED).quantity("12000"),
                        act(GAINS_CONFISCATED).quantity("345.67"),
                        act(CASE_DRAFTED)));
    }

    @Test
    void eachOfThe41FiguresOpensExactlyItsRecords() {
        Document sheet = page("/annex3?asOf=2023-10-20", bureau.leader());
        List<Element> figures = sheet.select("[data-line]");
        assertThat(figures)
                .extracting(figure -> Integer.valueOf(figure.attr("data-line")))
                .containsExactlyElementsOf(
                        Annex3.lines().stream().map(Line::number).toList());
        for (Element figure : figures) {
            Document records = page(figure.selectFirst("a").attr("href"), bureau.leader());
            assertThat(records.select("[data-value]").attr("data-value")).isEqualTo(figure.attr("data-value"));
            assertThat(records.select("[data-total]")).hasSize(1);
        }
        assertThat(value(sheet, 4)).isEqualTo("2");
        assertThat(value(sheet, 5)).isEqualTo("2");
        assertThat(value(sheet, 15)).isEqualTo("1");
        assertThat(value(sheet, 19)).isEqualTo("0");
        assertThat(value(sheet, 23)).isEqualTo("1.23");
        assertThat(sheet.select("[data-line=23]").attr("data-yuan")).isEqualTo("12345.67");
    }

    @Test
    void theRecordsOfACountingLineAreAsManyAsItsFigure() {
        Document records = page("/annex3/lines/15?asOf=2023-10-20", bureau.leader());
        assertThat(records.select("[data-total]").attr("data-total"))
                .isEqualTo(records.select("[data-value]").attr("data-value"))
                .isEqualTo("1");
        assertThat(records.select("#missed tbody tr"))
                .hasSize(1)
                .first()
                .satisfies(row -> assertThat(row.text()).contains("立案尚未批准"));
    }

    @Test
    void whatCountyAndCityBothInspectedIsNamedAsCountedOnce() {
        Document city = page("/annex3/lines/5?asOf=2023-10-20", bureau.leader());
        assertThat(city.select("[data-value]").attr("data-value")).isEqualTo("2");
        assertThat(city.select("[data-total]").attr("data-total")).isEqualTo("3");
        assertThat(city.select("#overlap .empty").text()).contains("比这里的数多 1：");
        assertThat(city.select("#overlap li").text())
                .contains(bureau.county().getShortName(), bureau.special().getShortName());
        assertThat(value(page("/annex3?asOf=2023-10-20", bureau.countyHead()), 5))
                .isEqualTo("1");
    }

    @Test
    void anUnlicensedSiteAndAReversedEntryAreNearMissesOfLine7() {
        acts.post(bureau.inspector(), DAY, List.of(inspected(99).licence(LicenceState.UNLICENSED)));
        long wrong = acts.post(inspected(98).by(bureau.inspector(), DAY));
        acts.reverse(wrong, bureau.chief());
        Document records = page("/annex3/lines/7?asOf=2023-10-20", bureau.inspector());
        assertThat(records.select("[data-value]").attr("data-value")).isEqualTo("1");
        assertThat(records.select("#missed tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("检查当日无证"))
                .anySatisfy(row -> assertThat(row).contains("已冲销：录入错误"));
    }

    @Test
    void aVisitWithoutASignatureAndOneThatWasTerminatedAreNearMisses() {
        Source open = Acts.newRecord(SourceKind.INSPECTION);
        Source ended = Acts.newRecord(SourceKind.INSPECTION);
        acts.post(
                bureau.inspector(),
                DAY,
                List.of(
                        act(INSPECTION_STARTED).of(open).role("CYLINDER_MAKER"),
                        act(INSPECTION_STARTED).of(ended).role("CYLINDER_MAKER"),
                        act(INSPECTION_TERMINATED).of(ended).role("CYLINDER_MAKER")));
        for (int line : List.of(4, 6)) {
            Document records = page("/annex3/lines/" + line + "?asOf=2023-10-20", bureau.inspector());
            assertThat(records.select("#missed tbody tr").eachText())
                    .as("line %s", line)
                    .satisfiesOnlyOnce(row -> assertThat(row).contains("尚未签字"))
                    .satisfiesOnlyOnce(row -> assertThat(row).contains("检查已终止"));
        }
    }

    @Test
    void theChangeIsMeasuredFromWhatWasKnownAtTheLastCutOffThatWasReported() {
        Document due = page("/annex3?asOf=2023-10-20", bureau.leader());
        assertThat(due.select("thead time").attr("datetime"))
                .as("as long as the returns of October may come in")
                .isEqualTo("2023-09-15");
        Document sheet = page("/annex3?asOf=2023-10-21", bureau.leader());
        assertThat(sheet.select("thead time").attr("datetime")).isEqualTo("2023-10-15");
        for (int line : List.of(7, 15)) {
            assertThat(sheet.select("tr:has([data-line=" + line + "]) .change").text())
                    .as("everything of line %s was entered after that day", line)
                    .isEqualTo("+" + value(sheet, line));
        }
    }

    @Test
    void theCardTellsTheRuleAndWhatItIsMadeOf() {
        Document sheet = page("/annex3?asOf=2023-10-20&line=5", bureau.leader());
        assertThat(sheet.select("#card").text()).contains("第 5 项", "含充装单位", "3 条记录", "1 个由几个下属单位分别计入");
        assertThat(sheet.select("tr.cur [data-line]").attr("data-line")).isEqualTo("5");
    }

    @Test
    void theCardTellsWhatCameLateWhatWasTakenBackAndWhoTypedItInWithWhichFile() {
        LocalDate later = LocalDate.of(2031, 3, 1);
        LocalDate cutOff = LocalDate.of(2025, 12, 31);
        Source named = Acts.newRecord(SourceKind.OUTREACH);
        Source bare = Acts.newRecord(SourceKind.OUTREACH);
        acts.post(act(TRAINING_MATERIAL_HANDED_OUT).quantity("30").of(named).by(bureau.inspector(), DAY));
        long wrong = acts.post(
                act(TRAINING_MATERIAL_HANDED_OUT).quantity("4").of(bare).by(bureau.inspector(), DAY));
        attachments.store(
                named, "evidence", "签收表.pdf", "%PDF-1.4 签收".getBytes(StandardCharsets.UTF_8), bureau.inspector());
        at(later, () -> {
            Document before = page("/annex3?line=35", bureau.leader());
            assertThat(before.select("#card").text())
                    .contains("以“份”为单位，数量累加", "2 件由" + bureau.inspector().name() + "录入，其中 1 件没有佐证文件");
            acts.reverse(wrong, bureau.chief());
            acts.post(act(TRAINING_MATERIAL_HANDED_OUT).quantity("7").by(bureau.inspector(), cutOff));
            Document sheet = page("/annex3?line=35", bureau.leader());
            assertThat(value(sheet, 35)).isEqualTo("37");
            assertThat(step(sheet, "LAST") + step(sheet, "LATE") - step(sheet, "REVERSED"))
                    .as("nothing happened since the last cut-off")
                    .isEqualTo(37);
            assertThat(page("/annex3/lines/35", bureau.leader())
                            .select("#by-hand tbody tr")
                            .text())
                    .contains(bureau.inspector().name(), "签收表.pdf");
            for (String part : List.of("LATE", "REVERSED")) {
                Element told = sheet.selectFirst("#card [data-since=" + part + "] a");
                Document changes = page(told.attr("href"), bureau.leader());
                assertThat(changes.select("[data-part=" + part + "].on").attr("data-value"))
                        .as(part)
                        .isEqualTo(told.text());
            }
            assertThat(before.select("#card [data-since=LATE] a").text())
                    .isNotEqualTo(sheet.select("#card [data-since=LATE] a").text());
        });
    }

    private static int step(Document sheet, String part) {
        return Integer.parseInt(
                sheet.select("#card [data-since=" + part + "]").first().text().replaceAll("\\D.*", ""));
    }

    @Test
    void everyoneBeginsWithTheirOwnOffice() {
        assertThat(office(bureau.leader())).contains(bureau.city().getName());
        assertThat(office(bureau.campaignOffice())).contains(bureau.city().getName());
        assertThat(office(bureau.countySection())).contains(bureau.county().getName());
        assertThat(office(bureau.inspector())).contains(bureau.fieldOffice().getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2023-13-01", "2023-02-29", "15.11.2023", "+2023-11-15", "2999-01-01", "<b>"})
    void aDayThatIsNoneOrInTheFutureIsRefusedOnThePageItself(String day) {
        for (String address : List.of("/annex3", "/annex3/lines/5", "/annex3.xlsx")) {
            MvcTestResult answer = browser.get()
                    .uri(address)
                    .param("asOf", day)
                    .with(user(bureau.leader().username()))
                    .exchange();
            assertThat(answer).hasStatus(422);
            Document page = Jsoup.parse(text(answer));
            assertThat(page.select("[role=alert]").text()).contains("“截至”");
            assertThat(page.select("[data-line]")).isEmpty();
        }
    }

    @Test
    void tomorrowIsTheFutureAndTodayIsNot() {
        assertThat(get("/annex3?asOf=" + today.day(), bureau.leader())).hasStatusOk();
        assertThat(get("/annex3?asOf=" + today.day().plusDays(1), bureau.leader()))
                .hasStatus(422);
    }

    @Test
    void beforeTheCampaignEverythingIsZero() {
        Document sheet = page("/annex3?asOf=2023-08-31", bureau.leader());
        assertThat(sheet.select("[data-line]").eachAttr("data-value"))
                .hasSize(41)
                .allMatch(value -> value.matches("0|0.00"));
    }

    @Test
    void aStatementIsShownAsItWasKnownOnADayBesideWhatIsKnownNow() {
        LocalDate later = LocalDate.of(2031, 1, 1);
        long wrong = acts.post(act(CASE_FILED).by(bureau.inspector(), DAY));
        at(later, () -> page("/annex3?known=" + later.minusDays(1), bureau.leader()));
        at(later, () -> {
            acts.reverse(wrong, bureau.chief());
            acts.post(bureau.inspector(), DAY, List.of(act(CASE_FILED), act(CASE_FILED)));
            String address = "?asOf=2023-10-20&known=" + later.minusDays(1);
            Document sheet = page("/annex3" + address, bureau.leader());
            assertThat(sheet.select("label[for=known]").text()).isEqualTo("按哪一天掌握的情况");
            assertThat(value(sheet, 15)).isEqualTo("2");
            assertThat(sheet.select("tr:has([data-line=15]) [data-now]").attr("data-now"))
                    .isEqualTo("3");
            assertThat(sheet.select("tr:has([data-line=15]) .change").text()).isEqualTo("+1");
            Document records = page("/annex3/lines/15" + address, bureau.leader());
            assertThat(records.select("[data-total]").attr("data-total")).isEqualTo("2");
            for (String part : List.of("LAST 2", "LATE 2", "REVERSED 1", "NOW 3")) {
                String[] expected = part.split(" ");
                Document changes = page("/annex3/lines/15/changes" + address + "&part=" + expected[0], bureau.leader());
                assertThat(changes.select("[data-part=" + expected[0] + "]").attr("data-value"))
                        .isEqualTo(expected[1]);
                assertThat(changes.select("[data-total]").attr("data-total")).isEqualTo(expected[1]);
            }
            assertThat(get("/annex3?known=" + later.plusDays(1), bureau.leader()))
                    .hasStatus(422);
            assertThat(get("/annex3.xlsx" + address, bureau.leader())).hasStatusOk();
        });
    }

    private void at(LocalDate day, Runnable action) {
        today.at(day.atTime(12, 0).atZone(Today.ZONE).toInstant(), action);
    }

    @Test
    void anOfficeThatIsUnknownOrOutOfScopeIsNotFound() {
        Bureau elsewhere = world.bureau();
        for (String address :
                List.of("/annex3", "/annex3.xlsx", "/annex3/details.xlsx", "/annex3.pdf", "/annex3/lines/4")) {
            for (String office : List.of(
                    "nowhere", "%25", "A".repeat(5_000), elsewhere.city().getCode())) {
                assertThat(get(address + "?office=" + office, bureau.leader())).hasStatus(404);
            }
            String county = bureau.county().getCode();
            assertThat(get(address + "?office=" + county, bureau.leader())).hasStatusOk();
            assertThat(get(address + "?office=" + county, bureau.inspector())).hasStatus(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "42", "-1", "x", "99999999999"})
    void aLineThatIsNotPrintedIsNotFound(String number) {
        assertThat(get("/annex3/lines/" + number, bureau.leader())).hasStatus(404);
    }

    @Test
    void whoReadsNoStatementsIsTurnedAway() {
        Stream.of(
                        world.hire(bureau.fieldOffice(), Role.ENTERPRISE),
                        world.hire(bureau.city(), Role.ADMINISTRATOR),
                        world.hire(bureau.city(), Role.AUDITOR))
                .forEach(caller -> {
                    for (String address : List.of(
                            "/annex3", "/annex3.xlsx", "/annex3/details.xlsx", "/annex3.pdf", "/annex3/lines/4")) {
                        assertThat(get(address, caller)).hasStatus(403);
                    }
                });
    }

    @Test
    void aPageBeyondTheLastShowsTheLast() {
        acts.post(
                bureau.inspector(),
                DAY,
                Stream.generate(() -> act(CASE_FILED)).limit(60).toList());
        Document records = page("/annex3/lines/15?page=999&asOf=2023-10-20", bureau.leader());
        assertThat(records.select("[data-total]").attr("data-total")).isEqualTo("61");
        assertThat(records.select("[aria-labelledby=counted-title] tbody tr")).hasSize(11);
    }

    @Test
    void theFiguresCanBeSentAsAMessageAndTakenHomeWithTheirRulesAndRecords() throws IOException {
        String text =
                page("/annex3?asOf=2023-10-20", bureau.leader()).select("#text").text();
        assertThat(text)
                .startsWith("截至2023年10月20日，" + bureau.city().getName())
                .contains("开展监督检查2人次", "立案查办违法案件1件", "罚没金额1.23万元")
                .doesNotContain("监察指令书");
        byte[] official = get("/annex3.xlsx?asOf=2023-10-20", bureau.leader())
                .getResponse()
                .getContentAsByteArray();
        byte[] detailed = get("/annex3/details.xlsx?asOf=2023-10-20", bureau.leader())
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook sent = new XSSFWorkbook(new ByteArrayInputStream(official));
                XSSFWorkbook own = new XSSFWorkbook(new ByteArrayInputStream(detailed))) {
            assertThat(sent.getNumberOfSheets()).isEqualTo(1);
            assertThat(own)
                    .extracting(org.apache.poi.ss.usermodel.Sheet::getSheetName)
                    .containsExactly("附件3", "口径", "明细");
            assertThat(texts(own.getSheetAt(0))).isEqualTo(texts(sent.getSheetAt(0)));
            XSSFSheet rules = own.getSheet("口径");
            assertThat(rules.getRow(23).getCell(2).getCellStyle().getDataFormatString())
                    .isEqualTo("0.00");
            assertThat(rules.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(rules.getFitToPage()).isTrue();
            assertThat(rules.getPrintSetup())
                    .extracting(
                            PrintSetup::getPaperSize,
                            PrintSetup::getLandscape,
                            PrintSetup::getFitWidth,
                            PrintSetup::getFitHeight)
                    .containsExactly(PrintSetup.A4_PAPERSIZE, true, (short) 1, (short) 0);
            Map<Double, Long> records = new TreeMap<>();
            own.getSheet("明细").forEach(row -> {
                if (row.getRowNum() > 0) {
                    records.merge(row.getCell(0).getNumericCellValue(), 1L, Long::sum);
                }
            });
            Map<Double, Long> told = new TreeMap<>();
            own.getSheet("口径").forEach(row -> {
                if (row.getRowNum() > 0 && row.getCell(3).getNumericCellValue() > 0) {
                    told.put(row.getCell(0).getNumericCellValue(), (long)
                            row.getCell(3).getNumericCellValue());
                }
            });
            assertThat(records).isEqualTo(told).containsKeys(4.0, 5.0, 15.0, 23.0);
        }
    }

    @Test
    void theSheetIsPrintedOnOnePage() throws IOException {
        Document page = page("/annex3?asOf=2023-10-20", bureau.leader());
        try (Pdf sheet = new Pdf(get("/annex3.pdf?asOf=2023-10-20", bureau.leader())
                .getResponse()
                .getContentAsByteArray())) {
            assertThat(sheet.pages()).isEqualTo(1);
            assertThat(sheet.embedsItsFonts()).isTrue();
            String text = sheet.text();
            assertThat(text).contains(bureau.city().getName(), "填报日期：2023年10月20日", "单位负责人");
            for (Line line : Annex3.lines()) {
                assertThat(text).contains(line.printedItem().replace(" ", "") + value(page, line.number()));
            }
        }
    }

    private static List<String> texts(org.apache.poi.ss.usermodel.Sheet sheet) {
        List<String> texts = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        return texts;
    }

    private String office(Caller caller) {
        return page("/annex3", caller).select(".sheet-head").text();
    }

    private static Acts.Deed inspected(long enterprise) {
        return act(INSPECTED)
                .of(Acts.newRecord(SourceKind.INSPECTION))
                .about(enterprise)
                .role("FILLING_STATION")
                .licence(LicenceState.LICENSED);
    }

    private static String value(Document sheet, int line) {
        return sheet.select("[data-line=" + line + "]").attr("data-value");
    }

    private Document page(String address, Caller caller) {
        MvcTestResult answer = get(address, caller);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(text(answer));
    }

    private MvcTestResult get(String address, Caller caller) {
        return browser.get()
                .uri(java.net.URI.create(address))
                .with(user(caller.username()))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
