package gassafety.campaign;

import gassafety.web.Labelled;

/** How a bureau reports in a campaign; one way only, so that nothing is counted twice. */
public enum ReportingManner implements Labelled {
    IN_SYSTEM("在系统内办理并报送"),
    /** It doesn't work in the system and hands in Annex 3 workbooks. */
    BY_FILE("以报表文件报送"),
    /** Its acts count, but it hands in no returns of its own. */
    NOT_REPORTING("不单独报送月报");

    private final String label;

    ReportingManner(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }
}
