package gassafety.web;

/** Someone else changed the record since this page was shown. */
public class Stale extends RuntimeException {

    /** @param message a Chinese sentence that says what changed meanwhile, shown to the user */
    public Stale(String message) {
        super(message);
    }
}
