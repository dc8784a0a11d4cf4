package gassafety.checklist;

/** The answer to one item, in the three columns of the printed form. */
public enum Verdict {
    COMPLIANT("符合"),
    NONCOMPLIANT("不符合"),
    NOT_APPLICABLE("无此项");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
