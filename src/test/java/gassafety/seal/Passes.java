package gassafety.seal;

import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Passes over all signed records, taken to their end. */
@TestComponent
public class Passes {

    private final Checks checks;
    private final CheckPass pass;
    private final Verifier verifier;
    private final Beginning beginning;

    Passes(Checks checks, CheckPass pass, Verifier verifier, Beginning beginning) {
        this.checks = checks;
        this.pass = pass;
        this.verifier = verifier;
        this.beginning = beginning;
    }

    /** Goes on with the pass under way until it is finished. */
    public void finish() {
        while (checks.latest(1).get(0).finishedAt() == null) {
            pass.goOn();
        }
    }

    public void beginNight() {
        pass.beginNight();
    }

    /** As the first start with seals does. */
    public void signTheListOfRecordsBeforeSeals() {
        beginning.afterPropertiesSet();
    }

    /** How the parts of an inspection stand. */
    public List<String> standings(long inspectionId) {
        return verifier.check(SourceKind.INSPECTION, List.of(inspectionId), true).stream()
                .map(result -> result.standing().name())
                .toList();
    }

    /** Begins a pass for this person. */
    public void ask(Caller by) {
        checks.ask(by);
    }

    /** Where to read the seal of an inspection. */
    public static Source of(long inspectionId) {
        return new Source(SourceKind.INSPECTION, inspectionId);
    }
}
