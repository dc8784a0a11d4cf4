package gassafety.office;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Offices of one bureau under its name, as a person chooses among them: many 所 of a city have the same name. */
public record OfficeGroup(String name, List<Office> offices) {

    /** The bureau itself first, then its 所, then its 科 or 股. */
    private static final Comparator<Office> ORDER = Comparator.comparing(
            Office::getKind,
            Comparator.comparing(OfficeKind::isBureau).reversed().thenComparing(Comparator.reverseOrder()));

    /** @param offices parents before children */
    public static List<OfficeGroup> of(Collection<Office> offices) {
        return offices.stream()
                .collect(Collectors.groupingBy(Office::bureau, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new OfficeGroup(
                        group.getKey().getShortName(),
                        group.getValue().stream().sorted(ORDER).toList()))
                .toList();
    }
}
