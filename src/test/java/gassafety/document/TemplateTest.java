package gassafety.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.office.Caller;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class TemplateTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    DocumentTemplates templates;

    @Autowired
    World world;

    @Test
    void aBureausDocumentsAreMadeFromItsOwnLatestTemplate() throws IOException {
        World.Bureau bureau = world.bureau();
        assertThat(made(bureau).template()).isEqualTo(DocumentTemplates.OURS);
        assertThat(text(made(bureau).content())).contains("示例文号", "示例单位名称", "一式两份");
        assertThat(upload(bureau.campaignOffice(), bureau.city().getCode(), word("市局 {{文号}} 致 {{单位名称}}")))
                .hasRedirectedUrl("/templates");
        assertThat(text(made(bureau).content())).as("of the bureau above").contains("市局 示例文号 致 示例单位名称");
        byte[] own = word("县局 {{文号}}、{{单位名称}}");
        for (int time = 0; time < 2; time++) {
            upload(bureau.campaignOffice(), bureau.county().getCode(), own);
        }
        assertThat(text(made(bureau).content())).contains("县局 示例文号、示例单位名称");
        assertThat(made(bureau).template())
                .as("the same file twice is one version")
                .endsWith("第 1 版");
        upload(bureau.campaignOffice(), bureau.county().getCode(), word("县局第二版 {{文号}}、{{单位名称}}"));
        assertThat(made(bureau).template()).endsWith("第 2 版");
        Document list = page(get("/templates", bureau.countyHead()));
        assertThat(list.text()).contains("第 2 版", "第 1 版", "{{存在的问题}}");
        assertThat(list.select("form[enctype]")).as("who may not replace").isEmpty();
        String file = list.select("a:contains(第 2 版)").attr("href");
        assertThat(get(file, bureau.countyHead())).hasStatusOk();
        assertThat(get(file, world.bureau().countyHead())).as("another bureau").hasStatus(404);
        assertThat(get("/templates/default/DIRECTIVE.docx", bureau.inspector())).hasStatusOk();
        assertThat(get("/templates/default/NO_SUCH.docx", bureau.inspector())).hasStatus(404);
    }

    @Test
    void whatIsFilledInKeepsTheFontOfTheTemplateAndLinesAreNotTornApart() throws IOException {
        byte[] made = made(world.bureau()).content();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(made))) {
            assertThat(document.getParagraphs())
                    .anySatisfy(paragraph -> assertThat(paragraph.getText()).contains("违反了示例违反的条款的规定"))
                    .allSatisfy(paragraph -> assertThat(paragraph.getRuns())
                            .extracting(run -> run.getFontFamily(XWPFRun.FontCharRange.eastAsia))
                            .containsAnyOf("仿宋", "宋体", "黑体")
                            .doesNotContain("Times New Roman"));
        }
        byte[] several = templates
                .make(
                        DocumentKind.DIRECTIVE,
                        world.bureau().county(),
                        DocumentKind.DIRECTIVE.sample().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, entry -> "一、" + entry.getValue() + "\n二、又一行")))
                .content();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(several))) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> paragraph.getText().contains("又一行"))
                    .isNotEmpty()
                    .noneMatch(paragraph -> paragraph.getAlignment() == ParagraphAlignment.BOTH);
        }
    }

    @Test
    void aTemplateThatNoDocumentCanBeMadeFromIsRefusedWithItsReason() throws IOException {
        World.Bureau bureau = world.bureau();
        byte[] linked;
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("{{文号}}{{单位名称}}");
            document.createParagraph()
                    .createHyperlinkRun("http://example.invalid/")
                    .setText("x");
            document.write(out);
            linked = out.toByteArray();
        }
        Map<String, byte[]> wrong = Map.of(
                "不认识的占位符：{{文好}}、{{电话}}", word("{{文号}}{{单位名称}}{{文好}}{{电话}}"),
                "缺少占位符 {{文号}}", word("{{单位名称}}"),
                "{{附件}}", word("{{文号}}{{单位名称}}{{+附件}}"),
                "外部的文件或网址", linked,
                "不能作为 Word 模板打开", "PK not a word file".getBytes(StandardCharsets.UTF_8),
                "请选择 Word 模板文件", new byte[0],
                "超过 2 MB", new byte[3_000_000]);
        wrong.forEach((reason, file) -> {
            MvcTestResult refused =
                    upload(bureau.campaignOffice(), bureau.county().getCode(), file);
            assertThat(refused).as(reason).hasStatus(422);
            assertThat(page(refused).text()).contains(reason);
        });
        assertThat(upload(bureau.campaignOffice(), bureau.county().getCode(), Shots.png(8, 8)))
                .hasStatus(422);
        assertThat(upload(bureau.campaignOffice(), world.bureau().county().getCode(), word("{{文号}}{{单位名称}}")))
                .as("a bureau elsewhere")
                .hasStatus(422);
        assertThat(upload(bureau.countyHead(), bureau.county().getCode(), word("{{文号}}{{单位名称}}")))
                .hasStatus(403);
        assertThat(made(bureau).template()).isEqualTo(DocumentTemplates.OURS);
    }

    private DocumentTemplates.Made made(World.Bureau bureau) {
        return templates.make(DocumentKind.DIRECTIVE, bureau.county(), DocumentKind.DIRECTIVE.sample());
    }

    private static byte[] word(String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static String text(byte[] word) throws IOException {
        try (XWPFWordExtractor document = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            return document.getText();
        }
    }

    private MvcTestResult upload(Caller by, String office, byte[] file) {
        return browser.post()
                .uri("/templates")
                .multipart()
                .file(new MockMultipartFile("file", "式样.docx", "application/octet-stream", file))
                .param("kind", "DIRECTIVE")
                .param("office", office)
                .with(user(by.username()))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
