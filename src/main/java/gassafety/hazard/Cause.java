package gassafety.hazard;

import gassafety.web.Labelled;

/** What a hazard came from, chosen when it is struck off: the third phase of the campaign asks for it. */
public enum Cause implements Labelled {
    PEOPLE("人的因素"),
    THING("物的因素"),
    MANAGEMENT("管理因素"),
    SYSTEM("制度因素"),
    EXTERNAL("外部因素");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }
}
