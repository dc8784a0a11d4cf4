package gassafety.hazard;

import gassafety.checklist.Checklist;
import gassafety.hazard.Tally.Cell;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeGroup;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.web.Labelled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The filters of the ledger's list, with how many hazards each choice leaves under the others. */
@Component
class Facets {

    private final Ledger ledger;
    private final Offices offices;

    Facets(Ledger ledger, Offices offices) {
        this.ledger = ledger;
        this.offices = offices;
    }

    /**
     * A filter with its choices.
     *
     * @param empty what it is called when nothing is chosen
     * @param chips whether the choices are shown one by one with their numbers
     */
    record Facet(String name, String label, String empty, boolean chips, List<Choice> choices) {

        /** Whether the numbers tell more than how many there are in all. */
        public boolean isTelling() {
            List<Choice> shown = shown();
            return shown.size() > 1 || shown.stream().anyMatch(Choice::chosen);
        }

        /** Those that are worth showing one by one: of several bureaus the 所 only once the bureau is chosen. */
        public List<Choice> shown() {
            List<String> groups = choices.stream().map(Choice::group).distinct().toList();
            List<String> opened =
                    choices.stream().filter(Choice::chosen).map(Choice::group).toList();
            return choices.stream()
                    .filter(choice -> choice.chosen() || choice.isFound())
                    .filter(choice -> groups.size() == 1 || choice.whole() || opened.contains(choice.group()))
                    .toList();
        }
    }

    /**
     * A choice.
     *
     * @param group heading that it stands under; empty when there is none
     * @param whole whether it is the bureau and not a part of it
     * @param count how many it leaves; null when that is not counted
     * @param address of the list with it, or without it when it is chosen
     */
    record Choice(
            String value,
            String label,
            String group,
            boolean whole,
            @Nullable Long count,
            String address,
            boolean chosen) {

        public boolean isFound() {
            return count != null && count > 0;
        }
    }

    /** @param left what the filter leaves before the filters by kind are applied */
    @Transactional(readOnly = true)
    List<Facet> of(LedgerFilter filter, Tally left, Caller caller) {
        List<Facet> facets = new ArrayList<>();
        List<Choice> places = places(filter, left, caller);
        if (!places.isEmpty()) {
            facets.add(new Facet("office", "县区", "全部县区、所队", true, places));
        }
        facets.add(new Facet(
                "state",
                "状态",
                "全部状态",
                true,
                choices(
                        "state",
                        List.of(HazardState.values()),
                        filter,
                        left,
                        caller,
                        (cell, state) -> cell.state() == state)));
        facets.add(new Facet(
                "level",
                "级别",
                "全部级别",
                true,
                choices(
                        "level",
                        List.of(HazardLevel.values()),
                        filter,
                        left,
                        caller,
                        (cell, level) -> cell.level() == level)));
        facets.add(new Facet("source", "来源", "全部来源", true, sources(filter, left, caller)));
        facets.add(new Facet(
                "list",
                "检查表",
                "全部检查表",
                false,
                ledger.lists().stream().map(list -> list(list, filter)).toList()));
        return facets;
    }

    private static <E extends Labelled> List<Choice> choices(
            String name,
            Collection<E> values,
            LedgerFilter filter,
            Tally left,
            Caller caller,
            BiPredicate<Cell, E> is) {
        return values.stream()
                .map(value -> choice(
                        name,
                        value.name(),
                        value.getLabel(),
                        "",
                        false,
                        left.known(cell -> is.test(cell, value) && filter.holds(cell, caller, name)),
                        filter))
                .toList();
    }

    private static List<Choice> sources(LedgerFilter filter, Tally left, Caller caller) {
        return LedgerFilter.SOURCES.stream()
                .map(source -> choice(
                        "source",
                        source.name(),
                        source.getLabel(),
                        "",
                        false,
                        left.known(cell -> cell.source() == source && filter.holds(cell, caller, "source")),
                        filter))
                .toList();
    }

    /** Bureaus and 所 at or below the caller's reading. */
    private List<Choice> places(LedgerFilter filter, Tally left, Caller caller) {
        String path = caller.scope().officePath();
        if (path == null) {
            return List.of();
        }
        List<Office> below = offices.below(path).stream()
                .filter(office -> office.getKind() != OfficeKind.SECTION)
                .filter(office -> !office.getPath().equals(path))
                .toList();
        return OfficeGroup.of(below).stream()
                .flatMap(group -> group.offices().stream()
                        .map(office -> choice(
                                "office",
                                office.getCode(),
                                office.getShortName() + (office.getKind().isBureau() ? "（全部）" : ""),
                                group.name(),
                                office.getKind().isBureau(),
                                left.known(
                                        cell -> cell.isUnder(office.getPath()) && filter.holds(cell, caller, "office")),
                                filter)))
                .toList();
    }

    private static Choice list(Checklist list, LedgerFilter filter) {
        return new Choice(
                list.code(),
                list.title(),
                "",
                false,
                null,
                filter.addressWith("list", list.code()),
                list.code().equals(filter.list()));
    }

    private static Choice choice(
            String name,
            String value,
            String label,
            String group,
            boolean whole,
            @Nullable Long count,
            LedgerFilter filter) {
        boolean chosen = value.equals(filter.typed().get(name));
        return new Choice(value, label, group, whole, count, filter.addressWith(name, chosen ? "" : value), chosen);
    }
}
