package gassafety.desk;

import gassafety.office.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the higher rooms offer to do with the records that a list shows. */
@Component
public class ListActions {

    private final List<Offer> offers;

    ListActions(List<Offer> offers) {
        this.offers = offers;
    }

    /** Contributed as a bean by the room that does it. */
    public interface Offer {

        /** @param list address of a list with its filters, such as {@code /enterprises?role=…} */
        List<RecordSlot.Action> actions(String list, Caller caller);
    }

    public List<RecordSlot.Action> of(String list, Caller caller) {
        return offers.stream()
                .flatMap(offer -> offer.actions(list, caller).stream())
                .toList();
    }
}
