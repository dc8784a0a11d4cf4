package gassafety.checklist;

import gassafety.web.NotFound;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** All editions of all lists. They are loaded once: an edition never changes. */
@Service
public class Checklists {

    private final Map<Long, Checklist> editions = new LinkedHashMap<>();
    private final Map<Long, List<CrosswalkPair>> crosswalks = new LinkedHashMap<>();

    Checklists(ChecklistLoader loader, ChecklistTables tables) {
        loader.load();
        tables.checklists().forEach(checklist -> editions.put(checklist.id(), checklist));
        editions.keySet().forEach(id -> crosswalks.put(id, tables.crosswalk(id, this::edition)));
    }

    /**
     * The edition of a list that is in force on a day.
     *
     * @throws NotFound when there is no such list, or none on that day
     */
    public Checklist current(String code, LocalDate day) {
        return on(day, list -> list.code().equals(code)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /**
     * The edition that a record was made with, in force or not.
     *
     * @throws NotFound when there is none with this id
     */
    public Checklist edition(long id) {
        Checklist checklist = editions.get(id);
        if (checklist == null) {
            throw new NotFound();
        }
        return checklist;
    }

    /** The lists that inspectors use on a day, the official one first. */
    public List<Checklist> inspectionLists(LocalDate day) {
        return on(day, list -> list.kind() == ChecklistKind.INSPECTION);
    }

    /** Every list in force on a day, the official ones first. */
    public List<Checklist> all(LocalDate day) {
        return on(day, list -> true);
    }

    /** The lists of both kinds for enterprises of a role on a day. */
    public List<Checklist> forRole(String role, LocalDate day) {
        return on(day, list -> list.role().equals(role));
    }

    /**
     * Which items of a self-check correspond to which items of an inspection list; one may correspond to several.
     *
     * @return in the order of the self-check; empty for an inspection list
     */
    public List<CrosswalkPair> crosswalk(Checklist selfCheck) {
        return crosswalks.getOrDefault(selfCheck.id(), List.of());
    }

    private List<Checklist> on(LocalDate day, Predicate<Checklist> which) {
        return editions.values().stream()
                .filter(which)
                .filter(list -> list.isValidOn(day))
                .toList();
    }
}
