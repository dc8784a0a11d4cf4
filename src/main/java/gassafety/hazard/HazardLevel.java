package gassafety.hazard;

/** How grave a hazard is. The inspector proposes, the county's section determines, and only then it is major. */
enum HazardLevel {
    GENERAL("一般", "open"),
    PROPOSED_MAJOR("拟定重大", "major"),
    MAJOR("重大", "major");

    private final String label;
    private final String tone;

    HazardLevel(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }
}
