package gassafety.office;

/** Kind of an office in the tree; levels may be left out, so that a county-level bureau can stand at the top. */
public enum OfficeKind {
    MUNICIPAL_BUREAU("市局"),
    COUNTY_BUREAU("县局"),
    /** 科 of a municipal or 股 of a county bureau: reads what its bureau reads. */
    SECTION("科室"),
    /** 市场监管所 or 执法队: the office on the ground. */
    FIELD_OFFICE("所队");

    private final String label;

    OfficeKind(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    /** A bureau states figures and hands in returns of its own. */
    public boolean isBureau() {
        return this == MUNICIPAL_BUREAU || this == COUNTY_BUREAU;
    }
}
