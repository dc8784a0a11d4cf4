package gassafety.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Campaigns;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.office.Role;
import gassafety.reporting.Annex3;
import gassafety.reporting.Cut;
import gassafety.reporting.Line;
import gassafety.reporting.Statement;
import gassafety.reporting.Statements;
import gassafety.support.DemoTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** At the end of a phase a bureau gets a draft with its figures, finishes it, and every version it hands in is kept. */
@DemoTest
class StageSummaryTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Statements statements;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Offices offices;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Today today;

    @Test
    void theDraftHoldsTheFiguresOfThePhaseItsChartsTasksAndTheTextsOfTheCounties() throws IOException {
        MvcTestResult answer = get(address("city") + "/draft.docx", "special");
        assertThat(answer).hasStatusOk();
        byte[] file = answer.getResponse().getContentAsByteArray();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            String text = word.getParagraphs().stream()
                    .map(paragraph -> paragraph.getText() + "\n")
                    .reduce("", String::concat);
            assertThat(text).contains("云岫市市场监督管理局", "集中攻坚阶段总结", "截至2023年11月15日", "六、各单位报送的进展情况", "北岭县（截至", "（请填写）");
            assertThat(word.getAllPictures())
                    .hasSize(3)
                    .extracting(XWPFPictureData::getPictureType)
                    .containsOnly(XWPFDocument.PICTURE_TYPE_PNG);
            Statement city = statement("city");
            List<XWPFTableRow> figures = table(word, "项目").getRows();
            assertThat(figures).hasSize(42);
            for (Line line : Annex3.lines()) {
                assertThat(cell(figures.get(line.number()), 4))
                        .as(line.printedItem())
                        .isEqualTo(city.printed(line).toPlainString());
            }
            Line visits = Annex3.line(4).orElseThrow();
            assertThat(table(word, "单位").getRows())
                    .filteredOn(row -> cell(row, 0).equals("北岭县"))
                    .singleElement()
                    .extracting(row -> cell(row, 1))
                    .isEqualTo(statement("beiling").printed(visits).toPlainString());
            assertThat(table(word, "任务").getRows()).hasSize(17);
            assertThat(table(word, "任务").getRows())
                    .filteredOn(row -> cell(row, 0).equals("2.2"))
                    .singleElement()
                    .extracting(row -> cell(row, 3))
                    .isEqualTo("报送自查表 " + applianceUnitsThatCheckedThemselves() + " 家");
            long texts = jdbc.sql("""
                            select count(*) from monthly_return r join office o on o.id = r.office_id
                            where o.code <> 'city' and r.state <> 'DRAFT' and (select progress from return_submission
                                where return_id = r.id order by place desc limit 1) <> ''""").query(Long.class).single();
            assertThat(text.split("（截至 2023-")).as("the text of every month").hasSize((int) texts + 1);
            assertThat(table(word, "级别").getRows()).hasSizeGreaterThan(2);
        }
    }

    private long applianceUnitsThatCheckedThemselves() {
        return jdbc.sql("""
                        select count(distinct enterprise_id) from enterprise_self_check
                        where role in ('APPLIANCE_PRODUCER', 'APPLIANCE_SELLER') and submitted_on >= '2023-09-01'""").query(Long.class).single();
    }

    @Test
    void everyVersionIsKeptAndTheSameFileOnlyOnce() {
        String address = address("qihe");
        byte[] first = "%PDF-1.7 第一版".getBytes(StandardCharsets.UTF_8);
        byte[] second = "%PDF-1.7 第二版".getBytes(StandardCharsets.UTF_8);
        Caller reporter = reporter("qihe");
        assertThat(upload(address, first, "", reporter.username())).hasRedirectedUrl(address);
        assertThat(upload(address, second, "补充案件", reporter.username())).hasRedirectedUrl(address);
        assertThat(upload(address, first, "", reporter.username())).hasRedirectedUrl(address);
        assertThat(get(address, "leader")).bodyText().contains("第 2 版", "补充案件").doesNotContain("第 3 版");
        assertThat(get(address + "/1", "leader").getResponse().getContentAsByteArray())
                .isEqualTo(first);
        assertThat(get("/summaries", "leader")).bodyText().contains("第 2 版", "未上传");
        assertThat(upload(address, "只是文字".getBytes(StandardCharsets.UTF_8), "", reporter.username()))
                .hasStatus(422)
                .bodyText()
                .contains("请选择 Word 文档（.docx）或 PDF 文件");
    }

    @Test
    void othersReadWithinTheirScopeAndOnlyThoseWhoseWorkItIsWrite() {
        String address = address("qihe");
        assertThat(get(address, reporter("linxi").username())).hasStatus(404);
        assertThat(get(address, "leader")).hasStatusOk();
        assertThat(get(address + "/draft.docx", "leader")).hasStatus(403);
        assertThat(upload(address, "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "", "leader"))
                .hasStatus(403);
        assertThat(get("/summaries/" + campaigns.current().id() + "/3/qihe", "special"))
                .as("a phase that has not begun")
                .hasStatus(404);
    }

    @Test
    void whoseWorkItIsIsRemindedFromFifteenDaysBeforeUntilThereIsAVersion() {
        String address = address("linxi");
        String reporter = reporter("linxi").username();
        assertThat(todo(LocalDate.of(2023, 11, 14), reporter, address)).isEmpty();
        assertThat(todo(LocalDate.of(2023, 11, 15), reporter, address))
                .contains("报送阶段总结")
                .doesNotContain("逾期");
        LocalDate late = LocalDate.of(2023, 12, 16);
        assertThat(todo(late, reporter, address)).contains("逾期", "11");
        for (String by : List.of("special", "general")) {
            assertThat(todo(late, by, address("city"))).as(by).contains("报送阶段总结");
        }
        for (String by :
                List.of("special", "general", "leader", reporter("shilu").username())) {
            assertThat(todo(late, by, address)).as(by).isEmpty();
        }
        assertThat(upload(address, "%PDF-1.7 临汐".getBytes(StandardCharsets.UTF_8), "", reporter))
                .hasRedirectedUrl(address);
        assertThat(todo(late, reporter, address)).isEmpty();
    }

    /** What stands in 全部待办 of someone beside a link to this address. */
    private String todo(LocalDate day, String by, String address) {
        AtomicReference<String> text = new AtomicReference<>();
        today.at(
                day.atTime(9, 0).atZone(Today.ZONE).toInstant(),
                () -> text.set(Jsoup.parse(bodyOf(get("/todo", by)))
                        .select(".todo li:has(a[href='" + address + "'])")
                        .text()));
        return text.get();
    }

    private static String bodyOf(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Statement statement(String office) {
        Office bureau = offices.byCode(office).orElseThrow();
        return statements.of(Cut.now(bureau, LocalDate.of(2023, 11, 15)));
    }

    private static XWPFTable table(XWPFDocument word, String head) {
        return word.getTables().stream()
                .filter(table -> table.getRow(0).getTableCells().stream()
                        .anyMatch(cell -> cell.getText().equals(head)))
                .findFirst()
                .orElseThrow();
    }

    private static String cell(XWPFTableRow row, int column) {
        return row.getCell(column).getText();
    }

    private String address(String office) {
        CampaignInfo campaign = campaigns.current();
        return "/summaries/" + campaign.id() + "/1/" + office;
    }

    private Caller reporter(String office) {
        return world.hire(offices.byCode(office).orElseThrow(), Role.REPORTER);
    }

    private MvcTestResult upload(String address, byte[] file, String note, String by) {
        var request = browser.post().uri(address).multipart();
        request.file(new MockMultipartFile("file", "总结.pdf", "application/pdf", file));
        return browser.perform(request.param("note", note).with(user(by)).with(csrf()));
    }

    private MvcTestResult get(String address, String by) {
        return browser.get().uri(address).with(user(by)).exchange();
    }
}
