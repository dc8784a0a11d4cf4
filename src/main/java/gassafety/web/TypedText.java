package gassafety.web;

import java.util.regex.Pattern;

/** What people type, as our texts hold it. */
public final class TypedText {

    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]");

    private TypedText() {}

    /** The text without control characters and halves of surrogate pairs, each line ending in one character. */
    public static String clean(String typed) {
        String lines = typed.indexOf('\r') < 0 ? typed : typed.replace("\r\n", "\n");
        return UNWANTED.matcher(lines).replaceAll("");
    }
}
