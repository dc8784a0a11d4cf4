package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.Checklists;
import gassafety.checklist.Verdict;
import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.seal.Seals;
import gassafety.support.Pdf;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class PrintedRecordTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Inspections inspections;

    @Autowired
    Signing signing;

    @Autowired
    Checklists checklists;

    @Autowired
    Seals seals;

    @Autowired
    World world;

    @Test
    void theSignedRecordHoldsEveryItemInOrderAndEveryTickInItsColumn() throws IOException {
        Visit visit = visits.answered(answers());
        for (int photo = 0; photo < 3; photo++) {
            inspections.addPhoto(visit.id(), 8, Visits.key(), "p.jpg", Shots.jpeg(800, 600), visit.lead());
        }
        inspections.explain(visit.id(), visit.lead(), "ABSENCE_IS_PLAUSIBLE", "本站没有这些设备");
        inspections.sign(
                visit.id(),
                visit.inspectors(),
                UnitSignature.missing(UnitSignature.Outcome.REFUSED, "认为不属实，拒绝签字", "村委会演示员丁"));
        inspections.supplement(visit.id(), visit.lead(), "次日补交复称衡器检定证书", Visits.key());
        byte[] bytes = pdf(visit.address() + ".pdf", visit.lead());
        try (Pdf pdf = new Pdf(bytes)) {
            String text = pdf.text();
            assertThat(text)
                    .contains("附件2", "液化石油气瓶充装单位监督检查项目表", "单位名称：" + visit.unit().name(), "检查日期：2023-09-20")
                    .contains("问题描述：复称衡器未检定", "整改时限：2023-10-05", "整改责任人：演示员甲（主要负责人）", "管控措施：停用该衡器")
                    .contains("无此项的理由：没有该设备", "注：1.检查结果在“符合”“不符合”和“无此项”相应项目栏中划“√”；")
                    .contains("被检查单位拒绝签字", "认为不属实，拒绝签字", "见证人：村委会演示员丁", "次日补交复称衡器检定证书", "本站没有这些设备")
                    .contains("附：现场照片（3张）", "照片3", "第1页", "共" + pdf.pages() + "页")
                    .doesNotContain("草稿");
            String code = seals.code(PhotoWork.source(visit.id())).orElseThrow();
            assertThat(text).contains("核验码：" + code);
            assertThat(text)
                    .as("a supplement has a code of its own")
                    .contains(
                            "核验码" + seals.code(PhotoWork.source(visit.id()), 1).orElseThrow());
            assertThat(pdf.qrCodes()).containsExactly("http://localhost/verify/" + code);
            inOrder(text, checklists.current("ANNEX2", Visits.DAY));
            assertThat(ticks(pdf)).containsExactlyElementsOf(verdicts());
            assertThat(pdf.embedsItsFonts()).isTrue();
            assertThat(inkOfTheTitle(pdf.picture(0)))
                    .as("letters are drawn, not only named")
                    .isGreaterThan(800);
        }
    }

    @Test
    void beforeItIsSignedItIsADraftWithPlacesToSign() throws IOException {
        Visit visit = visits.ofAStation();
        byte[] bytes = pdf(visit.address() + ".pdf", visit.lead());
        try (Pdf pdf = new Pdf(bytes)) {
            assertThat(pdf.text()).contains("未签字草稿", "被检查单位负责人（签名、盖章）", "抽查只数：");
            assertThat(ticks(pdf)).isEmpty();
        }
    }

    @Test
    void theRecordIsPrintedForWhoMayReadIt() {
        Visit visit = visits.signed(Map.of());
        Visit open = visits.answered(Map.of());
        Caller unit =
                world.enterpriseUser(visit.bureau().fieldOffice(), visit.unit().id());
        Caller unitOfOpen =
                world.enterpriseUser(open.bureau().fieldOffice(), open.unit().id());
        assertThat(get(visit.address() + ".pdf", unit)).hasStatusOk();
        assertThat(get(open.address() + ".pdf", unitOfOpen))
                .as("not signed yet")
                .hasStatus(404);
        assertThat(get(visit.address() + ".pdf", open.lead()))
                .as("another bureau")
                .hasStatus(404);
        assertThat(get("/inspections/99999999.pdf", visit.lead())).hasStatus(404);
        assertThat(get("/inspections/abc.pdf", visit.lead())).hasStatus(404);
    }

    @Test
    void theScanOfTheSignedPaperIsPrintedUprightAfterTheRecord() throws IOException {
        byte[] sideways = Shots.withCameraNotes(Shots.jpeg(800, 600));
        byte[] several = aPdf(new PDRectangle(200, 300), 90, new PDRectangle(10, 20, 595, 842), 0);
        Map<byte[], Integer> pages = Map.of(sideways, 1, several, 2, Shots.png(900, 600), 1);
        for (var scan : pages.entrySet()) {
            Visit visit = signedOnPaper(scan.getKey());
            try (Pdf pdf = new Pdf(pdf(visit.address() + ".pdf", visit.lead()))) {
                String code = seals.code(PhotoWork.source(visit.id())).orElseThrow();
                String caption = "附：签字扫描件　检查编号" + visit.id() + "　核验码" + code;
                assertThat(pdf.text().split(java.util.regex.Pattern.quote(caption), -1))
                        .as(caption)
                        .hasSize(1 + scan.getValue());
                assertThat(pdf.text())
                        .contains("SHA-256" + DigestUtils.sha256Hex(scan.getKey()), "共" + pdf.pages() + "页")
                        .doesNotContain("不能在这里显示");
                BufferedImage last = pdf.picture(pdf.pages() - 1);
                boolean wide = scan.getKey() != sideways && scan.getKey() != several;
                assertThat(last.getWidth() > last.getHeight()).isEqualTo(wide);
                if (scan.getKey() == sideways) {
                    assertThat(grey(last, 0.5, 0.2)).as("blue is above").isLessThan(120);
                    assertThat(grey(last, 0.5, 0.8)).as("orange is below").isBetween(140, 230);
                }
                if (scan.getKey() == several) {
                    BufferedImage turned = pdf.picture(pdf.pages() - 2);
                    assertThat(turned.getWidth()).isGreaterThan(turned.getHeight());
                    assertThat(grey(turned, 0.2, 0.3))
                            .as("its lower left corner is above on the left")
                            .isLessThan(60);
                    assertThat(grey(turned, 0.8, 0.8)).isGreaterThan(200);
                    assertThat(grey(last, 0.2, 0.85)).isLessThan(60);
                }
            }
        }
    }

    @Test
    void aScanThatCannotBeShownIsNamedWithItsHash() throws IOException {
        String nested = "%PDF-1.4\n1 0 obj\n" + "[".repeat(100_000) + "\ntrailer <</Root 1 0 R>>\n%%EOF";
        for (String broken : List.of("%PDF-1.7 nothing in it %%EOF", nested)) {
            byte[] scan = broken.getBytes(StandardCharsets.ISO_8859_1);
            Visit visit = signedOnPaper(scan);
            try (Pdf pdf = new Pdf(pdf(visit.address() + ".pdf", visit.lead()))) {
                assertThat(pdf.text())
                        .contains("不能在这里显示", "文件“签字件”", "SHA-256" + DigestUtils.sha256Hex(scan), "附：签字扫描件");
            }
        }
    }

    private Visit signedOnPaper(byte[] scan) {
        Visit visit = visits.answered(Map.of());
        List.of(visit.lead(), visit.second()).forEach(signer -> signing.inspectorSigns(visit.id(), signer, signer));
        UnitSignature onPaper = new UnitSignature(UnitSignature.Outcome.PAPER, "演示员丙", "主要负责人", "", "", null, null);
        signing.unitSigns(visit.id(), onPaper, new Proof("签字件", scan), visit.lead());
        return visit;
    }

    /** Two pages, each with a dark corner below on the left. */
    private static byte[] aPdf(PDRectangle first, int firstRotation, PDRectangle second, int secondRotation)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, first, firstRotation);
            page(document, second, secondRotation);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void page(PDDocument document, PDRectangle size, int rotation) throws IOException {
        PDPage page = new PDPage(size);
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.addRect(size.getLowerLeftX(), size.getLowerLeftY(), size.getWidth() / 2, size.getHeight() / 3);
            content.fill();
        }
    }

    /** How light a point is, from 0 to 255; its place as a share of the page from the left and the top. */
    private static int grey(BufferedImage page, double x, double y) {
        return page.getRGB((int) (x * page.getWidth()), (int) (y * page.getHeight())) & 0xFF;
    }

    @Test
    void everyListHasABlankForm() throws IOException {
        Caller inspector = world.bureau().inspector();
        for (Checklist list : checklists.all(Visits.DAY)) {
            byte[] bytes = pdf("/inspections/blank.pdf?list=" + list.code(), inspector);
            try (Pdf pdf = new Pdf(bytes)) {
                assertThat(pdf.text()).contains(list.title(), "单位名称：", "（签名、盖章）");
                inOrder(pdf.text(), list);
                assertThat(ticks(pdf)).isEmpty();
                assertThat(pdf.embedsItsFonts()).isTrue();
            }
        }
        assertThat(get("/inspections/blank.pdf?list=NO_SUCH", inspector)).hasStatus(404);
        assertThat(get("/inspections/blank.pdf", inspector)).hasStatus(404);
    }

    @Test
    void noLengthAndNoCharacterIsLost() throws IOException {
        Visit visit = visits.ofAStation();
        AnswerContent problem = AnswerContent.nonconforming(
                "长".repeat(999) + "尾", true, Visits.DAY.plusDays(15), "𠮷田 ☑ 😀", "x".repeat(500));
        inspections.answerAll(visit.id(), visit.lead(), Map.of(1, problem, 52, problem));
        byte[] bytes = pdf(visit.address() + ".pdf", visit.lead());
        try (Pdf pdf = new Pdf(bytes)) {
            assertThat(pdf.text()).contains("第52项（序号51）备注全文：", "长尾", "𠮷田", "☑").contains("x".repeat(100));
            assertThat(pdf.embedsItsFonts()).isTrue();
        }
    }

    private static Map<Integer, AnswerContent> answers() {
        Map<Integer, AnswerContent> answers = new TreeMap<>(Map.of(
                7, AnswerContent.notApplicable("没有该设备"),
                8, Visits.aProblem(),
                24, AnswerContent.notApplicable("没有该设备"),
                41, AnswerContent.compliant().counted("抽查只数", "12"),
                52, Visits.aProblem()));
        answers.put(
                43, Visits.aProblem().counted("抽查只数", "20").counted("问题只数", "2").counted("标识号", "QP-0001、QP-0002"));
        return answers;
    }

    private static List<Verdict> verdicts() {
        return Stream.iterate(1, position -> position + 1)
                .limit(Visits.ITEMS)
                .map(position -> answers().containsKey(position)
                        ? answers().get(position).getVerdict()
                        : Verdict.COMPLIANT)
                .toList();
    }

    /** The tick of each item, by the column that it stands in; the printed note has one of its own. */
    private static List<Verdict> ticks(Pdf pdf) {
        return pdf.marks("√").stream()
                .filter(mark -> mark.x() > 320)
                .sorted(java.util.Comparator.comparing(Pdf.Mark::page).thenComparing(Pdf.Mark::y))
                .map(mark -> mark.x() < 354
                        ? Verdict.COMPLIANT
                        : mark.x() < 386 ? Verdict.NONCOMPLIANT : Verdict.NOT_APPLICABLE)
                .toList();
    }

    /** Dark points in the band of the first page where the title stands, at 100 dots to the inch. */
    private static int inkOfTheTitle(BufferedImage page) {
        int ink = 0;
        for (int y = 85; y < 120; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                ink += (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return ink;
    }

    private static void inOrder(String text, Checklist list) {
        int from = 0;
        for (ChecklistItem item : list.items()) {
            int at = text.indexOf(item.content().replaceAll("\\s", ""), from);
            assertThat(at).as(item.position() + " " + item.content()).isNotNegative();
            from = at;
        }
    }

    private byte[] pdf(String address, Caller by) {
        MvcTestResult answer = get(address, by);
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }
}
