package gassafety.directive;

import gassafety.office.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A page on which one of a few steps is taken, after saying what each will do. */
enum DirectivePage {
    PROPOSAL("proposal", "提请签发", DirectiveStep.PROPOSE),
    APPROVAL("approval", "签发", DirectiveStep.ISSUE, DirectiveStep.RETURN),
    SERVICE("service", "登记送达", DirectiveStep.SERVE),
    WITHDRAWAL("withdrawal", "撤回", DirectiveStep.WITHDRAW);

    private final String path;
    private final String label;
    private final List<DirectiveStep> steps;

    DirectivePage(String path, String label, DirectiveStep... steps) {
        this.path = path;
        this.label = label;
        this.steps = List.of(steps);
    }

    static Optional<DirectivePage> at(String path) {
        return Arrays.stream(values()).filter(page -> page.path.equals(path)).findFirst();
    }

    public String getPath() {
        return path;
    }

    public String getLabel() {
        return label;
    }

    public List<DirectiveStep> getSteps() {
        return steps;
    }

    boolean isOpenTo(Caller caller, Directive directive) {
        return steps.stream().anyMatch(step -> directive.allows(step, caller));
    }
}
