package gassafety.plan;

import gassafety.desk.ListActions;
import gassafety.desk.RecordSlot.Action;
import gassafety.office.Caller;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** 下达检查任务, wherever a list of units is shown to someone who may order inspections of them. */
@Component
class PlanOffer implements ListActions.Offer {

    private static final String UNITS = "/enterprises";

    @Override
    public List<Action> actions(String list, Caller caller) {
        String role = UriComponentsBuilder.fromUriString(list)
                .build()
                .getQueryParams()
                .getFirst("role");
        boolean mine = TaskRights.ordered(caller).stream()
                .anyMatch(ordered -> role == null || ordered.name().equals(role));
        if (!mine || !list.startsWith(UNITS)) {
            return List.of();
        }
        return List.of(new Action("下达检查任务", "/plans/new" + list.substring(UNITS.length())));
    }
}
