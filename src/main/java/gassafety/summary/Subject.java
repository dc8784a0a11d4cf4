package gassafety.summary;

import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Phase;
import gassafety.office.Office;

/** A bureau's summary of a phase. */
record Subject(CampaignInfo campaign, Phase phase, Office bureau) {

    static final String ADDRESS = "/summaries";

    String title() {
        return bureau.getShortName() + " " + phase.name() + "总结";
    }

    String address() {
        return ADDRESS + "/" + campaign.id() + "/" + phase.number() + "/" + bureau.getCode();
    }
}
