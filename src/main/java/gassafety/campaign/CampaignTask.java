package gassafety.campaign;

import java.util.List;

/** One of the 16 tasks: who leads it and who cooperates, as the notice says in brackets behind it. */
public record CampaignTask(String code, String title, String lead, List<String> cooperating) {

    public CampaignTask {
        cooperating = List.copyOf(cooperating);
    }
}
