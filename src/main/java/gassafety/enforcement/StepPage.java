package gassafety.enforcement;

import gassafety.office.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A page on which one of a few steps is taken, after saying what each will do. */
enum StepPage {
    FILING_PROPOSAL("filing-proposal", "提请立案", CaseStep.PROPOSE_FILING),
    FILING("filing", "审批立案", CaseStep.FILE, CaseStep.RETURN_FILING, CaseStep.DECLINE),
    REVIEW("review", "法制审核", CaseStep.PASS_REVIEW, CaseStep.RETURN_REVIEW),
    DECISION("decision", "审批处罚决定", CaseStep.DECIDE, CaseStep.RETURN_DECISION),
    SERVICE("service", "登记送达", CaseStep.SERVE),
    CLOSURE("closure", "结案", CaseStep.CLOSE),
    VOIDING("voiding", "误立撤销", CaseStep.VOID);

    private final String path;
    private final String label;
    private final List<CaseStep> steps;

    StepPage(String path, String label, CaseStep... steps) {
        this.path = path;
        this.label = label;
        this.steps = List.of(steps);
    }

    static Optional<StepPage> at(String path) {
        return Arrays.stream(values()).filter(page -> page.path.equals(path)).findFirst();
    }

    public String getPath() {
        return path;
    }

    public String getLabel() {
        return label;
    }

    public List<CaseStep> getSteps() {
        return steps;
    }

    boolean isOpenTo(Caller caller, EnforcementCase subject) {
        return steps.stream().anyMatch(step -> subject.allows(step, caller));
    }
}
