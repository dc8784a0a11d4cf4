package gassafety.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.journal.Journal;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.reporting.Annex3;
import gassafety.reporting.Cut;
import gassafety.reporting.Line;
import gassafety.reporting.Statements;
import gassafety.returns.Returns.Reporting;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A county that doesn't work in the system hands in Annex 3 workbooks; they count, are told apart, and nothing counts twice. */
@SystemTest
class CountySheetTest {

    private static final int FIRST_ROW = 3;
    private static final int VALUE = 2;
    private static final int STATIONS = 7;
    private static final int CASES = 15;
    private static final LocalDate CUT_OFF = LocalDate.of(2023, 10, 15);
    private static final LocalDate NEXT_CUT_OFF = LocalDate.of(2023, 11, 15);

    @Autowired
    Returns returns;

    @Autowired
    World world;

    @Autowired
    Statements statements;

    @Autowired
    Journal journal;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Today today;

    @Autowired
    MockMvcTester browser;

    private Reporting people;
    private Office county;
    private Caller special;

    @BeforeEach
    void aCountyThatHandsInFiles() {
        people = returns.county();
        county = people.bureau().county();
        special = people.campaignOffice();
        at(CUT_OFF.plusDays(1), () -> reportsIn("BY_FILE"));
    }

    @Test
    void whatIsAcceptedCountsUntilALaterOneAndIsShownSeparately() {

        at(CUT_OFF.plusDays(1), () -> {
            returns.file(special, CUT_OFF);
            String sheet = sent("2023-10", workbook(CUT_OFF, Map.of(CASES, "5", STATIONS, "3", Line.FINES, "1.25")));
            assertThat(figure(CASES, CUT_OFF)).as("not accepted yet").isEqualTo("1");
            assertThat(accept(sheet, "")).as("doubts need an answer").hasStatus(422);
            assertThat(accept(sheet, "已电话核实")).hasRedirectedUrl(sheet);
            assertThat(accept(sheet, "已电话核实")).as("tapped twice").hasRedirectedUrl(sheet);
            assertThat(figure(CASES, CUT_OFF)).isEqualTo("6");
            assertThat(figure(Line.FINES, CUT_OFF)).isEqualTo("1.25");
            assertThat(figure(CASES, CUT_OFF.minusDays(1))).isEqualTo("0");
            Document page = page("/annex3?asOf=" + CUT_OFF + "&line=" + CASES, special);
            assertThat(page.text())
                    .contains("含文件上报 5", "含以报表文件上报的 " + county.getShortName() + "（截至 2023-10-15），与其他单位的数是否重复不能核对");
            assertThat(page.select("[data-line=15]").attr("data-reported")).isEqualTo("5");
            assertThat(page.select("[data-line=16]").hasAttr("data-reported")).isFalse();
            assertThat(page.select("#card").text()).contains(county.getShortName() + " 5（截至 2023-10-15）");
        });
        long before = journal.freeze();
        at(NEXT_CUT_OFF.plusDays(1), () -> {
            String sheet = sent("2023-11", workbook(NEXT_CUT_OFF, Map.of(CASES, "4")));
            assertThat(page(sheet, special).text()).contains("少于上期的 5", "第15项");
            accept(sheet, "上月多报一件");
            assertThat(figure(CASES, NEXT_CUT_OFF)).isEqualTo("5");
            assertThat(figure(CASES, CUT_OFF)).as("to its own day").isEqualTo("6");
            assertThat(page("/annex3/lines/15?asOf=" + NEXT_CUT_OFF, special).text())
                    .contains("没有计入的记录 1", "已有更新的报表文件");
            assertThat(page(sheet, special).text()).contains("2023-10 " + county.getShortName() + " 报表文件");
            assertThat(decide(sheet, "withdrawal", "")).hasStatus(422);
            assertThat(decide(sheet, "withdrawal", "县局来函更正")).hasRedirectedUrl(sheet);
            assertThat(figure(CASES, NEXT_CUT_OFF))
                    .as("the one before counts again")
                    .isEqualTo("6");
        });
        assertThat(statements
                        .of(new Cut(people.bureau().city(), NEXT_CUT_OFF, before))
                        .printed(Annex3.line(CASES).orElseThrow()))
                .as("what was known before stays known")
                .isEqualByComparingTo("6");
    }

