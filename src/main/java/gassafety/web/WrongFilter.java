package gassafety.web;

/** A list was asked to be narrowed to something that it does not offer. */
public class WrongFilter extends Refusal {

    private final String filter;

    /**
     * @param filter name of the filter in the address
     * @param message a Chinese sentence that says what is wrong and what to do
     */
    public WrongFilter(String filter, String message) {
        super(filter, message);
        this.filter = filter;
    }

    /** Name of the filter in the address. */
    public String filter() {
        return filter;
    }
}
