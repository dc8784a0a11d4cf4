package gassafety.web;

/** The caller may see this but not do it, or may not see this kind of record at all. */
public class Forbidden extends RuntimeException {

    /** @param message a Chinese sentence that says what is missing, shown to the user */
    public Forbidden(String message) {
        super(message);
    }
}
