package gassafety.journal;

/** State of a unit's licence on the day of an act. */
public enum LicenceState {
    LICENSED("有证"),
    LAPSED("许可到期"),
    UNLICENSED("无证");

    private final String label;

    LicenceState(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
