package gassafety.accountability;

import gassafety.web.Labelled;
import java.util.Map;

/** Where a review stands. */
enum ReviewState implements Labelled {
    FOUND("待说明", "open", "当事人先作说明"),
    EXPLAINED("待决定", "open", "执法稽查科提出启动或者不追究的意见"),
    START_PROPOSED("拟启动", "wait", "局领导批准"),
    DROP_PROPOSED("拟不追究", "wait", "局领导批准"),
    STARTED("核查中", "major", "执法稽查科核查"),
    CHECKED("待认定", "open", "执法稽查科提出认定或者不追究的意见"),
    FINDING_PROPOSED("拟认定", "wait", "局领导批准"),
    LIABLE("待处理", "major", "执法稽查科落实处理，或者移送纪检监察"),
    HANDLED("已处理", "done", "已结束"),
    REFERRED("已移送", "wait", "等待纪检监察机关回执"),
    RECEIVED("已回执", "done", "已结束"),
    DROPPED("不追究", "done", "已结束");

    private final String label;
    private final String tone;
    private final String next;

    ReviewState(String label, String tone, String next) {
        this.label = label;
        this.tone = tone;
        this.next = next;
    }

    @Override
    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }

    /** Who acts next, and how. */
    public String getNext() {
        return next;
    }

    /** The steps that lead on from here, and where each leads; pages show no others. */
    Map<ReviewStep, ReviewState> ways() {
        return switch (this) {
            case FOUND ->
                Map.of(
                        ReviewStep.EXPLAIN, EXPLAINED,
                        ReviewStep.PROPOSE_START, START_PROPOSED,
                        ReviewStep.PROPOSE_DROP, DROP_PROPOSED);
            case EXPLAINED -> Map.of(ReviewStep.PROPOSE_START, START_PROPOSED, ReviewStep.PROPOSE_DROP, DROP_PROPOSED);
            case START_PROPOSED -> Map.of(ReviewStep.APPROVE, STARTED, ReviewStep.SEND_BACK, EXPLAINED);
            case DROP_PROPOSED -> Map.of(ReviewStep.APPROVE, DROPPED, ReviewStep.SEND_BACK, EXPLAINED);
            case STARTED -> Map.of(ReviewStep.CHECK, CHECKED);
            case CHECKED ->
                Map.of(ReviewStep.PROPOSE_FINDING, FINDING_PROPOSED, ReviewStep.PROPOSE_DROP, DROP_PROPOSED);
            case FINDING_PROPOSED -> Map.of(ReviewStep.APPROVE, LIABLE, ReviewStep.SEND_BACK, CHECKED);
            case LIABLE -> Map.of(ReviewStep.HANDLE, HANDLED, ReviewStep.REFER, REFERRED);
            case REFERRED -> Map.of(ReviewStep.RECEIVE, RECEIVED);
            case HANDLED, RECEIVED, DROPPED -> Map.of();
        };
    }
}
