package gassafety.inspection;

import gassafety.office.Scope;
import gassafety.web.NotFound;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What higher rooms ask about inspections. */
@Service
public class VisitBook {

    private final InspectionRecords records;

    VisitBook(InspectionRecords records) {
        this.records = records;
    }

    /** The inspection with this id within the scope; {@link NotFound} otherwise. */
    @Transactional(readOnly = true)
    public Visit require(long id, Scope scope) {
        return records.find(id, scope)
                .map(found -> new Visit(
                        id, found.getUnitId(), found.getVisitDay(), Objects.requireNonNullElse(found.getFindings(), 0)))
                .orElseThrow(NotFound::new);
    }
}
