package gassafety.register;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.office.Scope;
import gassafety.web.FormField.Option;
import gassafety.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the register's list to other rooms under the filters of its page. */
@Component
public class UnitSelections {

    private final EnterpriseList list;
    private final Offices offices;

    UnitSelections(EnterpriseList list, Offices offices) {
        this.list = list;
        this.offices = offices;
    }

    /**
     * @param sent the parameters of the list's address
     * @throws Refusal when a filter has a value that the list does not offer
     */
    public UnitSelection select(Map<String, String> sent, Scope scope) {
        EnterpriseFilter filter = list.filter(sent, scope);
        String office = filter.office().isEmpty()
                ? null
                : offices.byCode(filter.office()).map(Office::getName).orElse(null);
        return new UnitSelection(filter, list, scope, office);
    }

    /** Offices that can be in charge of units, as far as the caller reads. */
    public List<Option> offices(Caller caller) {
        return list.offices(caller);
    }
}
