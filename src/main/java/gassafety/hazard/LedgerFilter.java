package gassafety.hazard;

import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which hazards a list shows.
 *
 * @param q fragments of number, unit and problem, all of which must be found
 * @param office code of the office that made the record or is in charge of the unit, or of one above it
 * @param officePath its path
 * @param list code of the checklist the problem was found with
 * @param item printed number of its line
 */
record LedgerFilter(
        String q,
        @Nullable LedgerView view,
        String office,
        @Nullable String officePath,
        @Nullable SourceKind source,
        String list,
        String item,
        @Nullable HazardState state,
        @Nullable HazardLevel level,
        LedgerSort sort) {

    private static final int LONGEST = 100;

    /** @throws Refusal when a filter has a value that the page does not offer */
    static LedgerFilter read(Map<String, String> sent, String office, @Nullable String officePath) {
        LedgerSort sort = one(LedgerSort.class, sent.get("sort"));
        return new LedgerFilter(
                text(sent, "q"),
                one(LedgerView.class, sent.get("view")),
                office,
                officePath,
                one(SourceKind.class, sent.get("source")),
                text(sent, "list"),
                text(sent, "item"),
                one(HazardState.class, sent.get("state")),
                one(HazardLevel.class, sent.get("level")),
                sort == null ? LedgerSort.DUE : sort);
    }

    public boolean isEverything() {
        return q.isEmpty()
                && view == null
                && office.isEmpty()
                && source == null
                && list.isEmpty()
                && item.isEmpty()
                && state == null
                && level == null;
    }

    /** Whether it is narrowed by more than a search or one of the figures. */
    public boolean isNarrowed() {
        return !office.isEmpty()
                || source != null
                || !list.isEmpty()
                || !item.isEmpty()
                || state != null
                || level != null
                || sort != LedgerSort.DUE;
    }

    /** Address of a list with these filters. */
    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "view", name(view));
        add(address, "office", office);
        add(address, "source", name(source));
        add(address, "list", list);
        add(address, "item", item);
        add(address, "state", name(state));
        add(address, "level", name(level));
        add(address, "sort", sort == LedgerSort.DUE ? "" : sort.name());
        return address.encode().toUriString();
    }

    Specification<Hazard> on(Caller caller, Standing standing) {
        Specification<Hazard> own = (hazard, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            for (String fragment : q.toLowerCase(Locale.ROOT).split("\\s+")) {
                if (!fragment.isEmpty()) {
                    all.add(criteria.like(hazard.get("search"), "%" + literally(fragment) + "%", '\\'));
                }
            }
            Path<Object> custody = hazard.get("custody");
            if (officePath != null) {
                String below = officePath + "%";
                all.add(criteria.or(
                        criteria.like(custody.get("officePath"), below),
                        criteria.like(custody.get("chargePath"), below)));
            }
            if (source != null) {
                all.add(criteria.equal(hazard.get("origin").get("kind"), source));
            }
            if (!list.isEmpty()) {
                all.add(criteria.equal(hazard.get("origin").get("checklistCode"), list));
            }
            if (!item.isEmpty()) {
                all.add(criteria.equal(hazard.get("origin").get("printedNo"), item));
            }
            if (state != null) {
                all.add(criteria.equal(hazard.get("state"), state));
            }
            if (level != null) {
                all.add(criteria.equal(hazard.get("level"), level));
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
        return view == null ? own : own.and(view.on(caller, standing));
    }

    private static String literally(String fragment) {
        return fragment.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static String text(Map<String, String> sent, String name) {
        String text = sent.getOrDefault(name, "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> kind, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new Refusal("筛选条件不正确，请从列表页面重新选择。");
    }
}
