package gassafety.lookback;

import gassafety.web.Labelled;

/** Where a look back stands; each of the last three is a result that two officials signed. */
enum LookbackState implements Labelled {
    DRAWN("待核查", "open"),
    WRITTEN("待会签", "wait"),
    IN_PLACE("整改到位", "done"),
    RELAPSED("反弹", "major"),
    /** The unit is closed or gone, so that nobody can tell. */
    UNSEEN("无法核查", "done");

    private final String label;
    private final String tone;

    LookbackState(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    public boolean isOpen() {
        return this == DRAWN || this == WRITTEN;
    }

    static LookbackState[] results() {
        return new LookbackState[] {IN_PLACE, RELAPSED, UNSEEN};
    }

    @Override
    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }
}
