package gassafety.selfcheck;

import gassafety.web.Labelled;

/** Where a self-check stands. */
enum SelfCheckState implements Labelled {
    DRAFT("填写中", "open"),
    SUBMITTED("已提交", "wait"),
    ACCEPTED("已受理", "done");

    private final String label;
    private final String tone;

    SelfCheckState(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    @Override
    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }
}
