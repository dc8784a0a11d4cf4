package gassafety.accountability;

import gassafety.web.Labelled;

/** The named rules by which reviews are found; each has one number of days, which is set on a page. */
enum ReviewRule implements Labelled {
    SIGNED_IN_ORDER("签字“符合”后发现问题", "检查中签字“符合”的项目，在这些天以内被检查发现问题的；签字以后证件到期的、单位其间已整改过的除外"),
    OVERDUE("长期逾期未整改", "整改期限过后超过这些天仍未报告整改，也没有申请延期的；复查不合格的从复查之日起算"),
    FALSE_CLOSURE("销号后又发现未整改", "销号以后这些天以内在检查或回头看中发现反弹的；销号以后证件到期的除外");

    private final String label;
    private final String meaning;

    ReviewRule(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String getLabel() {
        return label;
    }

    /** What it finds and what it leaves out, in full. */
    public String getMeaning() {
        return meaning;
    }
}
