package gassafety.campaign;

import gassafety.web.Labelled;

/** What somebody is in the task force. */
enum MemberDuty implements Labelled {
    LEADER("组长"),
    DEPUTY("副组长"),
    MEMBER("成员"),
    LIAISON("联络员");

    private final String label;

    MemberDuty(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }
}
