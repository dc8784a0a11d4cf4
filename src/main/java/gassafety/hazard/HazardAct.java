package gassafety.hazard;

import java.util.Arrays;
import java.util.Optional;

/** What can be done to a hazard; each is a resource below its address, with a page that asks for what it needs. */
enum HazardAct {
    /** Done by the signing that raises the hazard, never on a page. */
    ORDER("下达整改", "orders"),
    RECTIFY("报告整改完成", "rectifications"),
    RECHECK("填写复查结果", "rechecks"),
    COUNTERSIGN("复查会签", "recheck-signatures"),
    CLOSE("确认销号", "closures"),
    DETERMINE("认定重大隐患", "determinations"),
    REPORT_UP("上报重大隐患", "reports"),
    REQUEST_EXTENSION("申请延期", "extensions"),
    DECIDE_EXTENSION("审批延期", "extension-decisions"),
    REVIEW("审阅", "reviews"),
    PROPOSE_ENDING("提出终止、移送或误登", "endings"),
    DECIDE_ENDING("审批终止、移送或误登", "ending-decisions"),
    CHECK_MEASURE("检查管控措施", "measure-checks"),
    SUPERVISE("挂牌督办", "supervisions"),
    RECEIPT("登记上报回执", "report-receipts"),
    LIFT("报送解除报告", "report-liftings");

    private final String label;
    private final String noun;

    HazardAct(String label, String noun) {
        this.label = label;
        this.noun = noun;
    }

    static Optional<HazardAct> at(String noun) {
        return Arrays.stream(values()).filter(act -> act.noun.equals(noun)).findFirst();
    }

    public String getLabel() {
        return label;
    }

    /** Last part of the address it is done at. */
    public String getNoun() {
        return noun;
    }
}
