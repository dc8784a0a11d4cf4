package gassafety.campaign;

import java.util.List;

/** One of the 16 tasks: who leads it and who cooperates, as the notice says in brackets behind it. */
record CampaignTask(String code, String title, String lead, List<String> cooperating) {

    CampaignTask {
        cooperating = List.copyOf(cooperating);
    }
}
