package gassafety.directive;

import gassafety.journal.Act;

/** A step that moves a directive on, with what it says when it is about to be taken. */
public enum DirectiveStep {
    PROPOSE("提请签发", Act.DIRECTIVE_PROPOSED, Act.CORRECTION_PROPOSED) {
        @Override
        public String consequence(DirectiveKind kind) {
            return "提请后由县局负责人签发，签发前不能再改动。";
        }
    },
    ISSUE("签发", Act.DIRECTIVE_ISSUED, Act.CORRECTION_ISSUED) {
        @Override
        public String consequence(DirectiveKind kind) {
            return "编文号，生成" + kind.getShortLabel() + "并存档，从此不能改动；"
                    + (kind == DirectiveKind.SUPERVISION ? "按今天计入附件3第19项。" : "送达后计入附件3第16项，不计入第19项。");
        }
    },
    RETURN("退回修改", Act.DIRECTIVE_RETURNED, Act.CORRECTION_RETURNED) {
        @Override
        public String consequence(DirectiveKind kind) {
            return "退回起草人，按意见修改后可以再次提请。";
        }
    },
    SERVE("登记送达", Act.DIRECTIVE_SERVED, Act.CORRECTION_SERVED) {
        @Override
        public String consequence(DirectiveKind kind) {
            return "登记送达日期；按送达日期计入附件3第16项“责令改正”，同一单位只计一家。";
        }
    },
    WITHDRAW("撤回", Act.DIRECTIVE_WITHDRAWN, Act.CORRECTION_WITHDRAWN) {
        @Override
        public String consequence(DirectiveKind kind) {
            return "从附件3第" + (kind == DirectiveKind.SUPERVISION ? "16、19" : "16") + "项中冲销，文号不再使用，不能恢复。";
        }
    };

    private final String label;
    private final Act ofDirective;
    private final Act ofCorrection;

    DirectiveStep(String label, Act ofDirective, Act ofCorrection) {
        this.label = label;
        this.ofDirective = ofDirective;
        this.ofCorrection = ofCorrection;
    }

    public String getLabel() {
        return label;
    }

    /** What will happen, in full. */
    public abstract String consequence(DirectiveKind kind);

    Act act(DirectiveKind kind) {
        return kind == DirectiveKind.SUPERVISION ? ofDirective : ofCorrection;
    }

    /** Whether it goes back, so that it must say why. */
    public boolean isReasoned() {
        return this == RETURN || this == WITHDRAW;
    }
}
