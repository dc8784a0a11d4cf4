package gassafety.hazard;

import gassafety.hazard.Tally.Cell;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.web.LikePattern;
import gassafety.web.Pages;
import gassafety.web.TypedDay;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
 * @param course what they came to, and when
 * @param typed what was sent for each filter
 * @param wrong what is wrong with those that have a value that the page does not offer; these leave nothing out
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
        LedgerCourse course,
        LedgerSort sort,
        Map<String, String> typed,
        Map<String, String> wrong) {

    static final List<SourceKind> SOURCES = List.of(
            SourceKind.INSPECTION,
            SourceKind.SELF_CHECK,
            SourceKind.SAMPLING,
            SourceKind.LEAD,
            SourceKind.LEDGER,
            SourceKind.LOOKBACK,
            SourceKind.NOTICE);

    /** Numbers of one office and year are so alike that a search for one would look at them all. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[a-z]{1,6}-(ts|zl|jg)-[0-9]{4}-[0-9]{4,9}");

    private static final int LONGEST_ITEM = 20;
    private static final int SHOWN = 30;
    private static final Map<String, String> NAMES = names();

    /**
     * @param officePath path of the office that was sent, if there is one that this person reads
     * @param lists codes of the checklists to choose from
     */
    static LedgerFilter read(Map<String, String> sent, @Nullable String officePath, Collection<String> lists) {
        Map<String, String> typed = new LinkedHashMap<>();
        NAMES.keySet()
                .forEach(name -> typed.put(name, sent.getOrDefault(name, "").strip()));
        Map<String, String> wrong = new LinkedHashMap<>();
        String office = typed.getOrDefault("office", "");
        if (!office.isEmpty() && officePath == null) {
            notOffered("office", office, wrong);
        }
        String list = typed.getOrDefault("list", "");
        if (!list.isEmpty() && !lists.contains(list)) {
            notOffered("list", list, wrong);
        }
        SourceKind source = one("source", SOURCES, typed, wrong);
        LedgerSort sort = one("sort", List.of(LedgerSort.values()), typed, wrong);
        String item = typed.getOrDefault("item", "");
        if (item.length() > LONGEST_ITEM) {
            wrong.put("item", "项目序号不超过 " + LONGEST_ITEM + " 个字。");
        }
        LedgerCourse.DAYS.forEach(name -> {
            String day = typed.getOrDefault(name, "");
            if (!day.isEmpty() && TypedDay.read(day) == null) {
                wrong.put(name, NAMES.get(name) + "请写成 2023-11-15 这样的日期。");
            }
        });
        inOrder("from", "by", typed, wrong);
        inOrder("endedFrom", "endedBy", typed, wrong);
        return new LedgerFilter(
                Pages.sought(typed.getOrDefault("q", "")),
                one("view", List.of(LedgerView.values()), typed, wrong),
                office,
                officePath,
                source,
                list,
                item,
                one("state", List.of(HazardState.values()), typed, wrong),
                one("level", List.of(HazardLevel.values()), typed, wrong),
                LedgerCourse.of(
                        typed,
                        one("result", List.of(LedgerResult.values()), typed, wrong),
                        one("cause", List.of(Cause.values()), typed, wrong)),
                sort == null ? LedgerSort.DUE : sort,
                typed,
                wrong);
    }

    private static void inOrder(String from, String by, Map<String, String> typed, Map<String, String> wrong) {
        LocalDate first = TypedDay.read(typed.getOrDefault(from, ""));
        LocalDate last = TypedDay.read(typed.getOrDefault(by, ""));
        if (first != null && last != null && first.isAfter(last)) {
            wrong.put(by, NAMES.get(by) + "不能早于" + NAMES.get(from) + "。");
        }
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("q", "查找");
        names.put("view", "常用筛选");
        names.put("office", "县区、所队");
        names.put("state", "状态");
        names.put("level", "级别");
        names.put("source", "来源");
        names.put("list", "检查表");
        names.put("item", "项目序号");
        names.put("from", "发现日期（起）");
        names.put("by", "发现日期（止）");
        names.put("endedFrom", "销号或结束日期（起）");
        names.put("endedBy", "销号或结束日期（止）");
        names.put("result", "整改结果");
        names.put("cause", "隐患成因");
        names.put("sort", "排序");
        return names;
    }

    /** Names of the filters by day, with what they are called. */
    static Map<String, String> days() {
        Map<String, String> days = new LinkedHashMap<>(NAMES);
        days.keySet().retainAll(LedgerCourse.DAYS);
        return days;
    }

    /** Whether it is narrowed by a day, or by what was to be one. */
    public boolean isByDay() {
        return LedgerCourse.DAYS.stream()
                .anyMatch(name -> !typed.getOrDefault(name, "").isEmpty());
    }

    boolean isFine() {
        return wrong.isEmpty();
    }

    /** Whether a tally of kinds tells how many it leaves. */
    boolean isTallied(Caller caller) {
        return q.isEmpty()
                && list.isEmpty()
                && item.isEmpty()
                && course.isAny()
                && (view == null || !view.isPersonal(caller));
    }

    /** Whether hazards of this kind are left by what a tally tells apart, but for the filter of this name. */
    boolean holds(Cell cell, Caller caller, String except) {
        return (except.equals("state") || state == null || cell.state() == state)
                && (except.equals("level") || level == null || cell.level() == level)
                && (except.equals("source") || source == null || cell.source() == source)
                && (except.equals("office") || officePath == null || cell.isUnder(officePath))
                && (view == null || view.isPersonal(caller) || view.holds(cell, caller));
    }

    /** The same, but for this filter: with another value, or without it when that is empty. */
    String addressWith(String name, String value) {
        Map<String, String> values = values();
        values.put(name, value);
        return address("/hazards", values);
    }

    public boolean isEverything() {
        return q.isEmpty()
                && view == null
                && office.isEmpty()
                && source == null
                && list.isEmpty()
                && item.isEmpty()
                && state == null
                && level == null
                && course.isAny()
                && wrong.isEmpty();
    }

    /** Whether it is narrowed by more than a search or one of the figures. */
    public boolean isNarrowed() {
        return !office.isEmpty()
                || source != null
                || !list.isEmpty()
                || !item.isEmpty()
                || state != null
                || level != null
                || !course.isAny()
                || sort != LedgerSort.DUE
                || !wrong.isEmpty();
    }

    /** Address of a list with these filters. */
    String address(String path) {
        return address(path, values());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(typed);
        values.put("q", q);
        values.put("sort", sort == LedgerSort.DUE ? "" : sort.name());
        return values;
    }

    private static String address(String path, Map<String, String> values) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
            }
        });
        return address.encode().toUriString();
    }

    /** What only the hazards themselves tell; {@link #holds} looks at the rest. */
    Specification<Hazard> untallied(Caller caller, Standing standing) {
        LedgerView personal = view != null && view.isPersonal(caller) ? view : null;
        return new LedgerFilter(q, personal, "", null, null, list, item, null, null, course, sort, typed, wrong)
                .on(caller, standing);
    }

    Specification<Hazard> on(Caller caller, Standing standing) {
        Specification<Hazard> own = (hazard, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            for (String fragment : q.toLowerCase(Locale.ROOT).split("\\s+")) {
                if (WHOLE_NUMBER.matcher(fragment).matches()) {
                    all.add(criteria.equal(hazard.get("number"), fragment.toUpperCase(Locale.ROOT)));
                } else if (!fragment.isEmpty()) {
                    all.add(criteria.like(hazard.get("search"), LikePattern.containing(fragment), '\\'));
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
                all.add(criteria.equal(hazard.get("open"), state.isOpen()));
            }
            if (level != null) {
                all.add(criteria.equal(hazard.get("level"), level));
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
        own = own.and(course.on());
        return view == null ? own : own.and(view.on(caller, standing));
    }

    private static void notOffered(String name, String value, Map<String, String> wrong) {
        wrong.put(
                name,
                "“" + value.substring(0, Math.min(SHOWN, value.length())) + "”不是" + NAMES.get(name) + "的选项，请重新选择。");
    }

    private static <E extends Enum<E>> @Nullable E one(
            String name, Collection<E> offered, Map<String, String> typed, Map<String, String> wrong) {
        String value = typed.getOrDefault(name, "");
        if (value.isEmpty()) {
            return null;
        }
        Optional<E> found = offered.stream()
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (found.isEmpty()) {
            notOffered(name, value, wrong);
        }
        return found.orElse(null);
    }
}
