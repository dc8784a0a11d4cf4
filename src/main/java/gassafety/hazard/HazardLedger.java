package gassafety.hazard;

import gassafety.office.Scope;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms ask of the ledger. */
@Service
public class HazardLedger {

    /** Raises one hazard, in the transaction that signs its source; the number is given here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HazardSummary raise(Finding finding) {
        throw new UnsupportedOperationException(finding.problem());
    }

    /** The hazard with this id within the scope; {@link gassafety.web.NotFound} otherwise. */
    @Transactional(readOnly = true)
    public HazardSummary require(long id, Scope scope) {
        throw new gassafety.web.NotFound();
    }

    /** The hazards of a unit that are not gone yet, the latest first, at most 100. */
    @Transactional(readOnly = true)
    public List<HazardSummary> openOf(long enterpriseId, Scope scope) {
        return List.of();
    }

    /** The hazards that a record raised, in the order of its lines. */
    @Transactional(readOnly = true)
    public List<HazardSummary> raisedBy(SourceRef source, Scope scope) {
        return List.of();
    }
}
