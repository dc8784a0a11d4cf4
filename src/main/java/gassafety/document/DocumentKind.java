package gassafety.document;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A kind of official document that is made from a template, with the words that its template may name. */
public enum DocumentKind {
    DIRECTIVE(
            "特种设备安全监察指令书",
            "directive.docx",
            List.of("局名", "文号", "单位名称", "信用代码", "单位地址", "存在的问题", "违反的条款", "采取的措施", "整改期限", "签发日期")),
    CORRECTION("责令改正通知书", "correction.docx", List.of("局名", "文号", "单位名称", "信用代码", "单位地址", "违法行为", "依据", "改正期限", "签发日期"));

    /** Without these it is no document of a bureau for a unit. */
    static final List<String> NEEDED = List.of("文号", "单位名称");

    private final String label;
    private final String file;
    private final List<String> words;

    DocumentKind(String label, String file, List<String> words) {
        this.label = label;
        this.file = file;
        this.words = words;
    }

    public String getLabel() {
        return label;
    }

    /** What a template may name: {{文号}}. */
    public List<String> getWords() {
        return words;
    }

    String file() {
        return file;
    }

    Map<String, String> sample() {
        return words.stream().collect(Collectors.toMap(Function.identity(), word -> "示例" + word));
    }
}
