package gassafety.checklist;

import gassafety.forms.FormFile;
import java.util.List;

/** What we know about items beyond their words; our own design. */
public final class ItemTraits {

    private record Trait(String list, List<String> positions, String name) {}

    private static final List<Trait> TRAITS = FormFile.rows("item-traits.csv").stream()
            .map(row -> new Trait(row.get("list"), FormFile.split(row.get("positions"), " "), row.get("trait")))
            .toList();

    private ItemTraits() {}

    /** Whether every unit of that kind has what the item is about, so that 无此项 is hardly ever true. */
    public static boolean isAlwaysPresent(Checklist list, ChecklistItem item) {
        return has("ALWAYS_PRESENT", list, item);
    }

    /** Whether 不符合 needs a photo. */
    public static boolean needsPhoto(Checklist list, ChecklistItem item) {
        return has("PHOTO", list, item);
    }

    /** Whether the item asks about papers of this kind, as the register calls it: FILLING_LICENCE. */
    public static boolean isAbout(String paper, Checklist list, ChecklistItem item) {
        return has(paper, list, item);
    }

    private static boolean has(String name, Checklist list, ChecklistItem item) {
        return TRAITS.stream()
                .anyMatch(trait -> trait.name().equals(name)
                        && trait.list().equals(list.code())
                        && trait.positions().contains(String.valueOf(item.position())));
    }
}
