package gassafety.directive;

import java.util.Map;

/** Where a directive stands. */
public enum DirectiveStage {
    DRAFT("草稿", "open", "起草人核对后提请签发"),
    PROPOSED("待签发", "wait", "县局负责人签发"),
    ISSUED("待送达", "open", "起草单位送达，一式两份"),
    SERVED("已送达", "done", "按期复查整改情况"),
    WITHDRAWN("已撤回", "done", "已结束");

    private final String label;
    private final String tone;
    private final String next;

    DirectiveStage(String label, String tone, String next) {
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
    public Map<DirectiveStep, DirectiveStage> ways() {
        return switch (this) {
            case DRAFT -> Map.of(DirectiveStep.PROPOSE, PROPOSED);
            case PROPOSED -> Map.of(DirectiveStep.ISSUE, ISSUED, DirectiveStep.RETURN, DRAFT);
            case ISSUED -> Map.of(DirectiveStep.SERVE, SERVED, DirectiveStep.WITHDRAW, WITHDRAWN);
            case SERVED -> Map.of(DirectiveStep.WITHDRAW, WITHDRAWN);
            case WITHDRAWN -> Map.of();
        };
    }
}
