package gassafety.returns;

import gassafety.journal.Act;
import java.util.Arrays;
import java.util.Optional;

/** A step that moves a return on, with what it says when it is about to be taken. */
enum ReturnStep {
    SUBMIT("submission", "提交", Act.RETURN_SUBMITTED, "截取此刻的数据：41 项数字、口径和进展情况从此固定，生成附件3存档；以后补录和冲销的记录进入下一期。"),
    APPROVE("approval", "审核通过", Act.RETURN_APPROVED, "县局的月报送专班办公室，市局的月报由专班办公室上报；数字不再变动。"),
    SEND_BACK("rejection", "退回", Act.RETURN_SENT_BACK, "退回填报人修改，重新提交时重新截取数据；这次提交的内容仍然保存。"),
    ACCEPT("acceptance", "接收", Act.RETURN_ACCEPTED, "接收这份月报，接收后锁定。"),
    REPORT("report", "登记上报", Act.RETURN_REPORTED, "登记已经报送上级和上级的回执。"),
    LOCK("lock", "锁定", Act.RETURN_LOCKED, "锁定以后不能再改动，确需更正的须写明理由解锁。"),
    UNLOCK("revision", "解锁", Act.RETURN_UNLOCKED, "解锁以后回到草稿，重新提交的是下一个版本；以前各版本仍然保存，可以下载。");

    private final String path;
    private final String label;
    private final Act act;
    private final String consequence;

    ReturnStep(String path, String label, Act act, String consequence) {
        this.path = path;
        this.label = label;
        this.act = act;
        this.consequence = consequence;
    }

    static Optional<ReturnStep> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    /** Last part of the address of the page on which it is taken. */
    public String getPath() {
        return path;
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
    public boolean isReasoned() {
        return this == SEND_BACK || this == UNLOCK;
    }
}
