package gassafety.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** A form as it was sent: whether two say the same, and what a person wrote in one that could not be taken. */
public final class SentForm {

    private static final String CHOICE = "[A-Z_]*";

    /** The fields that people write in, in the words of the forms; what only the page itself sends is not among them. */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("basis", "处罚依据"),
            Map.entry("body", "补充说明"),
            Map.entry("cause", "案由"),
            Map.entry("correctionDue", "改正期限"),
            Map.entry("criterion", "判定依据"),
            Map.entry("due", "期限"),
            Map.entry("explanation", "原因说明"),
            Map.entry("facts", "事实"),
            Map.entry("fine", "罚款（元）"),
            Map.entry("finePaid", "已缴金额（元）"),
            Map.entry("gains", "没收违法所得（元）"),
            Map.entry("government", "本级人民政府"),
            Map.entry("measure", "管控措施"),
            Map.entry("measures", "应当采取的措施"),
            Map.entry("note", "情况说明"),
            Map.entry("number", "文号"),
            Map.entry("opinion", "意见"),
            Map.entry("outcome", "执行情况"),
            Map.entry("problem", "问题描述"),
            Map.entry("problems", "存在的问题"),
            Map.entry("product", "没收产品"),
            Map.entry("progress", "进展情况"),
            Map.entry("provision", "违反的条款"),
            Map.entry("quantity", "数量"),
            Map.entry("reason", "理由"),
            Map.entry("receipt", "上级回执"),
            Map.entry("receiptOn", "回执日期"),
            Map.entry("receiver", "收件人"),
            Map.entry("remark", "备注"),
            Map.entry("servedOn", "送达日期"),
            Map.entry("signer", "签字人"),
            Map.entry("text", "内容"),
            Map.entry("witness", "见证人"));

    private SentForm() {}

    /** SHA-256, in hex, of all that was sent but the token: the same for requests that say the same. */
    public static String digest(HttpServletRequest request) {
        Map<String, List<String>> said = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> said.put(name, Arrays.asList(values)));
        said.remove("_csrf");
        if (request instanceof MultipartHttpServletRequest parts) {
            parts.getMultiFileMap()
                    .forEach((name, files) -> said.put(
                            "file " + name,
                            files.stream().map(SentForm::described).toList()));
        }
        return DigestUtils.sha256Hex(said.toString());
    }

    private static String described(MultipartFile file) {
        return file.getOriginalFilename() + " " + file.getSize();
    }

    /** What was written, by the labels of the fields, in the order of the form. */
    static Map<String, String> written(HttpServletRequest request) {
        Map<String, String> written = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String label = WRITTEN.get(name.substring(name.lastIndexOf('.') + 1));
            String value = String.join("\n", values).strip();
            if (label != null && !value.matches(CHOICE)) {
                written.merge(label, value, (earlier, later) -> earlier + "\n" + later);
            }
        });
        return written;
    }
}
