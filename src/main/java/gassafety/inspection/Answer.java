package gassafety.inspection;

import gassafety.calendar.Today;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * One save of one item.
 *
 * @param version from 1, for each position of an inspection
 * @param base version that the person saw when writing this; 0 for none
 * @param stands false while it contradicts another inspector's answer and nobody has chosen between them
 * @param saidAt when the person gave it, which is before {@code savedAt} when it waited for a network
 * @param requestKey name that the sender gave the request, so that sending it again saves nothing twice
 */
record Answer(
        int position,
        int version,
        int base,
        boolean stands,
        String requestKey,
        AnswerContent content,
        long savedBy,
        String savedByName,
        Instant savedAt,
        Instant saidAt) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Today.ZONE);

    /** Time of day as the form shows it: 10:32. */
    public String savedText() {
        return MINUTE.format(savedAt);
    }
}
