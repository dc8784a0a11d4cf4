package gassafety.hazard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hazard as other rooms see it.
 *
 * @param state word of its state: 整改中
 * @param tone one of major, open, wait, done, late
 */
public record HazardSummary(
        long id,
        String number,
        long enterpriseId,
        String enterpriseName,
        String problem,
        String item,
        boolean major,
        boolean open,
        String state,
        String tone,
        @Nullable LocalDate due) {}
