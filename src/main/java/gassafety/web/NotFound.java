package gassafety.web;

/** What was asked for does not exist, or lies outside the caller's scope; which of the two is never said. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found");
    }
}
