package gassafety.checklist;

/** The field of supervision that a list belongs to; its name stands in the numbers of hazards, as in BL-TS-2023-0107. */
public enum Field {
    TS("特种设备"),
    ZL("产品质量"),
    JG("价格");

    private final String label;

    Field(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
