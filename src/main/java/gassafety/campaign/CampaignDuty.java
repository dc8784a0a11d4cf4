package gassafety.campaign;

import java.util.List;

/**
 * A duty that the notice lays down outside its tasks.
 *
 * @param paragraph of the notice
 * @param owners the departments that answer for it; none where it only refers to the tasks
 * @param evidence what in this system shows that it was done
 */
record CampaignDuty(String paragraph, String content, List<String> owners, String evidence) {

    CampaignDuty {
        owners = List.copyOf(owners);
    }
}
