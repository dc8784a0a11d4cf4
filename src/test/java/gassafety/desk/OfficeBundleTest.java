package gassafety.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 迎检包 of an office: everything it did in some days in one file, for a visiting inspection. */
@DemoTest
class OfficeBundleTest {

    private static final String NOVEMBER = "&from=2023-11-01&to=2023-11-15";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itHoldsWhatTheCountyAndItsOfficesDidInTheseDays() throws IOException {
        Map<String, byte[]> papers = unpack(get("special", "beiling" + NOVEMBER));
        assertThat(papers.keySet().stream().filter(name -> name.endsWith(".pdf") && name.startsWith("1 ")))
                .hasSize(count("""
                        inspection where status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
                            and visit_day between '2023-11-01' and '2023-11-15'"""))
                .isNotEmpty();
        assertThat(rows(papers.get("1 监督检查记录/监督检查.xlsx")))
                .isEqualTo(count("inspection where visit_day between '2023-11-01' and '2023-11-15'"));
        assertThat(rows(papers.get("2 隐患台账/隐患台账.xlsx")))
                .isEqualTo(count("hazard where found_on between '2023-11-01' and '2023-11-15'"));
        assertThat(papers.keySet().stream().filter(name -> name.startsWith("3 监察文书/")))
                .hasSize(count("issued_document where issued_at >= '2023-11-01 00:00+08'"));
        assertThat(papers.keySet().stream().filter(name -> name.startsWith("5 宣传培训/")))
                .as("the list, and what proves it")
                .hasSize(1 + jdbc.sql("""
                                select count(*) from attachment a
                                    join outreach_record r on r.id = a.source_id and a.source_kind = 'OUTREACH'
                                    join office o on o.code = 'beiling' and starts_with(r.office_path, o.path)
                                where r.voided_at is null and r.day between '2023-11-01' and '2023-11-15'
                                """).query(Integer.class).single());
        assertThat(papers)
                .containsKeys(
                        "0 监管对象/监管对象.xlsx",
                        "4 案件/案件.xlsx",
                        "5 宣传培训/宣传培训.xlsx",
                        "6 统计表/附件3 2023-11-15.xlsx",
                        "6 统计表/附件3 2023-11-15.pdf");
    }

    @Test
    void itHoldsTheReturnsAsTheyWereHandedInAndTellsTheHashOfEveryFile() throws IOException {
        Map<String, byte[]> papers = unpack(get("special", "qihe&from=2023-10-15&to=2023-10-31"));
        byte[] handedIn = jdbc.sql("""
                        select workbook from return_submission s join monthly_return r on r.id = s.return_id
                        join office o on o.id = r.office_id
                        where o.code = 'qihe' and month = '2023-10-01' order by place desc limit 1
                        """).query(byte[].class).single();
        String named = papers.keySet().stream()
                .filter(name -> name.startsWith("7 月报/2023-10 附件3（"))
                .findFirst()
                .orElseThrow();
        assertThat(papers.get(named)).isEqualTo(handedIn);
        assertThat(papers.keySet()).contains("7 月报/2023-10 进展情况.txt").noneMatch(name -> name.contains("2023-09 附件3"));
        byte[] contents = papers.remove("目录.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(contents))) {
            Sheet list = workbook.getSheetAt(0);
            assertThat(list.getLastRowNum()).isEqualTo(papers.size());
            for (int at = 1; at <= list.getLastRowNum(); at++) {
                Row row = list.getRow(at);
                assertThat(row.getCell(4).getStringCellValue())
                        .isEqualTo(DigestUtils.sha256Hex(papers.get(row.getCell(1) + "/" + row.getCell(2))));
            }
        }
    }

    @Test
    void nobodyGetsThePapersOfAnOfficeThatTheyDoNotReadAndWrongDaysAreTold() {
        assertThat(get("beilinghead", "qihe" + NOVEMBER)).hasStatus(422);
        assertThat(get("admin", "beiling" + NOVEMBER)).hasStatus(403);
        assertThat(get("station", "beiling" + NOVEMBER)).hasStatus(403);
        assertThat(get("beilinghead", "beiling&from=2023-11-15&to=2023-11-01"))
                .hasStatus(422)
                .bodyText()
                .contains("结束日不能早于开始日 2023-11-15");
        assertThat(get("beilinghead", "beiling&from=昨天&to=2023-11-01")).hasStatus(422);
    }

    private int count(String what) {
        String path = jdbc.sql("select path from office where code = 'beiling'")
                .query(String.class)
                .single();
        return jdbc.sql("select count(*) from " + what
                        + " and (starts_with(office_path, :path) or starts_with(charge_path, :path))")
                .param("path", path)
                .query(Integer.class)
                .single();
    }

    private static int rows(byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheetAt(0).getLastRowNum();
        }
    }

    private MvcTestResult get(String account, String wanted) {
        return browser.get()
                .uri("/papers.zip?office=" + wanted)
                .with(user(account))
                .exchange();
    }

    private static Map<String, byte[]> unpack(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
