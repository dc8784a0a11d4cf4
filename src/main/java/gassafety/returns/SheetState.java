package gassafety.returns;

import gassafety.web.Labelled;

/** Where an Annex 3 workbook that was handed in stands. */
enum SheetState implements Labelled {
    WAITING("待接收", "wait"),
    ACCEPTED("已接收", "done"),
    REFUSED("已退回", "major"),
    WITHDRAWN("已撤销接收", "");

    private final String label;
    private final String tone;

    SheetState(String label, String tone) {
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
