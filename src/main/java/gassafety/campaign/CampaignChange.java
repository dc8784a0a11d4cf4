package gassafety.campaign;

import gassafety.calendar.Today;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * A change of campaign data.
 *
 * @param title what was changed
 * @param account from what to what: 最后一天：2024-06-30 → 2024-07-15
 */
record CampaignChange(String title, String account, String reason, String byName, String byOffice, Instant changedAt) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public String getChangedText() {
        return MINUTE.format(changedAt.atZone(Today.ZONE));
    }
}
