package gassafety.inspection;

/** How a problem is to be put right. */
enum Handling {
    BY_DEADLINE("限期整改"),
    ON_THE_SPOT("当场整改");

    private final String label;

    Handling(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
