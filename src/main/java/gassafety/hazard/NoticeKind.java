package gassafety.hazard;

import gassafety.web.Labelled;

/** Who told of a hazard that no inspection of ours found. */
enum NoticeKind implements Labelled {
    COMPLAINT("投诉举报"),
    SAMPLING("监督抽查"),
    LETTER("其他部门函告"),
    SUPERIOR("上级交办");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }
}
