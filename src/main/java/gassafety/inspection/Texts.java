package gassafety.inspection;

import gassafety.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Texts as people type them, made fit to be kept. */
final class Texts {

    private Texts() {}

    /** Without spaces around it and without the NUL character, which no database text can hold. */
    static String clean(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    static String required(String field, @Nullable String typed, int longest, String label) {
        String text = optional(field, typed, longest, label);
        if (text.isEmpty()) {
            throw new Refusal(field, "请填写" + label + "。");
        }
        return text;
    }

    static String optional(String field, @Nullable String typed, int longest, String label) {
        String text = clean(typed);
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Refusal(
                    field, label + "不能超过 " + longest + " 个字，现在是 " + text.codePointCount(0, text.length()) + " 个字。");
        }
        return text;
    }
}
