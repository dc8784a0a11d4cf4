package gassafety.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 迎检包: one file with all papers about a unit, for a visiting inspection. */
@DemoTest
class UnitBundleTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    private long unit;

    @BeforeEach
    void theUnitWithTheMostDocuments() {
        unit = jdbc.sql("""
                        select d.enterprise_id from issued_document d join enterprise e on e.id = d.enterprise_id
                        join office o on o.path = e.charge_path where o.code like 'beiling-%'
                        group by 1 order by count(*) desc, 1 limit 1
                        """).query(Long.class).single();
    }

    @Test
    void itHoldsTheUnitEverySignedRecordTheLedgerAndEveryDocument() throws IOException {
        Map<String, byte[]> papers = unpack(get("special"));
        List<byte[]> records = in("1 监督检查记录/", papers);
        assertThat(records)
                .hasSize(count("inspection", "status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record).startsWith("%PDF".getBytes()));
        assertThat(rows(papers.get("0 监管对象/监管对象.xlsx")))
                .singleElement()
                .extracting(row -> row.getCell(1).getStringCellValue())
                .isEqualTo(jdbc.sql("select name from enterprise where id = :unit")
                        .param("unit", unit)
                        .query(String.class)
                        .single());
        assertThat(rows(papers.get("2 隐患台账/隐患台账.xlsx"))).hasSize(count("hazard", "true"));
        List<String> documents = jdbc.sql("select sha256 from issued_document where enterprise_id = :unit")
                .param("unit", unit)
                .query(String.class)
                .list();
        assertThat(in("3 监察文书/", papers).stream().map(DigestUtils::sha256Hex))
                .as("byte for byte")
                .containsExactlyInAnyOrderElementsOf(documents);
    }

    @Test
    void itsListOfContentsTellsTheHashOfEveryFile() throws IOException {
        Map<String, byte[]> papers = unpack(get("special"));
        List<Row> contents = rows(papers.remove("目录.xlsx"));
        assertThat(contents).hasSize(papers.size());
        for (Row row : contents) {
            byte[] paper = papers.get(row.getCell(1) + "/" + row.getCell(2));
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo(DigestUtils.sha256Hex(paper));
        }
    }

    @Test
    void onlyOfficesThatReadTheUnitGetIt() {
        assertThat(get("beilinghead")).hasStatusOk();
        assertThat(get("qiheinspector")).hasStatus(404);
        assertThat(get("admin")).hasStatus(403);
        unit = jdbc.sql("select enterprise_id from account where username = 'station'")
                .query(Long.class)
                .single();
        assertThat(get("station")).hasStatus(403);
    }

    private MvcTestResult get(String account) {
        return browser.get()
                .uri("/enterprises/" + unit + "/papers.zip")
                .with(user(account))
                .exchange();
    }

    private int count(String table, String condition) {
        return jdbc.sql("select count(*) from " + table + " where enterprise_id = :unit and " + condition)
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    private static List<byte[]> in(String folder, Map<String, byte[]> papers) {
        return papers.entrySet().stream()
                .filter(paper -> paper.getKey().startsWith(folder))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, byte[]> unpack(MvcTestResult result) throws IOException {
        assertThat(result).hasStatusOk().hasContentType("application/zip");
        Map<String, byte[]> papers = new LinkedHashMap<>();
        ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            papers.put(entry.getName(), zip.readAllBytes());
        }
        return papers;
    }

    /** The rows of a list below its header. */
    private static List<Row> rows(byte[] file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            sheet.forEach(rows::add);
        }
        return rows.subList(1, rows.size());
    }
}
