package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.hazard.LedgerRow.ForSheet;
import gassafety.hazard.LedgerRow.Known;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.register.Register;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as its list shows it to one person on one day. */
@Service
@Transactional(readOnly = true)
class Ledger {

    private static final int PORTION = 500;

    private final Hazards hazards;
    private final Tallies tallies;
    private final Offices offices;
    private final Checklists checklists;
    private final Register register;
    private final Journal journal;
    private final List<HazardMarks> marks;
    private final WorkingDays workingDays;
    private final Today today;
    private final JdbcClient jdbc;

    Ledger(
            Hazards hazards,
            Tallies tallies,
            Offices offices,
            Checklists checklists,
            Register register,
            Journal journal,
            List<HazardMarks> marks,
            WorkingDays workingDays,
            Today today,
            JdbcClient jdbc) {
        this.hazards = hazards;
        this.tallies = tallies;
        this.offices = offices;
        this.checklists = checklists;
        this.register = register;
        this.journal = journal;
        this.marks = marks;
        this.workingDays = workingDays;
        this.today = today;
        this.jdbc = jdbc;
    }

    /** A figure that is a filter. */
    record Figure(String label, long count, String address, boolean chosen, boolean alarm) {}

    Standing standing() {
        return new Standing(today.day(), workingDays.calendar());
    }

    LedgerFilter filter(Map<String, String> sent, Caller caller) {
        String code = sent.getOrDefault("office", "").strip();
        String officePath = code.isEmpty()
                ? null
                : offices.byCode(code)
                        .map(Office::getPath)
                        .filter(caller.scope()::covers)
                        .orElse(null);
        return LedgerFilter.read(
                sent, officePath, lists().stream().map(Checklist::code).toList());
    }

    /** The checklists that hazards are found with. */
    List<Checklist> lists() {
        return checklists.inspectionLists(today.day());
    }

    /** Everything that this person reads, counted by kind. */
    Tally tally(Caller caller) {
        Standing standing = standing();
        String path = caller.scope().officePath();
        return path == null
                ? tallies.of(Specification.unrestricted(), caller.scope(), standing)
                : tallies.of(path, standing);
    }

    /**
     * What the filter leaves, counted by kind; of a filter that looks at the hazards themselves at most
     * {@link Tallies#MOST}. Filters by kind are not applied yet, so that each can be shown with the others in force.
     */
    Tally tally(LedgerFilter filter, Caller caller) {
        return filter.isTallied(caller)
                ? tally(caller)
                : tallies.of(filter.untallied(caller, standing()), caller.scope(), standing());
    }

    /** How many the filter leaves, at most {@link Tallies#MOST} when the tally is not complete. */
    long count(LedgerFilter filter, Tally left, Caller caller) {
        Tally counted = left.complete() ? left : tallies.of(filter.on(caller, standing()), caller.scope(), standing());
        return counted.count(cell -> filter.holds(cell, caller, ""));
    }

    /** @param total how many the filter leaves */
    Page<LedgerRow> page(LedgerFilter filter, Caller caller, int number, int size, long total) {
        return rows(hazards.page(
                filter.on(caller, standing()),
                caller.scope(),
                number,
                size,
                filter.sort().order(),
                total));
    }

    /** The first of the hazards that wait for something, and how many they are. */
    Page<LedgerRow> page(Specification<Hazard> filter, LedgerSort sort, Caller caller, int number, int size) {
        return rows(hazards.page(filter, caller.scope(), number, size, sort.order()));
    }

    private Page<LedgerRow> rows(Page<Hazard> page) {
        Standing standing = standing();
        Map<Long, Known> known = known(page.map(Hazard::getId).getContent());
        return page.map(hazard -> LedgerRow.of(hazard, standing, known.getOrDefault(hazard.getId(), Known.NOTHING)));
    }

    /** Every row that the filter leaves, read in portions. */
    void each(LedgerFilter filter, Caller caller, Consumer<LedgerRow> action) {
        each(filter.on(caller, standing()), filter.sort(), caller, action);
    }

    void each(Specification<Hazard> filter, LedgerSort sort, Caller caller, Consumer<LedgerRow> action) {
        Standing standing = standing();
        Map<String, String> places = places(caller);
        List<Hazard> portion = new ArrayList<>(PORTION);
        hazards.each(filter, caller.scope(), sort.order(), hazard -> {
            portion.add(hazard);
            if (portion.size() == PORTION) {
                hand(portion, standing, places, action);
            }
        });
        hand(portion, standing, places, action);
    }

    /** The names of the offices that this person reads, by their paths. */
    private Map<String, String> places(Caller caller) {
        String path = caller.scope().officePath();
        return path == null
                ? Map.of()
                : offices.below(path).stream().collect(Collectors.toMap(Office::getPath, Office::getPlacedName));
    }

    private void hand(List<Hazard> portion, Standing standing, Map<String, String> places, Consumer<LedgerRow> action) {
        Map<Long, Known> known = known(portion.stream().map(Hazard::getId).toList());
        Map<Long, String> codes = register.creditCodes(
                portion.stream().map(Hazard::getEnterpriseId).distinct().toList());
        Map<Long, String> causes = causes(portion);
        for (Hazard hazard : portion) {
            Known elsewhere = known.getOrDefault(hazard.getId(), Known.NOTHING);
            action.accept(LedgerRow.of(
                    hazard,
                    standing,
                    new Known(
                            elsewhere.mark(),
                            elsewhere.urged(),
                            new ForSheet(
                                    codes.getOrDefault(hazard.getEnterpriseId(), ""),
                                    places.getOrDefault(hazard.getCustody().getChargePath(), ""),
                                    causes.getOrDefault(hazard.getId(), "")))));
        }
        portion.clear();
    }

    private Map<Long, String> causes(List<Hazard> portion) {
        Map<Long, String> causes = new HashMap<>();
        if (!portion.isEmpty()) {
            jdbc.sql("select hazard_id, cause from hazard_closure where hazard_id in (:ids) and cause is not null")
                    .param("ids", portion.stream().map(Hazard::getId).toList())
                    .query(row -> {
                        causes.put(
                                row.getLong("hazard_id"),
                                Cause.valueOf(row.getString("cause")).getLabel());
                    });
        }
        return causes;
    }

    long count(Specification<Hazard> filter, Caller caller) {
        return hazards.count(filter, caller.scope());
    }

    /** The views of this person; each counts exactly what it opens. */
    List<Figure> figures(@Nullable LedgerView chosen, Tally everything, Caller caller) {
        return LedgerView.of(caller).stream()
                .map(view -> new Figure(
                        view.label(caller),
                        view.isPersonal(caller)
                                ? count(view.on(caller, standing()), caller)
                                : everything.count(cell -> view.holds(cell, caller)),
                        "/hazards?view=" + view.name(),
                        view == chosen,
                        view.isAlarm()))
                .toList();
    }

    Map<Long, Known> known(Collection<Long> ids) {
        Map<Long, String> words = new HashMap<>();
        if (!ids.isEmpty()) {
            marks.forEach(room ->
                    room.marks(ids).forEach((id, word) -> words.merge(id, word, (one, other) -> one + "，" + other)));
        }
        Map<Long, Integer> urged = journal.countsOf(SourceKind.HAZARD, ids, Act.HAZARD_URGED);
        Map<Long, Known> known = new HashMap<>();
        ids.forEach(id -> known.put(id, new Known(words.get(id), urged.getOrDefault(id, 0), ForSheet.NOTHING)));
        return known;
    }
}
