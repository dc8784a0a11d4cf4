package gassafety.reporting;

import static gassafety.journal.Act.*;
import static gassafety.reporting.Acts.Deed.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.forms.FormFile;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class Annex3WorkbookTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 1);

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Acts acts;

    @Test
    void theWorkbookIsTheSheetOfTheForm() throws IOException {
        Bureau bureau = world.bureau();
        acts.post(
                bureau.caseHandler(),
                DAY,
                List.of(
                        act(CASE_FILED),
                        act(FINE_DECIDED).quantity("12000"),
                        act(GAINS_CONFISCATED).quantity("345.67"),
                        act(VIEWS_READ).quantity("1234567")));

        MvcTestResult answer = browser.get()
                .uri("/annex3.xlsx?asOf=2023-11-05")
                .with(user(bureau.leader().username()))
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        try (XSSFWorkbook workbook = open(answer.getResponse().getContentAsByteArray())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            XSSFSheet sheet = workbook.getSheet("附件3");
            assertThat(text(sheet, 1, 'A')).isEqualTo("市场监管系统城镇燃气安全专项整治行动成果统计表");
            assertThat(text(sheet, 2, 'A')).isEqualTo("填报单位：" + bureau.city().getName());
            assertThat(text(sheet, 2, 'C')).isEqualTo("填报日期：2023年11月5日");
            assertThat(List.of(text(sheet, 3, 'A'), text(sheet, 3, 'B'), text(sheet, 3, 'C')))
                    .containsExactly("内容", "具体项目", "数量");
            var printed = FormFile.rows("annex3-statistics.csv");
            for (int line = 1; line <= 41; line++) {
                var expected = printed.get(line - 1);
                assertThat(text(sheet, line + 3, 'B'))
                        .isEqualTo(expected.get("item") + "(" + expected.get("unit") + ")");
                assertThat(number(sheet, line + 3)).isEqualByComparingTo(figure(line));
            }
            assertThat(sheet.getRow(25).getCell(2).getCellStyle().getDataFormatString())
                    .isEqualTo("0.00");
            assertThat(text(sheet, 45, 'A')).isEqualTo("单位负责人：　审核人：　填报人：");
            assertThat(text(sheet, 46, 'A')).isEqualTo("注:报送数据为开展专项整治行动以来的累计人数。");
            assertThat(sheet.getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactlyInAnyOrder(
                            "A1:C1", "A4:A29", "A30:A31", "A32:A33", "A35:A44", "A45:C45", "A46:C46");
            assertThat(text(sheet, 34, 'A')).isEqualTo("加强行业自律情况");
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
        }
    }

    @Test
    void aWorkbookThatDiffersFromItsStatementIsNotHandedOut() throws IOException {
        Bureau bureau = world.bureau();
        Cut cut = Cut.now(bureau.city(), DAY);
        byte[] file = Annex3Workbook.of(new Sheet(new Statement(cut, Map.of())));
        Statement other = new Statement(cut, Map.of(15, new Statement.Figure(BigDecimal.ONE, 1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> Annex3ReadBack.verify(file, new Sheet(other)))
                .withMessageContaining("C18");
    }

    private static String figure(int line) {
        return switch (line) {
            case 15 -> "1";
            case 23 -> "1.23";
            case 41 -> "1234567";
            default -> "0";
        };
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static String text(XSSFSheet sheet, int row, char column) {
        return sheet.getRow(row - 1).getCell(column - 'A').getStringCellValue();
    }

    private static BigDecimal number(XSSFSheet sheet, int row) {
        var cell = sheet.getRow(row - 1).getCell(2);
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        return BigDecimal.valueOf(cell.getNumericCellValue());
    }
}