    @Test
    void aCountyWorksInTheSystemOrByFileNeverBoth() {
        at(CUT_OFF, () -> {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> returns.file(people.bureau().inspector(), CUT_OFF))
                    .withMessageContaining("以报表文件报送");
            assertThat(post(people.reporter(), "/returns", Map.of("month", "2023-10")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("不在系统内填报月报");
        });
        at(CUT_OFF.plusDays(1), () -> {
            accept(sent("2023-10", workbook(CUT_OFF, Map.of(CASES, "5"))), "已核实");
            assertThat(change("IN_SYSTEM")).hasStatus(422).bodyText().contains("已有计入统计的报表文件");
        });
        Reporting other = returns.county();
        returns.file(other.bureau().inspector(), CUT_OFF);
        at(CUT_OFF, () -> {
            people = other;
            county = other.bureau().county();
            special = other.campaignOffice();
            assertThat(change("BY_FILE")).hasStatus(422).bodyText().contains("已有计入统计的业务记录", "第15项");
        });
    }

    @Test
    void aWorkbookThatIsNotTheOfficialOneIsToldWhere() {
        at(CUT_OFF.plusDays(1), () -> {
            assertThat(faults(workbook(CUT_OFF, Map.of(CASES, "若干", 16, "1.5", 29, "2", 4, "-1"))))
                    .containsExactly("C7 第 4 项不能小于 0", "C18 第 15 项应填写数字", "C19 第 16 项应为整数", "C32 第 29 项只由总局填报，地方填 0");
            assertThat(faults(changed(sheet -> sheet.removeRow(sheet.getRow(FIRST_ROW + CASES - 1)))))
                    .containsExactly("B18 缺少第 15 项“立案查办违法案件(件)”，应在第 18 行");
            assertThat(faults(changed(sheet -> sheet.shiftRows(FIRST_ROW + 40, FIRST_ROW + 43, 1))))
                    .containsExactly("B45 第 41 项应在第 44 行，移到了第 45 行");
            assertThat(faults(changed(sheet -> text(sheet, 50, 1, "液化气充装量(吨)"))))
                    .containsExactly("B51 附件3没有这个项目");
            assertThat(faults(changed(sheet -> {
                        text(sheet, 2, 2, "去年");
                        text(sheet, 2, 3, "数量");
                    })))
                    .containsExactly("C3 这里应为列名“数量”，它移到了 D3");
            assertThat(faults(changed(sheet -> text(sheet, 1, 0, "填报单位：别的市场监督管理局"))))
                    .containsExactly("A2 填报单位应为“" + county.getName() + "”");
            assertThat(faults(workbook(CUT_OFF.plusDays(1), Map.of())))
                    .containsExactly("C2 填报日期应在 2023-09-16 至 2023-10-15 之间（2023-10 月报的数据截至 2023-10-15）");
            assertThat(send(special, "2023-10", "没有表格".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("打不开这个文件");
            assertThat(page("/returns/sheets", special).text()).contains("还没有送交的报表文件");
        });
    }

    @Test
    void theSameWorkbookIsKeptOnceByteForByteForThoseWhoMayReadIt() {
        at(CUT_OFF.plusDays(1), () -> {
            byte[] file = workbook(CUT_OFF, Map.of(CASES, "5"));
            String sheet = sent("2023-10", file);
            assertThat(send(people.reporter(), "2023-10", file)).hasRedirectedUrl(sheet);
            assertThat(send(special, "2023-10", workbook(CUT_OFF, Map.of(CASES, "6"))))
                    .hasStatus(422)
                    .bodyText()
                    .contains("还有一份报表待接收");
            assertThat(get(sheet + "/file", people.reporter()).getResponse().getContentAsByteArray())
                    .isEqualTo(file);
            assertThat(get(sheet, returns.county().campaignOffice())).hasStatus(404);
            assertThat(decide(people.reporter(), sheet, "acceptance", "")).hasStatus(403);
            assertThat(send(people.head(), "2023-10", file)).hasStatus(403);
            assertThat(page("/", special).text()).contains("接收报表文件", "2023-10 " + county.getShortName());
            assertThat(page("/board?year=2023", special).text()).contains(county.getShortName() + "（文件）", "待接收");
            assertThat(decide(sheet, "rejection", "请补充盖章的一份")).hasRedirectedUrl(sheet);
            assertThat(page("/board?year=2023", special).text()).contains("已退回");
            assertThat(decide(sheet, "acceptance", "已核实"))
                    .as("it was sent back")
                    .hasStatus(422);
        });
    }

    @Test
    void aCorrectionThatComesLateOrIsSentBackDoesNotMakeTheCountyLate() {
        at(CUT_OFF.plusDays(1), () -> {
            byte[] file = changed(sheet -> {
                text(sheet, 1, 0, "填报单位： " + county.getName() + " ");
                sheet.getRow(FIRST_ROW + Line.FINES - 1).getCell(VALUE).setCellValue(0.1 + 0.2);
            });
            accept(sent("2023-10", file), "已核实");
            assertThat(figure(Line.FINES, CUT_OFF)).isEqualTo("0.30");
            assertThat(onBoard()).contains("已接收");
        });
        at(CUT_OFF.plusDays(40), () -> {
            String correction = sent("2023-10", workbook(CUT_OFF, Map.of(CASES, "6")));
            assertThat(onBoard()).contains("待接收").doesNotContain("逾期", "晚");
            decide(correction, "rejection", "与台账不符");
            assertThat(onBoard()).contains("已接收").doesNotContain("逾期", "晚", "已退回");
            assertThat(page(correction, special).text()).contains("已退回");
        });
    }

    @Test
    void aRefusedWorkbookHidesNoReturnThatTheCountyWroteAfterwards() {
        at(CUT_OFF.plusDays(1), () -> {
            decide(sent("2023-10", workbook(CUT_OFF, Map.of(CASES, "6"))), "rejection", "与台账不符");
            reportsIn("IN_SYSTEM");
            assertThat(onBoard()).contains("已退回");
            returns.submitted(people.reporter(), YearMonth.of(2023, 10));
            assertThat(onBoard()).contains("已提交").doesNotContain("已退回");
        });
    }

    private String onBoard() {
        return page("/board?year=2023", special)
                .select("tr:contains(" + county.getShortName() + ") td[data-label=2023-10]")
                .text();
    }

    private String figure(int line, LocalDate day) {
        return page("/annex3?asOf=" + day, special)
                .select("[data-line=" + line + "]")
                .attr("data-value");
    }

    private void reportsIn(String manner) {
        assertThat(change(manner)).hasStatus3xxRedirection();
    }

    private MvcTestResult change(String manner) {
        String address = "/campaigns/" + campaigns.current().id() + "/reporters/" + county.getId();
        Map<String, String> form = form(address, special);
        form.putAll(Map.of("manner", manner, "reason", "按县局申请"));
        return post(special, address, form);
    }

    private String sent(String month, byte[] file) {
        MvcTestResult answer = send(special, month, file);
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private List<String> faults(byte[] file) {
        MvcTestResult answer = send(special, "2023-10", file);
        assertThat(answer).hasStatus(422);
        return document(answer).select("table.faults tbody tr").stream()
                .map(row -> row.child(0).text() + " " + row.child(2).text())
                .toList();
    }

    private MvcTestResult send(Caller by, String month, byte[] file) {
        var request = browser.post().uri("/returns/sheets").multipart();
        request.file(new MockMultipartFile("file", "附件3 十月.xlsx", "application/octet-stream", file));
        return browser.perform(request.param("office", county.getCode())
                .param("month", month)
                .param("progress", "本月排查充装单位三家。")
                .with(user(by.username()))
                .with(csrf()));
    }

    private MvcTestResult accept(String sheet, String opinion) {
        return decide(sheet, "acceptance", opinion);
    }

    private MvcTestResult decide(String sheet, String step, String opinion) {
        return decide(special, sheet, step, opinion);
    }

    private MvcTestResult decide(Caller by, String sheet, String step, String opinion) {
        Map<String, String> form = form(sheet + "/" + step, special);
        form.put("opinion", opinion);
        return post(by, sheet + "/" + step, form);
    }

    private byte[] workbook(LocalDate day, Map<Integer, String> figures) {
        return changed(sheet -> {
            text(sheet, 1, 2, "填报日期：%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
            figures.forEach((line, figure) -> text(sheet, FIRST_ROW + line - 1, VALUE, figure));
        });
    }

    /** The official sheet of this county as the system hands it out, all zero, changed by hand. */
    private byte[] changed(Consumer<XSSFSheet> hand) {
        byte[] official = get("/annex3.xlsx?asOf=" + CUT_OFF + "&office=" + county.getCode(), special)
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(official));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            hand.accept(workbook.getSheetAt(0));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void text(XSSFSheet sheet, int row, int column, String text) {
        Row cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = cells.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellValue(text);
    }

    private Map<String, String> form(String address, Caller by) {
        Map<String, String> content = new HashMap<>();
        for (Element field : page(address, by).select("form[method=post] [name]")) {
            content.put(field.attr("name"), field.attr("value"));
        }
        return content;
    }

    private Document page(String address, Caller by) {
        MvcTestResult answer = get(address, by);
        assertThat(answer).hasStatusOk();
        return document(answer);
    }

    private static Document document(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private MvcTestResult post(Caller by, String address, Map<String, String> form) {
        var request = browser.post().uri(address);
        form.forEach(request::param);
        return request.with(user(by.username())).with(csrf()).exchange();
    }

    private void at(LocalDate day, Runnable action) {
        today.at(day.atTime(12, 0).atZone(Today.ZONE).toInstant(), action);
    }
}
