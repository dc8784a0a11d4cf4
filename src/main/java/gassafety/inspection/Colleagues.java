package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.office.Custody;
import gassafety.office.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may inspect together with whom. */
@Component
class Colleagues {

    private final Callers callers;

    Colleagues(Callers callers) {
        this.callers = callers;
    }

    /** Certified inspectors of the offices in the lead's scope who may read the record, those of the same office first. */
    List<Caller> of(Caller lead, Custody custody) {
        String path = lead.scope().officePath();
        if (path == null) {
            return List.of();
        }
        return callers.workingBelow(path, Role.INSPECTOR).stream()
                .filter(person -> person.accountId() != lead.accountId())
                .filter(Inspections::mayInspect)
                .filter(person -> person.scope().covers(custody))
                .sorted(java.util.Comparator.comparing(
                        person -> person.office().getId() != lead.office().getId()))
                .toList();
    }
}
