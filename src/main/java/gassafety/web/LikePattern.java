package gassafety.web;

/** Patterns for {@code like} with {@code \} as the escape. */
public final class LikePattern {

    private LikePattern() {}

    /** Matches what contains this fragment, every character of it meaning itself. */
    public static String containing(String fragment) {
        return "%" + fragment.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
