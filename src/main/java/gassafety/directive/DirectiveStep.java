package gassafety.directive;

import gassafety.journal.Act;

/** A step that moves a directive on, with what it says when it is about to be taken. */
public enum DirectiveStep {
    PROPOSE("提请签发", Act.DIRECTIVE_PROPOSED, "提请后由县局负责人签发，签发前不能再改动。"),
    ISSUE("签发", Act.DIRECTIVE_ISSUED, "编文号，生成指令书并存档，从此不能改动；按今天计入附件3第19项。"),
    RETURN("退回修改", Act.DIRECTIVE_RETURNED, "退回起草人，按意见修改后可以再次提请。"),
    SERVE("登记送达", Act.DIRECTIVE_SERVED, "登记送达日期；按送达日期计入附件3第16项“责令改正”。"),
    WITHDRAW("撤回", Act.DIRECTIVE_WITHDRAWN, "从附件3第16、19项中冲销，文号不再使用，不能恢复。");

    private final String label;
    private final Act act;
    private final String consequence;

    DirectiveStep(String label, Act act, String consequence) {
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

    Act act() {
        return act;
    }

    /** Whether it goes back, so that it must say why. */
    boolean isReasoned() {
        return this == RETURN || this == WITHDRAW;
    }
}
