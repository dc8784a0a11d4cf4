package gassafety.accountability;

import java.util.Arrays;
import java.util.Optional;

/** A step that moves a review on; every one needs words. */
enum ReviewStep {
    EXPLAIN("explanation", "作出说明", "说明", "写明当时检查、催办或复查的情况，以及问题出现的原因"),
    PROPOSE_START("start", "提出启动", "启动理由", "批准以后开始核查"),
    PROPOSE_DROP("dropping", "提出不追究", "不追究的理由", "批准以后结束"),
    APPROVE("approval", "批准", "意见", "按提出的意见办理"),
    SEND_BACK("rejection", "退回", "退回理由", "退回执法稽查科重新提出意见"),
    CHECK("check", "填写核查情况", "核查情况", "写明核查了什么、查明了什么"),
    PROPOSE_FINDING("finding", "提出认定", "认定意见", "写明责任人、责任和拟作的处理；批准以后落实"),
    HANDLE("handling", "落实处理", "处理结果", "写明处理方式和日期"),
    REFER("referral", "移送纪检监察", "移送事项", "写明移送谁的什么问题", "移送书"),
    RECEIVE("receipt", "登记回执", "回执情况", "写明由谁签收、怎样办理", "回执");

    private final String path;
    private final String label;
    private final String words;
    private final String hint;
    private final String paper;

    ReviewStep(String path, String label, String words, String hint) {
        this(path, label, words, hint, "");
    }

    ReviewStep(String path, String label, String words, String hint, String paper) {
        this.path = path;
        this.label = label;
        this.words = words;
        this.hint = hint;
        this.paper = paper;
    }

    static Optional<ReviewStep> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    /** Last part of the address of the page on which it is taken. */
    public String getPath() {
        return path;
    }

    public String getLabel() {
        return label;
    }

    /** What the words are called that it needs. */
    public String getWords() {
        return words;
    }

    String hint() {
        return hint;
    }

    /** The paper that goes with it, with its number and day; empty when there is none. */
    String paper() {
        return paper;
    }

    /** Whether a leader takes it; the department takes the others, and the party explains. */
    boolean isLeaders() {
        return this == APPROVE || this == SEND_BACK;
    }
}
