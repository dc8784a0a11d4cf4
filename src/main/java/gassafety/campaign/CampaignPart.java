package gassafety.campaign;

import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import java.util.Map;

/** One kind of campaign data that is changed by hand: a phase, a month of returns, a task, a member; rooms may add theirs. */
public interface CampaignPart {

    /** Its word in addresses. */
    String word();

    FormSheet sheet();

    /**
     * @param held by the name of the field
     * @param title in the words of the page
     */
    record Held(String title, Map<String, String> held) {}

    /** @throws NotFound when the campaign has none of this key */
    Held held(CampaignInfo campaign, long key);

    /** @throws Refusal when the campaign would no longer hold together; nothing is changed then */
    void write(CampaignInfo campaign, long key, Typed typed);
}
