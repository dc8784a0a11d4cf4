package gassafety.checklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a list; it never changes, and a record keeps the edition it was made with.
 *
 * @param id of this edition
 * @param code of the list, the same in all editions: ANNEX1, ANNEX2, SELLER …
 * @param edition from 1
 * @param role of the enterprises it is for, such as FILLING_STATION
 * @param derived whether we made it from the duties of the notice because none is printed there (本系统设计)
 * @param validTo the last day on which new records use it; null while it is in force
 * @param items in their printed order
 */
public record Checklist(
        long id,
        String code,
        int edition,
        String title,
        ChecklistKind kind,
        String role,
        Field field,
        boolean derived,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<ChecklistItem> items) {

    public Checklist {
        items = List.copyOf(items);
    }

    /** Neighbouring items under one heading, as they are printed. */
    public record Section(String category, List<ChecklistItem> items) {}

    /** The item at a position; empty for one that this list doesn't have. */
    public Optional<ChecklistItem> item(int position) {
        return position < 1 || position > items.size() ? Optional.empty() : Optional.of(items.get(position - 1));
    }

    /** The headings, each once, in the order of their first item. */
    public List<String> categories() {
        return items.stream().map(ChecklistItem::category).distinct().toList();
    }

    /** The list as it is printed; a heading that is printed again further down is a section again. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        int from = 0;
        for (int next = 1; next <= items.size(); next++) {
            String category = items.get(from).category();
            if (next == items.size() || !items.get(next).category().equals(category)) {
                sections.add(new Section(category, items.subList(from, next)));
                from = next;
            }
        }
        return List.copyOf(sections);
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
