package gassafety.hazard;

import gassafety.desk.ListActions;
import gassafety.desk.RecordSlot.Action;
import gassafety.office.Caller;
import gassafety.office.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What may lawfully be done to several hazards at once; what ends or decides one is done one by one. */
@Component
class BulkActs {

    static final String REMINDER = "/hazards/acts/reminder";
    static final String INSPECTION = "/hazards/acts/inspection";

    private static final String UNITS = "/enterprises";

    private final ListActions actions;

    BulkActs(ListActions actions) {
        this.actions = actions;
    }

    List<Action> of(Caller caller) {
        List<Action> acts = new ArrayList<>();
        if (mayUrge(caller)) {
            acts.add(new Action("催办", REMINDER));
        }
        actions.of(UNITS, caller).forEach(action -> acts.add(new Action(action.label(), INSPECTION)));
        return acts.stream().distinct().toList();
    }

    /** The county's section and the campaign office urge; who has to act is told by where the hazard stands. */
    static boolean mayUrge(Caller caller) {
        return caller.isAny(Role.CAMPAIGN_OFFICE, Role.COUNTY_SPECIAL_SECTION);
    }
}
