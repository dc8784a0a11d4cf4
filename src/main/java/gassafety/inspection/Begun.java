package gassafety.inspection;

/** The office has begun this inspection already and not finished it. */
class Begun extends RuntimeException {

    private final long id;

    Begun(long id) {
        super("begun already: inspection " + id);
        this.id = id;
    }

    long id() {
        return id;
    }
}
