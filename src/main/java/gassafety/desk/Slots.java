package gassafety.desk;

import gassafety.office.Caller;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the higher rooms put on a record's page. */
@Component
public class Slots {

    private final List<RecordSlot> slots;

    Slots(List<RecordSlot> slots) {
        this.slots = slots;
    }

    /** All sections for the record with this id on this page, in their order. */
    public List<RecordSlot.Section> sections(String page, long id, Caller caller) {
        return slots.stream()
                .filter(slot -> slot.page().equals(page))
                .flatMap(slot -> slot.sections(id, caller).stream())
                .sorted(Comparator.comparingInt(RecordSlot.Section::order))
                .toList();
    }
}
