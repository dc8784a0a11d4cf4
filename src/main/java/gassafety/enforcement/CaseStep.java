package gassafety.enforcement;

import gassafety.journal.Act;
import gassafety.office.Role;

/** A step that moves a case on, with who takes it and what it says when it is about to be taken. */
public enum CaseStep {
    PROPOSE_FILING("提请立案", Act.CASE_FILING_PROPOSED, "提请后由县局负责人审批，审批前不能再改动。"),
    FILE("批准立案", Act.CASE_FILED, "编立案号，按今天计入附件3第15项“立案查办违法案件”，办案期限从今天起算；交承办人调查。"),
    RETURN_FILING("退回补充", Act.CASE_FILING_RETURNED, "退回起草人，按意见补充后可以再次提请。"),
    DECLINE("不予立案", Act.CASE_NOT_FILED, "办理到此结束，不能恢复；理由留在记录里。"),
    SUBMIT_FOR_REVIEW("提交法制审核", Act.CASE_DECISION_PROPOSED, "交法制审核员，审核通过后由县局负责人审批。"),
    PROPOSE_DECISION("提请审批决定", Act.CASE_DECISION_PROPOSED, "交县局负责人审批。"),
    PASS_REVIEW("审核通过", Act.CASE_REVIEWED, "交县局负责人审批。"),
    RETURN_REVIEW("退回调查", Act.CASE_REVIEW_RETURNED, "退回承办人，按意见补充后重新提出决定。"),
    DECIDE("批准决定", Act.CASE_DECIDED, "编决定书文号，生成决定书并存档，从此不能改动；罚没金额、没收件数、停产停业按今天计入附件3。"),
    RETURN_DECISION("退回调查", Act.CASE_DECISION_RETURNED, "退回承办人，按意见补充后重新提出决定。"),
    SERVE("登记送达", Act.CASE_SERVED, "登记送达日期；决定中有责令改正的，按送达日期计入附件3第16项。"),
    CLOSE("结案", Act.CASE_CLOSED, "案件办理完毕，不能再改动。"),
    VOID("误立撤销", Act.CASE_VOIDED, "立案从附件3中冲销，立案号不再使用，不能恢复。");

    private final String label;
    private final Act act;
    private final String consequence;

    CaseStep(String label, Act act, String consequence) {
        this.label = label;
        this.act = act;
        this.consequence = consequence;
    }

    public String getLabel() {
        return label;
    }

    /** What will happen, in full. */
    public String getConsequence() {
        return consequence;
    }

    /** Whether the step goes back or ends badly, so that it must say why. */
    public boolean isReasoned() {
        return this == RETURN_FILING
                || this == DECLINE
                || this == RETURN_REVIEW
                || this == RETURN_DECISION
                || this == VOID
                || this == PASS_REVIEW;
    }

    Act act() {
        return act;
    }

    /** Who takes this step in the bureau that handles the case. */
    Role role() {
        return switch (this) {
            case PROPOSE_FILING -> Role.INSPECTOR;
            case FILE, RETURN_FILING, DECLINE, DECIDE, RETURN_DECISION, VOID -> Role.HEAD;
            case SUBMIT_FOR_REVIEW, PROPOSE_DECISION, SERVE, CLOSE -> Role.COUNTY_ENFORCEMENT;
            case PASS_REVIEW, RETURN_REVIEW -> Role.LEGAL_REVIEWER;
        };
    }
}
