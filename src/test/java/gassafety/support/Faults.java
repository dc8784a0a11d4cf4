package gassafety.support;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What no answer may be, whatever was sent. */
public final class Faults {

    /** What would do harm if it came back as it was sent. */
    public static final String SCRIPT = "<script>alert(1)</script>";

    private Faults() {}

    public static List<String> of(MvcTestResult result) {
        if (result.getUnresolvedException() != null) {
            return List.of(String.valueOf(result.getUnresolvedException()));
        }
        List<String> faults = new ArrayList<>();
        int status = result.getResponse().getStatus();
        String body = body(result);
        if (status >= 500) {
            faults.add(status + " " + result.getMvcResult().getResolvedException());
        }
        if (body.contains("<script>alert(1)")) {
            faults.add("script not escaped");
        }
        if (body.contains("数据库没有接受") || body.contains("Failed to convert")) {
            faults.add("no message beside the field");
        }
        return faults;
    }

    /** What was sent, as it can be read in a report. */
    public static String readable(String value) {
        String escaped = value.replace("\0", "NUL").replace("\ud800", "half a pair");
        return escaped.length() < 40 ? escaped : escaped.substring(0, 10) + "… (" + value.length() + ")";
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
