package gassafety.returns;

import gassafety.web.Labelled;
import java.util.Map;

/** Where a monthly return stands. */
enum ReturnState implements Labelled {
    DRAFT("草稿", "open", "填报人"),
    SUBMITTED("已提交", "wait", "负责人"),
    APPROVED("已审核", "wait", "专班办公室"),
    ACCEPTED("已接收", "done", "专班办公室"),
    REPORTED("已上报", "done", "局领导"),
    LOCKED("已锁定", "done", "");

    private final String label;
    private final String tone;
    private final String with;

    ReturnState(String label, String tone, String with) {
        this.label = label;
        this.tone = tone;
        this.with = with;
    }

    @Override
    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }

    /** Who has it; in the bureau that carries out the campaign the campaign office fills in and the leader decides. */
    public String with(boolean top) {
        return switch (this) {
            case DRAFT, APPROVED -> top ? "专班办公室" : with;
            case SUBMITTED -> top ? "局领导" : "县局负责人";
            case ACCEPTED, REPORTED, LOCKED -> with;
        };
    }

    /** What comes next, in full. */
    String next(boolean top) {
        return switch (this) {
            case DRAFT -> (top ? "专班办公室" : "填报人") + "填写进展情况、说明核对出的疑点，然后提交";
            case SUBMITTED -> (top ? "局领导" : "县局负责人") + "审核，或者退回修改";
            case APPROVED -> top ? "专班办公室报上级并登记回执" : "专班办公室接收，或者退回修改";
            case ACCEPTED -> "专班办公室锁定";
            case REPORTED -> "局领导锁定";
            case LOCKED -> "已结束；确需更正的，由" + (top ? "局领导" : "专班办公室") + "解锁";
        };
    }

    /** The steps that lead on from here, and where each leads; pages show no others. */
    Map<ReturnStep, ReturnState> ways(boolean top) {
        return switch (this) {
            case DRAFT -> Map.of(ReturnStep.SUBMIT, SUBMITTED);
            case SUBMITTED -> Map.of(ReturnStep.APPROVE, APPROVED, ReturnStep.SEND_BACK, DRAFT);
            case APPROVED ->
                Map.of(
                        top ? ReturnStep.REPORT : ReturnStep.ACCEPT,
                        top ? REPORTED : ACCEPTED,
                        ReturnStep.SEND_BACK,
                        DRAFT);
            case ACCEPTED -> Map.of(ReturnStep.LOCK, LOCKED, ReturnStep.SEND_BACK, DRAFT);
            case REPORTED -> Map.of(ReturnStep.LOCK, LOCKED);
            case LOCKED -> Map.of(ReturnStep.UNLOCK, DRAFT);
        };
    }
}
