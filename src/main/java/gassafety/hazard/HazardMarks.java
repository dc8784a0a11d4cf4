package gassafety.hazard;

import java.util.Collection;
import java.util.Map;

/** What a higher room knows of hazards and the ledger shows beside their state, such as 已立案. */
public interface HazardMarks {

    /**
     * One word each for those of these hazards that this room has something to say about.
     *
     * @param hazardIds of one page of the ledger, or of one record
     */
    Map<Long, String> marks(Collection<Long> hazardIds);
}
