package gassafety;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.register.CreditCode;
import gassafety.register.EnterpriseRole;
import gassafety.register.Register;
import gassafety.register.StationDetails;
import gassafety.register.StationDetails.Licence;
import gassafety.register.Unit;
import gassafety.register.UnitFiles;
import gassafety.support.Chromium;
import gassafety.support.DemoTest;
import gassafety.support.World;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The main job in a real browser: an inspection with two findings, one of them put right and closed, the other followed
 * by a case and a directive, and what all this adds to Annex 3.
 */
@DemoTest
class JourneyTest {

    private static final int ITEMS = 52;
    private static final int FIRST_FINDING = 17;
    private static final int SECOND_FINDING = 38;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    @Autowired
    Register register;

    @Autowired
    UnitFiles files;

    @Autowired
    Offices offices;

    @Autowired
    Callers callers;

    @Autowired
    Today today;

    @Test
    void aStationThatWasInspectedBefore() throws IOException {
        long station = jdbc.sql("select enterprise_id from account where username = 'station'")
                .query(Long.class)
                .single();
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            travel(chromium, station, "station");
        }
    }

    @Test
    void aStationThatWasNeverInspected() throws IOException {
        Office office = offices.byCode("beiling-chengguan").orElseThrow();
        Caller inspector = callers.byUsername("inspector").orElseThrow();
        Unit unit = register.register(
                inspector,
                today.day(),
                office,
                "示例北岭县新建液化气充装站",
                CreditCode.complete("91990099MA9999901"),
                "北岭县城关镇示例路999号",
                "演示负责人",
                Set.of(EnterpriseRole.FILLING_STATION, EnterpriseRole.LPG_OPERATOR));
        files.describeStation(
                inspector,
                today.day(),
                unit.id(),
                StationDetails.of(new Licence(
                        "TS4299999-2027",
                        "示例省市场监督管理局",
                        LocalDate.of(2023, 11, 1),
                        LocalDate.of(2027, 10, 31),
                        "液化石油气",
                        false)));
        String user = world.enterpriseUser(office, unit.id()).username();
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            travel(chromium, unit.id(), user);
        }
    }

    private void travel(Chromium chromium, long station, String stationUser) throws IOException {
        boolean inspectedBefore = happenedTo(station, "INSPECTED");
        boolean orderedBefore = happenedTo(station, "CORRECTION_ORDERED");
        Page leader = chromium.desk("leader");
        Map<Integer, BigDecimal> before = figures(leader);
        assertThat(download(leader)).isEqualTo(before);

        List<String> hazards = inspect(chromium, station);
        review(chromium, hazards);
        close(chromium, hazards.get(0), stationUser);
        prosecute(chromium, hazards.get(1));
        serveDirective(chromium, hazards.get(1));

        Map<Integer, BigDecimal> after = figures(leader);
        assertThat(download(leader)).isEqualTo(after);
        Map<Integer, BigDecimal> growth = new TreeMap<>();
        after.forEach((line, figure) -> growth.put(line, figure.subtract(before.get(line))));
        growth.values().removeIf(grown -> grown.signum() == 0);
        assertThat(yuanAfter.subtract(yuanBefore)).isEqualByComparingTo("12345.67");
        growth.remove(23);
        Map<Integer, BigDecimal> expected =
                new TreeMap<>(Map.of(4, BigDecimal.valueOf(2), 15, BigDecimal.ONE, 19, BigDecimal.ONE));
        if (!inspectedBefore) {
            expected.put(5, BigDecimal.ONE);
            expected.put(7, BigDecimal.ONE);
        }
        if (!orderedBefore) {
            expected.put(16, BigDecimal.ONE);
        }
        assertThat(growth).usingRecursiveComparison().isEqualTo(expected);
    }

    private BigDecimal yuanBefore = BigDecimal.ZERO;
    private BigDecimal yuanAfter = BigDecimal.ZERO;

    private boolean happenedTo(long station, String act) {
        return jdbc.sql("select exists (select 1 from journal_entry where enterprise_id = :id and act = :act)")
                .param("id", station)
                .param("act", act)
                .query(Boolean.class)
                .single();
    }

    /** The 41 figures as the page shows them; the exact yuan of line 23 are remembered. */
    private Map<Integer, BigDecimal> figures(Page leader) {
        leader.navigate("/annex3");
        Map<Integer, BigDecimal> figures = new TreeMap<>();
        for (int line = 1; line <= 41; line++) {
            figures.put(
                    line,
                    new BigDecimal(leader.locator("[data-line='" + line + "']").getAttribute("data-value")));
        }
        yuanBefore = yuanAfter;
        yuanAfter = new BigDecimal(leader.locator("[data-line='23']").getAttribute("data-yuan"));
        return figures;
    }

    private static Map<Integer, BigDecimal> download(Page leader) throws IOException {
        Download download =
                leader.waitForDownload(() -> leader.getByText("下载附件3").first().click());
        try (InputStream bytes = Files.newInputStream(download.path());
                XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
            Sheet sheet = workbook.getSheet("附件3");
            Map<Integer, BigDecimal> figures = new TreeMap<>();
            for (int line = 1; line <= 41; line++) {
                double figure = sheet.getRow(line + 2).getCell(2).getNumericCellValue();
                figures.put(
                        line, line == 23 ? BigDecimal.valueOf(figure).setScale(2) : BigDecimal.valueOf((long) figure));
            }
            return figures;
        }
    }

    /** Two phones in one inspection; returns the addresses of the two hazards that the signing raised. */
    private static List<String> inspect(Chromium chromium, long station) {
        Page first = chromium.phone("inspector");
        first.navigate("/inspections/new?enterprise=" + station);
        first.locator("input[name=list][value=ANNEX2]").check();
        Page second = chromium.phone("inspector2");
        second.navigate("/me");
        String colleague =
                second.locator("dt:has-text('姓名') + dd").first().textContent().strip();
        first.locator("label.one")
                .filter(new Locator.FilterOptions()
                        .setHas(first.getByText(colleague, new Page.GetByTextOptions().setExact(true))))
                .locator("input")
                .check();
        first.getByRole(AriaRole.BUTTON, named("开始检查")).click();
        first.waitForURL(url -> url.matches(".*/inspections/\\d+.*"));
        String inspection = first.url().replaceAll("[?#].*", "");
        first.locator("#earlier > details > summary").all().forEach(Locator::click);
        first.locator("form.before label.choice:has-text('已整改')").all().forEach(Locator::click);
        second.navigate(inspection);
        for (int position = 1; position <= ITEMS; position++) {
            Page phone = position <= 40 ? first : second;
            boolean finding = position == FIRST_FINDING || position == SECOND_FINDING;
            phone.locator("label[for='p" + position + "-" + (finding ? "NONCOMPLIANT" : "COMPLIANT") + "']")
                    .click();
            if (finding) {
                describe(phone, position);
            }
            phone.locator("#p" + position + "[data-answered='true'] .saved:has-text('已保存')")
                    .waitFor();
        }
        first.navigate(inspection + "/review");
        explainTheHurry(first);
        sign(first);
        second.navigate(inspection + "/review");
        sign(second);
        first.navigate(inspection + "/review");
        first.locator("#name").fill("演示负责人");
        first.locator("#title").fill("主要负责人");
        draw(first);
        first.getByRole(AriaRole.BUTTON, named("完成签字，检查记录生效")).click();
        first.waitForURL(url -> url.matches(".*/inspections/\\d+"));
        assertThat(first.getByText("登记的隐患（2）")).isVisible();
        return first.locator("section:has(h2:has-text('登记的隐患')) a[href^='/hazards/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    private static void describe(Page phone, int position) {
        phone.locator("#p" + position + "-problem").fill("现场核查第 " + position + " 行内容不符合要求");
        phone.locator("#p" + position + "-responsible").fill("演示负责人（主要负责人）");
        phone.locator("#p" + position + "-measure").fill("资料类，无需临时管控");
        phone.locator("#p" + position + "-measure").blur();
    }

    /** A machine answers 52 items within minutes, which has to be explained. */
    private static void explainTheHurry(Page page) {
        Locator reason = page.locator("[id^=explanation-][id$=NOT_IN_A_HURRY]");
        if (reason.isVisible()) {
            reason.fill("先在纸质表上检查，再统一录入");
            page.getByRole(AriaRole.BUTTON, named("保存说明")).click();
            page.getByText("先在纸质表上检查").first().waitFor();
        }
    }

    private static void sign(Page page) {
        page.getByLabel("本人与被检查单位无应当回避的情形").check();
        page.locator("#password").fill("Demo-2023-gas");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("签字").setExact(true))
                .click();
        page.getByText("已签字").first().waitFor();
    }

    private static void draw(Page page) {
        Locator pad = page.locator("#pad");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + 90, box.y + 60);
        page.mouse().move(box.x + 150, box.y + 25);
        page.mouse().move(box.x + 200, box.y + 70);
        page.mouse().up();
    }

    private static void review(Chromium chromium, List<String> hazards) {
        Page special = chromium.desk("special");
        for (String hazard : hazards) {
            special.navigate(hazard + "/reviews");
            special.getByRole(AriaRole.BUTTON, named("审阅")).click();
            assertThat(special.locator(".flow").first()).containsText("审阅");
        }
    }

    private static void close(Chromium chromium, String hazard, String stationUser) {
        Page station = chromium.phone(stationUser);
        station.navigate(hazard + "/rectifications");
        station.getByLabel("整改情况").fill("已补齐记录并明确专人负责");
        station.getByRole(AriaRole.BUTTON, named("报告整改完成")).click();
        assertThat(station.getByText("待复查").first()).isVisible();

        Page first = chromium.phone("inspector");
        first.navigate(hazard + "/rechecks");
        first.getByLabel("合格，已整改到位").check();
        first.getByLabel("复查情况").fill("现场核实，记录齐全");
        first.getByRole(AriaRole.BUTTON, named("填写复查结果")).click();
        Page second = chromium.phone("inspector2");
        second.navigate(hazard + "/recheck-signatures");
        second.getByLabel("同意，签字").check();
        second.getByRole(AriaRole.BUTTON, named("复查会签")).click();

        Page chief = chromium.desk("chief");
        chief.navigate(hazard + "/closures");
        chief.getByLabel("隐患成因").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        chief.getByRole(AriaRole.BUTTON, named("确认销号")).click();
        assertThat(chief.getByText("已销号").first()).isVisible();
    }

    private static void prosecute(Chromium chromium, String hazard) {
        Page inspector = chromium.desk("inspector");
        inspector.navigate(hazard);
        inspector.getByRole(AriaRole.LINK, linked("起草立案")).click();
        inspector.getByLabel("案由").fill("涉嫌未按规定进行充装前后检查");
        inspector.getByLabel("事实").fill("检查发现充装前后检查记录缺失");
        inspector.getByLabel("涉嫌违反的条款").fill("《中华人民共和国特种设备安全法》第四十九条");
        inspector.getByRole(AriaRole.BUTTON, named("保存草稿")).click();
        inspector.waitForURL(url -> url.matches(".*/cases/\\d+"));
        String enforcementCase = inspector.url();
        step(inspector, "提请立案", null);

        Page head = chromium.desk("beilinghead");
        head.navigate(enforcementCase);
        step(head, "审批立案", "批准立案");
        Page handler = chromium.desk("beilingcase");
        handler.navigate(enforcementCase);
        handler.getByRole(AriaRole.LINK, linked("提出处罚决定")).click();
        handler.getByLabel("罚款（元）").fill("12000");
        handler.getByLabel("没收违法所得（元）").fill("345.67");
        handler.getByLabel("责令改正").check();
        handler.getByLabel("违法事实").fill("当事人未按规定进行充装前后检查");
        handler.getByLabel("处罚依据").fill("《中华人民共和国特种设备安全法》第四十九条、第八十五条");
        handler.getByRole(AriaRole.BUTTON, named("提交")).click();
        handler.waitForURL(url -> url.matches(".*/cases/\\d+"));
        head.navigate(enforcementCase);
        step(head, "审批处罚决定", "批准决定");
        handler.navigate(enforcementCase);
        serve(handler);
    }

    private static void serveDirective(Chromium chromium, String hazard) {
        Page inspector = chromium.desk("inspector");
        inspector.navigate(hazard);
        inspector.getByRole(AriaRole.LINK, linked("起草监察指令书")).click();
        inspector.getByLabel("存在的问题").fill("充装前后检查记录缺失");
        inspector.getByLabel("违反的条款").fill("《中华人民共和国特种设备安全法》第四十九条");
        inspector.getByLabel("应当采取的措施").fill("立即改正，补齐记录");
        inspector.getByLabel("整改期限").fill("2023-11-30");
        inspector.getByRole(AriaRole.BUTTON, named("保存草稿")).click();
        inspector.waitForURL(url -> url.matches(".*/directives/\\d+"));
        String directive = inspector.url();
        step(inspector, "提请签发", null);
        Page head = chromium.desk("beilinghead");
        head.navigate(directive);
        step(head, "签发", "签发");
        inspector.navigate(directive);
        serve(inspector);
    }

    /** Opens a step's page from its record and takes it; {@code choice} is the radio button to tick, if there are several. */
    private static void step(Page page, String name, String choice) {
        String record = page.url();
        page.getByRole(AriaRole.LINK, linked(name)).first().click();
        if (choice != null && page.locator("input[type=radio][name=step]").count() > 0) {
            page.locator("label:has(b:text-is('" + choice + "')) input[name=step]")
                    .check();
        }
        page.locator("form button.btn-primary").click();
        page.waitForURL(record);
    }

    private static void serve(Page page) {
        String record = page.url();
        page.getByRole(AriaRole.LINK, linked("登记送达")).first().click();
        page.getByLabel("送达日期").fill("2023-11-15");
        page.getByLabel("送达方式").selectOption("DIRECT");
        page.getByLabel("收件人").fill("演示负责人（主要负责人）");
        page.locator("form button.btn-primary").click();
        page.waitForURL(record);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions linked(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
