package gassafety.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import gassafety.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A Word file with places like {{文号}} in it. */
record WordTemplate(byte[] content) {

    private static final String FIELD = "file";
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final char TEXT = '\0';
    private static final String LINE = "\n　　";

    /** The one that comes with the program. */
    static WordTemplate brought(DocumentKind kind) {
        try (InputStream file = WordTemplate.class.getResourceAsStream("/document/" + kind.file())) {
            return new WordTemplate(Objects.requireNonNull(file, kind.file()).readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** @param values a text of several lines becomes several indented ones */
    byte[] filled(Map<String, String> values) {
        Map<String, Object> said = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .strip()
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.joining(LINE))));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            WordParagraphs.setPlacesApart(document);
            try (XWPFTemplate template = XWPFTemplate.compile(document)) {
                template.render(said);
                WordParagraphs.alignBrokenLines(template.getXWPFDocument());
                template.write(out);
            }
            return out.toByteArray();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Whether documents of this kind can be made from it: found out by making one.
     *
     * @throws Refusal that names what is wrong
     */
    WordTemplate checkedFor(DocumentKind kind) {
        if (content.length == 0) {
            throw new Refusal(FIELD, "请选择 Word 模板文件（.docx）。");
        }
        if (content.length > LARGEST) {
            throw new Refusal(FIELD, "模板超过 2 MB，请去掉图片后再上传。");
        }
        try {
            requireClosed();
            requireKnown(kind, marks());
            filled(kind.sample());
            return this;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | OpenXML4JException | RuntimeException unreadable) {
            throw new Refusal(FIELD, "文件不能作为 Word 模板打开：请另存为 .docx 格式、去掉密码，并检查双花括号是否成对。");
        }
    }

    private List<MetaTemplate> marks() throws IOException {
        try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(content))) {
            return List.copyOf(template.getElementTemplates());
        }
    }

    private static void requireKnown(DocumentKind kind, List<MetaTemplate> marks) {
        TreeSet<String> unknown = new TreeSet<>();
        TreeSet<String> named = new TreeSet<>();
        for (MetaTemplate mark : marks) {
            boolean plain = mark instanceof RunTemplate run && run.getSign() == TEXT;
            String name = mark instanceof RunTemplate run ? run.getTagName() : mark.variable();
            (plain && kind.getWords().contains(name) ? named : unknown).add("{{" + name + "}}");
        }
        if (!unknown.isEmpty()) {
            throw new Refusal(FIELD, "模板里有系统不认识的占位符：" + String.join("、", unknown) + "。可用的占位符见本页下方。");
        }
        for (String needed : DocumentKind.NEEDED) {
            if (!named.contains("{{" + needed + "}}")) {
                throw new Refusal(FIELD, "模板里缺少占位符 {{" + needed + "}}。");
            }
        }
    }

    /** A template brings nothing that runs and fetches nothing from elsewhere. */
    private void requireClosed() throws IOException, InvalidFormatException {
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            for (PackagePart part : file.getParts()) {
                String name = part.getPartName().getName();
                if (part.getContentType().contains("macroEnabled")
                        || name.contains("vbaProject")
                        || name.contains("/embeddings/")) {
                    throw new Refusal(FIELD, "模板里有宏或嵌入的对象，请去掉后再上传。");
                }
                if (part.isRelationshipPart()) {
                    continue;
                }
                for (PackageRelationship relationship : part.getRelationships()) {
                    if (relationship.getTargetMode() == TargetMode.EXTERNAL) {
                        throw new Refusal(FIELD, "模板引用了外部的文件或网址，请去掉链接后再上传。");
                    }
                }
            }
        }
    }
}
