package gassafety.enforcement;

import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.inspection.VisitBook;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.register.Register;
import gassafety.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where a draft comes from: a unit, an inspection or a hazard, all within the drafter's scope. */
@Component
public class DraftOrigins {

    private final Register register;
    private final HazardLedger ledger;
    private final VisitBook visits;

    DraftOrigins(Register register, HazardLedger ledger, VisitBook visits) {
        this.register = register;
        this.ledger = ledger;
        this.visits = visits;
    }

    /**
     * Fills a new form with what the page knew from which the draft was begun.
     *
     * @param what is drafted, for the sentence that refuses a draft about nothing
     * @return the hazards that it is about
     */
    public List<HazardSummary> begin(
            OriginForm form,
            @Nullable Long enterprise,
            @Nullable Long inspection,
            @Nullable Long hazard,
            Caller caller,
            String what) {
        form.setKey(UUID.randomUUID().toString());
        List<HazardSummary> found = hazard != null
                ? List.of(ledger.require(hazard, caller.scope()))
                : inspection != null ? raisedBy(inspection, caller) : List.of();
        found.forEach(one -> form.choose(one.id()));
        Long unit = enterprise != null ? enterprise : unitOf(inspection, found, caller);
        if (unit == null) {
            throw new Refusal("请从监管对象、监督检查或隐患台账中打开一条记录，再从那里起草" + what + "。");
        }
        form.setEnterprise(String.valueOf(unit));
        form.comesFrom(inspection);
        return found;
    }

    /** The problems of hazards, one in a line. */
    public static String problems(List<HazardSummary> found) {
        return String.join("\n", found.stream().map(HazardSummary::problem).toList());
    }

    private @Nullable Long unitOf(@Nullable Long inspection, List<HazardSummary> found, Caller caller) {
        if (inspection != null) {
            return visits.require(inspection, caller.scope()).enterpriseId();
        }
        return found.isEmpty() ? null : found.get(0).enterpriseId();
    }

    private List<HazardSummary> raisedBy(long inspection, Caller caller) {
        return ledger.raisedBy(new SourceRef(SourceKind.INSPECTION, inspection, 0), caller.scope());
    }

    /** Shows the unit and the hazards that can be ticked: its open ones, and those ticked already. */
    public void show(OriginForm form, Caller caller, Model model) {
        long enterprise = form.enterpriseId();
        model.addAttribute("unit", register.require(enterprise, caller.scope()));
        Map<Long, HazardSummary> choices = new LinkedHashMap<>();
        for (HazardSummary open : ledger.openOf(enterprise, caller.scope())) {
            choices.put(open.id(), open);
        }
        for (long chosen : form.chosenHazards()) {
            HazardSummary hazard = ledger.require(chosen, caller.scope());
            if (hazard.enterpriseId() == enterprise) {
                choices.put(chosen, hazard);
            }
        }
        model.addAttribute("choices", choices.values());
        model.addAttribute("chosen", form.chosenHazards());
    }
}
