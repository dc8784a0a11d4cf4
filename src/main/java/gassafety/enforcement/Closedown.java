package gassafety.enforcement;

/** What a decision does to the unit's business. */
public enum Closedown {
    NONE("不涉及"),
    SUSPENSION("责令停产停业"),
    SHUT_DOWN("取缔（无证单位）");

    private final String label;

    Closedown(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
