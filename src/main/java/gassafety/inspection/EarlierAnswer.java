package gassafety.inspection;

import gassafety.calendar.Today;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * What the inspectors found of an earlier problem, with what was known of it then.
 *
 * @param version from 1, for each hazard of a visit
 * @param base version that the person saw when answering; 0 for none
 * @param state word of the hazard's state then
 */
record EarlierAnswer(
        long hazardId,
        int version,
        int base,
        String requestKey,
        boolean putRight,
        String remark,
        String hazardNumber,
        String problem,
        String state,
        long savedBy,
        String savedByName,
        Instant savedAt) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Today.ZONE);

    public String verdictText() {
        return putRight ? "已整改" : "未整改";
    }

    public String savedText() {
        return MINUTE.format(savedAt);
    }
}
