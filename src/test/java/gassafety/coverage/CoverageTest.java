package gassafety.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every figure of the coverage is a link to exactly its units. */
@DemoTest
class CoverageTest {

    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @CsvSource({
        "leader, /coverage?role=APPLIANCE_SELLER",
        "quality, /coverage",
        "beilingspecial, /coverage?period=campaign",
        "chief, /coverage"
    })
    void everyFigureOpensAsManyUnits(String username, String address) {
        Document page = page(username, address);
        List<String> wrong = new ArrayList<>();
        List<Element> figures = page.select("table.led a[href^=/enterprises?]");
        assertThat(figures).hasSizeGreaterThan(2);
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
    void whatNobodyInspectedIsNamedWithTheOrderBesideIt() {
        Document page = page("beilingspecial", "/coverage?role=APPLIANCE_SELLER");
        int missing = Integer.parseInt(page.select("[data-total]").attr("data-total"));
        assertThat(missing).isPositive();
        assertThat(page.select("section:last-of-type tbody tr")).hasSize(Math.min(50, missing));
        String order = page.select("a:contains(下达检查任务)").attr("href");
        assertThat(page("beilingspecial", order).select("legend").text()).contains("符合条件的单位 " + missing + " 家");
        assertThat(page("leader", "/coverage?role=APPLIANCE_SELLER").text()).doesNotContain("下达检查任务");
    }

    @Test
    void theWorkbookHoldsTheSameFigures() throws IOException {
        byte[] content =
                answer("beilingspecial", "/coverage.xlsx").getResponse().getContentAsByteArray();
        Document page = page("beilingspecial", "/coverage");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("气瓶充装单位");
            assertThat(String.valueOf((long) row.getCell(4).getNumericCellValue()))
                    .isEqualTo(page.select("td[data-label=在册] a").first().text());
        }
    }

    @Test
    void anOfficeOfAnotherCountyIsNotOffered() {
        assertThat(answer("beilingspecial", "/coverage?office=qihe")).hasStatus(422);
        assertThat(answer("beilingspecial", "/coverage?period=3")).hasStatus(422);
        assertThat(answer("admin", "/coverage")).hasStatus(403);
    }

    private Document page(String username, String address) {
        MvcTestResult answer = answer(username, address);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult answer(String username, String address) {
        return browser.get()
                .uri(java.net.URI.create(address))
                .with(user(username))
                .exchange();
    }
}
