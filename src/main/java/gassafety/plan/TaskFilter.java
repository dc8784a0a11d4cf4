package gassafety.plan;

import gassafety.office.Caller;
import gassafety.web.TypedDay;
import gassafety.web.WrongFilter;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which tasks a list shows.
 *
 * @param q any fragment of the unit's name
 * @param state name of a state, {@link #OPEN}, {@link #LATE}, or empty
 * @param performerPath path of the office that is to do it, or of one above it
 * @param plan only those of this plan
 * @param due only those that end on this day
 * @param mine only those that the caller was told to do
 */
record TaskFilter(
        String q,
        String state,
        String office,
        @Nullable String performerPath,
        @Nullable Long plan,
        @Nullable LocalDate due,
        boolean mine) {

    static final String OPEN = "OPEN";
    static final String LATE = "LATE";
    static final TaskFilter ALL = new TaskFilter("", "", "", null, null, null, false);

    private static final int LONGEST = 100;

    /** Each state by its name in addresses, with the words that people choose it by. */
    static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put(OPEN, "未完成");
        states.put(LATE, "逾期");
        Stream.of(TaskState.values()).forEach(state -> states.put(state.name(), state.getLabel()));
        return states;
    }

    /** @throws WrongFilter when a filter has a value that the page does not offer */
    static TaskFilter read(Map<String, String> sent, String office, @Nullable String performerPath) {
        String q = sent.getOrDefault("q", "").strip();
        String state = sent.getOrDefault("state", "");
        if (!state.isEmpty() && !states().containsKey(state)) {
            throw new WrongFilter("state", "没有这个状态，请从列表中选择。");
        }
        return new TaskFilter(
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                state,
                office,
                performerPath,
                number(sent.getOrDefault("plan", "")),
                day(sent.getOrDefault("due", "").strip()),
                "true".equals(sent.get("mine")));
    }

    TaskFilter inState(String only) {
        return new TaskFilter(q, only, office, performerPath, plan, due, mine);
    }

    TaskFilter ofPlan(long only) {
        return new TaskFilter(q, state, office, performerPath, only, due, mine);
    }

    TaskFilter ofMine() {
        return new TaskFilter(q, state, office, performerPath, plan, due, true);
    }

    TaskFilter by(String code, String path) {
        return new TaskFilter(q, state, code, path, plan, due, mine);
    }

    /** Those that end first while they are open; the latest first in the history. */
    Sort sort() {
        return state.isEmpty() || state.equals(TaskState.DONE.name()) || state.equals(TaskState.WITHDRAWN.name())
                ? Sort.by(Sort.Order.desc("due"), Sort.Order.desc("id"))
                : Sort.by("due", "id");
    }

    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "state", state);
        add(address, "office", office);
        add(address, "plan", plan == null ? "" : plan.toString());
        add(address, "due", due == null ? "" : due.toString());
        add(address, "mine", mine ? "true" : "");
        return address.encode().toUriString();
    }

    Specification<InspectionTask> on(LocalDate today, Caller caller) {
        return (task, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            if (!q.isEmpty()) {
                all.add(criteria.like(task.get("custody").get("enterpriseName"), "%" + literally(q) + "%", '\\'));
            }
            if (performerPath != null) {
                all.add(criteria.like(task.get("performerPath"), performerPath + "%"));
            }
            if (plan != null) {
                all.add(criteria.equal(task.get("planId"), plan));
            }
            if (due != null) {
                all.add(criteria.equal(task.get("due"), due));
            }
            if (mine) {
                var person = task.join("assignees");
                all.add(criteria.equal(person.get("accountId"), caller.accountId()));
                all.add(criteria.equal(person.get("turn"), task.get("turn")));
                all.add(criteria.equal(task.get("assignedPath"), task.get("performerPath")));
            }
            if (!state.isEmpty()) {
                all.addAll(standing(task, criteria, today));
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
    }

    private List<Predicate> standing(Root<InspectionTask> task, CriteriaBuilder criteria, LocalDate today) {
        Predicate open =
                criteria.and(criteria.isNull(task.get("withdrawnOn")), criteria.isNull(task.get("fulfilledBy")));
        Predicate assigned = criteria.and(
                criteria.isNotNull(task.get("assignedPath")),
                criteria.equal(task.get("assignedPath"), task.get("performerPath")));
        Predicate begun = criteria.isNotNull(task.get("begunBy"));
        return switch (state) {
            case OPEN -> List.of(open);
            case LATE -> List.of(open, criteria.lessThan(task.get("due"), today));
            case "PLANNED" ->
                List.of(
                        open,
                        begun.not(),
                        criteria.or(
                                criteria.isNull(task.get("assignedPath")),
                                criteria.notEqual(task.get("assignedPath"), task.get("performerPath"))));
            case "ASSIGNED" -> List.of(open, begun.not(), assigned);
            case "INSPECTING" -> List.of(open, begun);
            case "DONE" -> List.of(criteria.isNotNull(task.get("fulfilledBy")));
            default -> List.of(criteria.isNotNull(task.get("withdrawnOn")));
        };
    }

    private static String literally(String fragment) {
        return fragment.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable Long number(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,18}")) {
            throw new WrongFilter("plan", "没有这个检查计划，请从列表中选择。");
        }
        return Long.valueOf(typed);
    }

    private static @Nullable LocalDate day(String typed) {
        LocalDate day = TypedDay.read(typed);
        if (day == null && !typed.isEmpty()) {
            throw new WrongFilter("due", TypedDay.wrong("完成期限", typed));
        }
        return day;
    }
}
