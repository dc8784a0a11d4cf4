package gassafety.inspection;

/** How grave the inspectors think a problem is; 重大 itself is determined by the county's section. */
enum Level {
    ORDINARY("一般隐患"),
    PROPOSED_MAJOR("拟定重大");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
