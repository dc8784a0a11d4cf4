package gassafety.web;

/** The caller may do this, but not while the record stands where it does now. */
public class NotNow extends RuntimeException {

    private final String next;
    private final String address;

    /**
     * @param message a Chinese sentence that says where the record stands and what is therefore not possible
     * @param next who does what next, in Chinese
     * @param address of the record
     */
    public NotNow(String message, String next, String address) {
        super(message);
        this.next = next;
        this.address = address;
    }

    String next() {
        return next;
    }

    String address() {
        return address;
    }
}
