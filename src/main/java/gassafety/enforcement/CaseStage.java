package gassafety.enforcement;

import static gassafety.enforcement.CaseStep.CLOSE;
import static gassafety.enforcement.CaseStep.DECIDE;
import static gassafety.enforcement.CaseStep.DECLINE;
import static gassafety.enforcement.CaseStep.FILE;
import static gassafety.enforcement.CaseStep.PASS_REVIEW;
import static gassafety.enforcement.CaseStep.PROPOSE_DECISION;
import static gassafety.enforcement.CaseStep.PROPOSE_FILING;
import static gassafety.enforcement.CaseStep.RETURN_DECISION;
import static gassafety.enforcement.CaseStep.RETURN_FILING;
import static gassafety.enforcement.CaseStep.RETURN_REVIEW;
import static gassafety.enforcement.CaseStep.SERVE;
import static gassafety.enforcement.CaseStep.SUBMIT_FOR_REVIEW;
import static gassafety.enforcement.CaseStep.VOID;

import java.util.Map;

/** Where a case stands. */
public enum CaseStage {
    DRAFT("核查", "open", "起草人补充事实和依据，提请立案"),
    FILING_PROPOSED("待批准立案", "wait", "县局负责人审批立案"),
    NOT_FILED("不予立案", "done", "已结束"),
    INVESTIGATION("调查", "open", "承办人调查，提出处罚决定"),
    REVIEW("法制审核", "wait", "法制审核员审核"),
    DECISION_PROPOSED("待批准决定", "wait", "县局负责人审批处罚决定"),
    DECIDED("待送达", "open", "承办人送达决定书"),
    SERVED("已送达", "open", "执行完毕后结案"),
    CLOSED("已结案", "done", "已结束"),
    VOIDED("误立撤销", "done", "已结束");

    private final String label;
    private final String tone;
    private final String next;

    CaseStage(String label, String tone, String next) {
        this.label = label;
        this.tone = tone;
        this.next = next;
    }

    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }

    /** Who does what next. */
    public String getNext() {
        return next;
    }

    /** The steps that lead on from here, and where each leads; pages show no others. */
    public Map<CaseStep, CaseStage> ways() {
        return switch (this) {
            case DRAFT -> Map.of(PROPOSE_FILING, FILING_PROPOSED);
            case FILING_PROPOSED -> Map.of(FILE, INVESTIGATION, RETURN_FILING, DRAFT, DECLINE, NOT_FILED);
            case INVESTIGATION -> Map.of(SUBMIT_FOR_REVIEW, REVIEW, PROPOSE_DECISION, DECISION_PROPOSED, VOID, VOIDED);
            case REVIEW -> Map.of(PASS_REVIEW, DECISION_PROPOSED, RETURN_REVIEW, INVESTIGATION);
            case DECISION_PROPOSED -> Map.of(DECIDE, DECIDED, RETURN_DECISION, INVESTIGATION);
            case DECIDED -> Map.of(SERVE, SERVED);
            case SERVED -> Map.of(CLOSE, CLOSED);
            case NOT_FILED, CLOSED, VOIDED -> Map.of();
        };
    }
}
