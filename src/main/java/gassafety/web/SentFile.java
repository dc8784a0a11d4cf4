package gassafety.web;

/** What a file that somebody sent is called here. */
public final class SentFile {

    private static final int LONGEST = 100;

    private SentFile() {}

    /** The last part of a path, without characters that names of files can't have, its end when it is too long. */
    public static String name(String sent, String otherwise) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}\"<>|:*?]", "")
                .strip();
        return last.isEmpty() ? otherwise : last.substring(Math.max(0, last.length() - LONGEST));
    }
}
