package gassafety.returns;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import gassafety.support.Chromium;
import gassafety.support.DemoTest;
import gassafety.support.Shots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A month in a real browser: 北岭县's return of October, the city's of November, a late act and a second revision. */
@DemoTest
class ReturnJourneyTest {

    private static final int EVENTS = 38;

    @LocalServerPort
    int port;

    @Test
    void aReturnFromTheDraftToItsSecondRevision() throws IOException {
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            Page reporter = chromium.desk("beiling");
            Page head = chromium.desk("beilinghead");
            Page special = chromium.desk("special");
            Page leader = chromium.desk("leader");

            reporter.locator(".todo a:has-text('2023-10 北岭县')").first().click();
            String october = reporter.url();
            fillIn(reporter, "城关所充装单位已全部整改。");
            take(reporter, october, "提交");
            state(reporter, "已提交");

            take(head, october, "退回", "理由", "请写明案件办理情况。");
            reporter.navigate(october);
            assertThat(reporter.locator(".back-note")).containsText("请写明案件办理情况。");
            fillIn(reporter, "城关所充装单位已全部整改；立案查办案件均已作出决定。");
            take(reporter, october, "提交");
            take(head, october, "审核通过");
            take(special, october, "接收");
            take(special, october, "锁定");
            state(special, "已锁定");
            String reported = now(special, october);

            String november = begin(special, "2023-11");
            special.locator(".remarks li:has-text('补充文件或者作废这些记录') a").last().click();
            assertThat(special.locator("table.led tbody tr").first()).containsText("缺佐证");
            giveEvidence(special);
            fillIn(special, november, "全市检查按计划推进。");
            take(special, november, "提交");
            take(leader, november, "审核通过");
            state(leader, "已审核");
            assertThat(download(leader))
                    .isEqualTo(leader.locator("#line-" + EVENTS).getAttribute("data-value"));

            String late = hold(reporter, "2023-10-12", "液化气安全进社区");
            String next = begin(reporter, "2023-11");
            assertThat(part(reporter, next, "LATE")).hasText("1");
            part(reporter, next, "LATE").locator("a").click();
            assertThat(reporter.locator("[data-total]")).hasAttribute("data-total", "1");
            assertThat(reporter.locator("td[data-label=录入]")).containsText("补录");
            assertThat(now(special, october)).isEqualTo(reported);

            take(special, october, "解锁", "理由", "漏报一次宣传活动。");
            fillIn(reporter, october, "补报一次宣传活动。");
            take(reporter, october, "提交");
            reporter.navigate(october);
            assertThat(reporter.locator("section:has(h2:text('提交过的月报')) li").first())
                    .containsText("第 2 版");
            assertThat(Integer.parseInt(now(reporter, october))).isEqualTo(Integer.parseInt(reported) + 1);
            assertThat(part(reporter, next, "LATE")).hasText("0");
            takeBack(reporter, late);
        }
    }

    /** To whatever was typed in without a file, as the check leads to it. */
    private static void giveEvidence(Page page) {
        page.navigate("/outreach?evidence=none");
        while (page.locator("table.led tbody a").count() > 0) {
            page.locator("table.led tbody a").first().click();
            page.getByLabel("补充佐证").setInputFiles(new FilePayload("签到表.png", "image/png", Shots.png(8, 8)));
            page.locator("button:text-is('上传')").click();
            assertThat(page.locator(".done-note")).containsText("已补充佐证");
            page.navigate("/outreach?evidence=none");
        }
    }

    /** An event of an earlier day, entered now with its file. */
    private static String hold(Page page, String day, String title) {
        page.navigate("/outreach/new/event");
        page.getByLabel("活动日期").fill(day);
        page.getByLabel("活动名称").fill(title);
        page.getByLabel("佐证材料").setInputFiles(new FilePayload("活动现场.png", "image/png", Shots.png(8, 8)));
        page.locator(".formacts button").click();
        assertThat(page.locator("h1")).containsText(title);
        return page.url();
    }

    private static void takeBack(Page page, String record) {
        page.navigate(record + "/voiding");
        page.getByLabel("理由").fill("演示结束，作废。");
        page.locator(".formacts button").click();
        assertThat(page.locator("article")).containsText("已作废");
    }

    private static String begin(Page page, String month) {
        page.navigate("/returns/new?month=" + month);
        page.locator("button:has-text('开始填报')").click();
        return page.url().replace("/draft", "");
    }

    private static void fillIn(Page page, String address, String progress) {
        page.navigate(address);
        fillIn(page, progress);
    }

    private static void fillIn(Page page, String progress) {
        if (!page.url().endsWith("/draft")) {
            page.locator(".next-steps a:has-text('填写')").click();
        }
        page.getByLabel("进展情况").fill(progress);
        page.locator("textarea:not(#progress)").all().forEach(doubt -> doubt.fill("已核对，数字无误。"));
        page.locator("button:text-is('保存')").click();
        assertThat(page.locator(".done-note")).hasText("已保存。");
    }

    private static void take(Page page, String address, String step) {
        take(page, address, step, "意见", "");
    }

    private static void take(Page page, String address, String step, String label, String words) {
        page.navigate(address);
        page.locator(".next-steps a:text-is('" + step + "')").click();
        page.getByLabel(label).fill(words);
        page.locator(".formacts button").click();
        assertThat(page.locator(".done-note")).containsText(step);
    }

    private static void state(Page page, String state) {
        assertThat(page.locator(".head .st").first()).hasText(state);
    }

    private static String now(Page page, String address) {
        return part(page, address, "NOW").textContent().strip();
    }

    private static Locator part(Page page, String address, String part) {
        page.navigate(address);
        return page.locator("#line-" + EVENTS + " [data-part=" + part + "]");
    }

    private static String download(Page page) throws IOException {
        var file = page.waitForDownload(() -> page.getByText("下载附件3").click());
        try (InputStream bytes = Files.newInputStream(file.path());
                XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
            return String.valueOf(
                    (int) workbook.getSheet("附件3").getRow(EVENTS + 2).getCell(2).getNumericCellValue());
        }
    }
}
