package gassafety.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.office.Caller;
import gassafety.register.EnterpriseRole;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ledgers that were kept in workbooks are taken over whole, once, and as what they are. */
@SystemTest
class LedgerIntakeTest {

    private static final List<String> HEAD = List.of(
            "序号",
            "编号",
            "级别",
            "状态",
            "问题",
            "单位",
            "统一社会信用代码",
            "检查表",
            "检查内容",
            "发现日期",
            "检查人员",
            "整改责任人",
            "整改时限",
            "管控措施",
            "报告整改",
            "复查不合格次数",
            "延期次数",
            "认定重大日期",
            "上报文号",
            "销号或结束");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private World.Bureau bureau;
    private Unit unit;

    @BeforeEach
    void units() {
        bureau = world.bureau();
        unit = world.unit(bureau, EnterpriseRole.FILLING_STATION);
    }

    @Test
    void ofTwoThousandLinesTheSixtyBadOnesAreToldAndNothingIsHalfImported() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int n = 1; n <= 2_000; n++) {
            rows.add(line(n, Map.of()));
        }
        List<Map<String, String>> kinds = kindsOfFaults();
        assertThat(kinds).hasSize(12);
        Map<Integer, String> expected = new HashMap<>();
        for (int bad = 0; bad < 60; bad++) {
            int at = 10 + bad * 33;
            Map<String, String> kind = kinds.get(bad % kinds.size());
            rows.set(at, line(at + 1, kind));
            expected.put(at + 2, kind.keySet().iterator().next());
        }
        byte[] file = workbook(rows);

        MvcTestResult refused = send(file, false, bureau.countySection());
        assertThat(refused).hasStatus(422);
        Document page = page(refused);
        assertThat(page.text()).contains("有 60 行需要更正，没有导入任何一行");
        assertThat(page.select("table.faults tbody tr")).isNotEmpty().allSatisfy(this::isExplained);
        String list = page.select("a[href$=faults.xlsx]").attr("href");
        Map<Integer, List<String>> told = told(get(list, bureau.countySection()));
        assertThat(told.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (row, column) -> assertThat(told.get(row)).as("row " + row).contains(column));
        assertThat(imported()).isZero();

        MvcTestResult taken = send(file, true, bureau.countySection());
        assertThat(taken).hasStatus3xxRedirection();
        assertThat(imported()).isEqualTo(1_940);
        assertThat(page(get(taken.getResponse().getRedirectedUrl(), bureau.countySection()))
                        .text())
                .contains("新增 1940 条", "错误 60 行");

        assertThat(send(file, true, bureau.countySection())).hasStatus3xxRedirection();
        assertThat(imported()).isEqualTo(1_940);

        for (int bad = 0; bad < 60; bad++) {
            int at = 10 + bad * 33;
            rows.set(at, line(at + 1, Map.of()));
        }
        assertThat(send(workbook(rows), false, bureau.countySection())).hasStatus3xxRedirection();
        assertThat(imported()).isEqualTo(2_000);
        MvcTestResult part = send(workbook(rows.subList(0, 9)), false, bureau.countySection());
        assertThat(page(get(part.getResponse().getRedirectedUrl(), bureau.countySection()))
                        .text())
                .contains("没有新增", "已在台账中 9 行");
        MvcTestResult fromAbove = send(workbook(rows.subList(0, 9)), false, bureau.campaignOffice());
        assertThat(page(get(fromAbove.getResponse().getRedirectedUrl(), bureau.campaignOffice()))
                        .text())
                .as("the same ledger, sent in by the bureau above")
                .contains("没有新增", "已在台账中 9 行");
        assertThat(list("?source=LEDGER", bureau.countySection())).isEqualTo("2000");
    }

    private List<Map<String, String>> kindsOfFaults() {
        return List.of(
                Map.of("单位", ""),
                Map.of("单位", "没有建档的单位"),
                Map.of("统一社会信用代码", "91999999MA0000000X"),
                Map.of("级别", "严重"),
                Map.of("状态", "整改了"),
                Map.of("问题", ""),
                Map.of("发现日期", "昨天"),
                Map.of("发现日期", "2199-01-01"),
                Map.of("整改时限", "2023-01-01"),
                Map.of("整改责任人", ""),
                Map.of("复查不合格次数", "两次"),
                Map.of("编号", "旧-" + unit.id() + "-1"));
    }

    private void isExplained(Element row) {
        assertThat(row.select("td").eachText()).hasSize(4).doesNotContain("");
        assertThat(row.select("td").get(0).text()).matches("[0-9]+");
    }

    @Test
    void anItemThatTheAnnexDoesNotHaveIsTold() throws IOException {
        List<List<String>> rows = List.of(line(1, Map.of("检查表", "附件2第 51 项")), line(2, Map.of("检查表", "附件2第 99 项")));
        Document refused = page(send(workbook(rows), false, bureau.countySection()));
        assertThat(refused.select("table.faults tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("附件2没有第 99 项");
        assertThat(imported()).isZero();
    }

    @Test
    void eachStateIsKeptAsTheLedgerTellsItAndOnlyTheTakingOverIsRecorded() throws IOException {
        List<List<String>> rows = List.of(
                line(1, Map.of("状态", "立行立改", "整改时限", "")),
                line(2, Map.of("状态", "待复查", "报告整改", "2023-09-20")),
                line(3, Map.of("状态", "待销号", "报告整改", "2023/9/20")),
                line(4, Map.of("状态", "已销号", "报告整改", "2023年9月20日", "销号或结束", "2023-09-28", "整改责任人", "")),
                line(5, Map.of("状态", "终止", "销号或结束", "2023-09-28")),
                line(6, Map.of("状态", "整改中", "整改时限", "立即停止")),
                line(7, Map.of("级别", "重大", "认定重大日期", "2023-09-06", "上报文号", "示特报〔2023〕1号")));
        assertThat(send(workbook(rows), false, bureau.countySection())).hasStatus3xxRedirection();

        assertThat(jdbc.sql("select state from hazard where enterprise_id = :unit order by source_line")
                        .param("unit", unit.id())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "ON_THE_SPOT",
                        "AWAITING_RECHECK",
                        "AWAITING_CLOSURE",
                        "CLOSED",
                        "TERMINATED",
                        "RECTIFYING",
                        "RECTIFYING");
        assertThat(jdbc.sql("select distinct act || ' ' || by_account_id from journal_entry"
                                + " where enterprise_id = :unit and source_kind = 'HAZARD'")
                        .param("unit", unit.id())
                        .query(String.class)
                        .list())
                .containsExactly("HAZARD_TAKEN_OVER " + bureau.countySection().accountId());
        String awaiting = jdbc.sql("select '/hazards/' || id || '/closures' from hazard"
                        + " where enterprise_id = :unit and state = 'AWAITING_CLOSURE'")
                .param("unit", unit.id())
                .query(String.class)
                .single();
        assertThat(mvc.post()
                        .uri(awaiting)
                        .param("version", "0")
                        .param("cause", "THING")
                        .with(user(bureau.chief().username()))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(list("?state=CLOSED&source=LEDGER", bureau.chief())).isEqualTo("2");
    }

    @Test
    void theWorkbookThatTheLedgerWritesIsTakenBackAndAddsNothing() throws IOException {
        assertThat(send(workbook(List.of(line(1, Map.of()), line(2, Map.of("编号", "")))), false, bureau.chief()))
                .hasStatus3xxRedirection();
        byte[] written = get("/hazards.xlsx", bureau.chief()).getResponse().getContentAsByteArray();
        MvcTestResult again = send(written, false, bureau.chief());
        assertThat(page(again).select("table.faults").text()).isEmpty();
        assertThat(again).hasStatus3xxRedirection();
        assertThat(imported()).isEqualTo(2);

        byte[] renumbered = changed(written, "编号", "另一本-");
        String taken = send(renumbered, false, bureau.chief()).getResponse().getRedirectedUrl();
        assertThat(page(get(taken, bureau.chief())).select("dl.kv").text()).contains("新增 2 条");
        assertThat(imported()).isEqualTo(4);
        assertThat(send(workbook(List.of(line(9, Map.of("编号", "")), line(2, Map.of("编号", "")))), false, bureau.chief()))
                .hasStatus3xxRedirection();
        assertThat(imported()).isEqualTo(5);
    }

    @Test
    void whatIsNoLedgerIsSaidBesideTheField() throws IOException {
        Map<String, byte[]> files = Map.of(
                "打不开", "a,b,c".getBytes(StandardCharsets.UTF_8),
                "没有找到台账的表头", workbook(List.of(), List.of("甲", "乙")),
                "缺少这些列：级别", workbook(List.of(), List.of("问题", "单位", "状态", "发现日期")),
                "没有内容", workbook(List.of()));
        files.forEach((words, file) -> {
            MvcTestResult answer = send(file, false, bureau.chief());
            assertThat(answer).hasStatus(422);
            assertThat(page(answer).select("#file-error").text()).contains(words);
        });
        MvcTestResult nothing = mvc.perform(mvc.post()
                .uri("/hazards/imports")
                .param("file", "x")
                .with(user(bureau.chief().username()))
                .with(csrf()));
        assertThat(nothing).hasStatus(422);
        assertThat(page(nothing).select("#file-error").text()).contains("请选择");
    }

    @Test
    void ledgersAreTakenByThoseWhoKeepThemAndOnlyOfUnitsThatTheyRead() throws IOException {
        byte[] file = workbook(List.of(line(1, Map.of())));
        for (Caller other : List.of(bureau.inspector(), bureau.leader())) {
            assertThat(get("/hazards/imports", other)).hasStatus(403);
            assertThat(send(file, false, other)).hasStatus(403);
        }
        World.Bureau elsewhere = world.bureau();
        MvcTestResult answer = send(file, false, elsewhere.chief());
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).text()).contains("不在您的管辖范围");
        assertThat(send(file, false, bureau.chief())).hasStatus3xxRedirection();
        String intake = page(get("/hazards/imports", bureau.chief()))
                .select("table a[href^=/hazards/imports/]")
                .attr("href");
        assertThat(get(intake, bureau.inspector())).hasStatus(200);
        assertThat(get(intake, elsewhere.chief())).hasStatus(404);
        assertThat(get(intake + "/faults.xlsx", elsewhere.chief())).hasStatus(404);
    }

    private int imported() {
        return jdbc.sql("select count(*) from hazard where enterprise_id = :unit and source_kind = 'LEDGER'")
                .param("unit", unit.id())
                .query(Integer.class)
                .single();
    }

    private String list(String filter, Caller by) {
        return page(get("/hazards" + filter, by)).select("[data-total]").attr("data-total");
    }

    private List<String> line(int n, Map<String, String> changes) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "编号", "旧-" + unit.id() + "-" + n,
                "级别", "一般",
                "状态", "整改中",
                "问题", "安全阀校验过期 " + n,
                "单位", unit.name(),
                "发现日期", "2023-09-05",
                "检查人员", "演示员甲、演示员乙",
                "整改责任人", "演示员丙",
                "整改时限", "2023-10-20",
                "管控措施", "停用"));
        cells.putAll(changes);
        return HEAD.stream().map(name -> cells.getOrDefault(name, "")).toList();
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        return workbook(rows, HEAD);
    }

    private static byte[] workbook(List<List<String>> rows, List<String> head) throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("台账");
            fill(sheet.createRow(0), head);
            for (int at = 0; at < rows.size(); at++) {
                fill(sheet.createRow(at + 1), rows.get(at));
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, List<String> texts) {
        for (int at = 0; at < texts.size(); at++) {
            row.createCell(at).setCellValue(texts.get(at));
        }
    }

    /** The workbook with other texts in one column. */
    private static byte[] changed(byte[] bytes, String column, String text) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.getSheetAt(0);
            int at = 0;
            while (!sheet.getRow(0).getCell(at).getStringCellValue().equals(column)) {
                at++;
            }
            for (int number = 1; number <= sheet.getLastRowNum(); number++) {
                sheet.getRow(number).createCell(at).setCellValue(text + number);
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** The columns that are named for each row of the list of faults. */
    private static Map<Integer, List<String>> told(MvcTestResult answer) throws IOException {
        Map<Integer, List<String>> told = new HashMap<>();
        try (Workbook workbook = WorkbookFactory.create(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (Row row : workbook.getSheetAt(0)) {
                if (row.getRowNum() > 0) {
                    assertThat(row.getCell(4).getStringCellValue()).isNotBlank();
                    told.computeIfAbsent((int) row.getCell(1).getNumericCellValue(), line -> new ArrayList<>())
                            .add(row.getCell(2).getStringCellValue());
                }
            }
        }
        return told;
    }

    private MvcTestResult send(byte[] file, boolean leaveFaulty, Caller by) {
        var request = mvc.post().uri("/hazards/imports").multipart();
        request.file(new MockMultipartFile("file", "台账.xlsx", "application/octet-stream", file));
        if (leaveFaulty) {
            request.param("leaveFaulty", "yes");
        }
        return mvc.perform(request.with(user(by.username())).with(csrf()));
    }

    private MvcTestResult get(String address, Caller by) {
        return mvc.perform(mvc.get().uri(address).with(user(by.username())));
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
