package gassafety.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 动态清零: the numbers are those of the ledger, and each opens exactly its hazards. */
@DemoTest
class ClearingTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "leader, /clearing",
        "special, /clearing?office=qihe&level=MAJOR",
        "beilingspecial, /clearing?phase=1",
        "chief, /clearing"
    })
    void everyNumberOpensAsManyHazards(String username, String address) {
        List<String> wrong = new ArrayList<>();
        List<Element> figures = page(username, address).select("table.led a[href^=/hazards?]").stream()
                .filter(figure -> !figure.text().equals("0"))
                .toList();
        assertThat(figures).hasSizeGreaterThan(5);
        for (Element figure : figures) {
            String listed =
                    page(username, figure.attr("href")).select("[data-total]").attr("data-total");
            if (!listed.equals(figure.text())) {
                wrong.add(figure.attr("aria-label") + ": " + listed + " in " + figure.attr("href"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theWholeIsWhatTheLedgerHolds() {
        var counted = jdbc.sql("""
                        select count(*) as found, count(*) filter (where state = 'CLOSED') as closed,
                            count(*) filter (where state = 'CLOSED' and on_the_spot) as spot,
                            count(*) filter (where state = 'CLOSED' and not on_the_spot and reported_on > due) as late,
                            count(*) filter (where open) as open,
                            count(*) filter (where extensions > 0) as extended,
                            percentile_cont(0.5) within group (order by ended_on - found_on)
                                filter (where state = 'CLOSED') as median
                        from hazard where state <> 'VOIDED'
                        """).query().singleRow();
        Element whole = page("leader", "/clearing").select("tbody tr").first();
        assertThat(cell(whole, "登记")).isEqualTo(counted.get("found").toString());
        assertThat(cell(whole, "已销号")).isEqualTo(counted.get("closed").toString());
        assertThat(cell(whole, "立行立改")).isEqualTo(counted.get("spot").toString());
        assertThat(cell(whole, "逾期后")).isEqualTo(counted.get("late").toString());
        assertThat(cell(whole, "未销号")).isEqualTo(counted.get("open").toString());
        assertThat(cell(whole, "延期")).isEqualTo(counted.get("extended").toString());
        assertThat(Double.parseDouble(cell(whole, "销号天数"))).isEqualTo(((Number) counted.get("median")).doubleValue());
        long rate = Math.round(100.0 * (long) counted.get("closed") / (long) counted.get("found"));
        assertThat(cell(whole, "销号率")).isEqualTo(rate + "%");
    }

    @Test
    void causesAreThoseGivenAtClosure() {
        long management = jdbc.sql("""
                        select count(*) from hazard join hazard_closure closure on closure.hazard_id = hazard.id
                        where cause = 'MANAGEMENT' and state = 'CLOSED'
                        """).query(Long.class).single();
        Document page = page("leader", "/clearing");
        assertThat(page.select("tr:has(td:containsOwn(管理因素)) a").text()).isEqualTo(String.valueOf(management));
        assertThat(page.select("h2").eachText()).contains("下级单位", "各阶段", "各级别", "各月", "走势", "各月销号", "已销号隐患的成因");
        double shares = page.select("td[data-label=占比]").eachText().stream()
                .mapToDouble(share -> Double.parseDouble(share.replace("%", "")))
                .sum();
        assertThat(shares).isCloseTo(100, within(0.5));
    }

    @Test
    void theChartShowsWhatTheTablesSay() {
        Document page = page("leader", "/clearing");
        List<String> found = page.select("section:has(h2:containsOwn(各月)) tbody tr:has(td[data-label=登记])").stream()
                .map(row -> row.child(0).text() + " " + cell(row, "登记"))
                .toList();
        List<String> drawn = page.select(".trend g").stream()
                .map(month -> month.select(".month").text() + " "
                        + month.select("text").get(0).text())
                .toList();
        assertThat(found).isNotEmpty().isEqualTo(drawn);
        List<String> closed =
                page.select("section:has(h2:containsOwn(各月销号)) tbody a").eachText();
        assertThat(page.select(".trend g").stream()
                        .map(month -> month.select("text").get(1).text()))
                .containsExactlyElementsOf(closed);
    }

    @Test
    void anOfficeCountsWhatItMadeOrIsInChargeOfAndNothingElse() {
        long own = jdbc.sql("""
                        select count(*) from hazard, (select path from office where code = 'beiling-chengguan') o
                        where state <> 'VOIDED' and (starts_with(office_path, path) or starts_with(charge_path, path))
                        """).query(Long.class).single();
        assertThat(cell(page("chief", "/clearing").select("tbody tr").first(), "登记"))
                .isEqualTo(String.valueOf(own));
        assertThat(answer("chief", "/clearing?office=beiling")).hasStatus(422);
        assertThat(answer("beilingspecial", "/clearing?office=qihe")).hasStatus(422);
        assertThat(answer("leader", "/clearing?phase=9")).hasStatus(422);
        assertThat(answer("leader", "/clearing?level=NOPE")).hasStatus(422);
        assertThat(answer("station", "/clearing")).hasStatus(403);
        assertThat(answer("station", "/clearing.xlsx")).hasStatus(403);
        assertThat(answer("admin", "/clearing")).hasStatus(403);
    }

    @Test
    void theWorkbookHoldsTheSameNumbers() throws IOException {
        byte[] content = answer("beilingspecial", "/clearing.xlsx?level=GENERAL")
                .getResponse()
                .getContentAsByteArray();
        Document page = page("beilingspecial", "/clearing?level=GENERAL");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).isEqualTo("登记");
            assertThat(String.valueOf((long) sheet.getRow(1).getCell(3).getNumericCellValue()))
                    .isEqualTo(cell(page.select("tbody tr").first(), "登记"));
            assertThat(sheet.getLastRowNum())
                    .isEqualTo(page.select("tr:has(td[data-label=登记])").size());
        }
    }

    @Test
    void aWrongDayInTheLedgerIsKeptAndSaidBesideItsField() {
        MvcTestResult answer = answer("leader", "/hazards?from=yesterday&result=NOPE&cause=NOPE");
        assertThat(answer).hasStatus(422);
        Document page = parsed(answer);
        assertThat(page.select("#filter-from").attr("value")).isEqualTo("yesterday");
        assertThat(page.select("#filter-from-error").text()).contains("2023-11-15");
        assertThat(page.select("#filter-result-error, #filter-cause-error")).hasSize(2);
    }

    private static String cell(Element row, String label) {
        return row.select("td[data-label=" + label + "]").text();
    }

    private Document page(String username, String address) {
        MvcTestResult answer = answer(username, address);
        assertThat(answer).hasStatusOk();
        return parsed(answer);
    }

    private static Document parsed(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult answer(String username, String address) {
        return browser.get().uri(URI.create(address)).with(user(username)).exchange();
    }
}
