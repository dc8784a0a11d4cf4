package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeGroup;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.web.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.data.domain.Page;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as its list shows it to one person on one day. */
@Service
@Transactional(readOnly = true)
class Ledger {

    private final Hazards hazards;
    private final Offices offices;
    private final List<HazardMarks> marks;
    private final WorkingDays workingDays;
    private final Today today;

    Ledger(Hazards hazards, Offices offices, List<HazardMarks> marks, WorkingDays workingDays, Today today) {
        this.hazards = hazards;
        this.offices = offices;
        this.marks = marks;
        this.workingDays = workingDays;
        this.today = today;
    }

    /** A figure that is a filter. */
    record Figure(String label, long count, String address, boolean chosen, boolean alarm) {}

    Standing standing() {
        return new Standing(today.day(), workingDays.calendar());
    }

    /** @throws Refusal when a filter has a value that the page does not offer this person */
    LedgerFilter filter(Map<String, String> sent, Caller caller) {
        String code = sent.getOrDefault("office", "").strip();
        if (code.isEmpty()) {
            return LedgerFilter.read(sent, "", null);
        }
        Office office = offices.byCode(code)
                .filter(found -> caller.scope().covers(found.getPath()))
                .orElseThrow(() -> new Refusal("筛选条件不正确，请从列表页面重新选择。"));
        return LedgerFilter.read(sent, code, office.getPath());
    }

    Page<LedgerRow> page(LedgerFilter filter, Caller caller, int number, int size) {
        return page(filter.on(caller, standing()), filter.sort(), caller, number, size);
    }

    Page<LedgerRow> page(Specification<Hazard> filter, LedgerSort sort, Caller caller, int number, int size) {
        Standing standing = standing();
        Page<Hazard> page = hazards.page(filter, caller.scope(), number, size, sort.order());
        Map<Long, String> known = marks(page.map(Hazard::getId).getContent());
        return page.map(hazard -> LedgerRow.of(hazard, standing, known.get(hazard.getId())));
    }

    void each(LedgerFilter filter, Caller caller, Consumer<LedgerRow> action) {
        Standing standing = standing();
        hazards.each(
                filter.on(caller, standing),
                caller.scope(),
                filter.sort().order(),
                hazard -> action.accept(LedgerRow.of(hazard, standing, null)));
    }

    long count(Specification<Hazard> filter, Caller caller) {
        return hazards.count(filter, caller.scope());
    }

    List<Figure> figures(LedgerFilter filter, Caller caller) {
        Standing standing = standing();
        return LedgerView.of(caller).stream()
                .map(view -> new Figure(
                        view.label(caller),
                        count(view.on(caller, standing), caller),
                        "/hazards?view=" + view.name(),
                        view == filter.view(),
                        view.isAlarm()))
                .toList();
    }

    /** The offices to choose from: bureaus and 所 at or below the caller's reading. */
    List<OfficeGroup> offices(Caller caller) {
        String path = caller.scope().officePath();
        return path == null
                ? List.of()
                : OfficeGroup.of(offices.below(path).stream()
                        .filter(office -> office.getKind() != OfficeKind.SECTION)
                        .filter(office -> !office.getPath().equals(path))
                        .toList());
    }

    Map<Long, String> marks(Collection<Long> ids) {
        Map<Long, String> all = new HashMap<>();
        if (!ids.isEmpty()) {
            marks.forEach(room -> all.putAll(room.marks(ids)));
        }
        return all;
    }
}
