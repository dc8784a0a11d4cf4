package gassafety.plan;

import gassafety.office.Caller;
import gassafety.office.Callers;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 随机选派检查人员: of the inspectors of an office those two who come first in the order of the SHA-256 of
 * {@code seed:unit:account}, so that anyone can do it again. Who has withdrawn (回避) from an inspection of the unit is left
 * out; where fewer than two are left, nobody is drawn.
 */
@Component
class InspectorDraws {

    static final int INSPECTORS = 2;

    private final Callers callers;
    private final JdbcClient jdbc;

    InspectorDraws(Callers callers, JdbcClient jdbc) {
        this.callers = callers;
        this.jdbc = jdbc;
    }

    /**
     * A draw as it was made.
     *
     * @param candidates accounts that it was drawn from
     * @param withdrawn accounts that were left out
     */
    record Drawn(long unit, String officeName, List<Long> candidates, List<Long> withdrawn, List<Long> drawn) {

        public boolean isShort() {
            return drawn.isEmpty();
        }

        private boolean isSameWith(String seed) {
            return first(candidates, seed, unit).equals(drawn);
        }
    }

    /** What the page of a plan says of its draws. */
    record Summary(long offices, List<String> shortOffices, boolean same) {}

    /** @return those who were drawn, in the order of the draw; empty when there are too few */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Caller> draw(InspectionTask task, List<Caller> inspectors, String seed) {
        Set<Long> withdrew = withdrewFrom(task.getUnitId());
        List<Long> accounts =
                inspectors.stream().map(Caller::accountId).sorted().toList();
        List<Long> left =
                accounts.stream().filter(account -> !withdrew.contains(account)).toList();
        List<Long> drawn = first(left, seed, task.getUnitId());
        jdbc.sql("""
                        insert into inspector_draw (task_id, plan_id, office_path, office_name, enterprise_id, candidates,
                            withdrawn, drawn)
                        values (:task, :plan, :path, (select short_name from office where path = :path), :unit,
                            :candidates, :withdrawn, :drawn)
                        """)
                .param("task", task.getId())
                .param("plan", task.getPlanId())
                .param("path", task.getPerformerPath())
                .param("unit", task.getUnitId())
                .param("candidates", left.toArray(Long[]::new))
                .param("withdrawn", accounts.stream().filter(withdrew::contains).toArray(Long[]::new))
                .param("drawn", drawn.toArray(Long[]::new))
                .update();
        return drawn.stream()
                .flatMap(account -> inspectors.stream().filter(person -> person.accountId() == account))
                .toList();
    }

    private static List<Long> first(List<Long> candidates, String seed, long unit) {
        return candidates.size() < INSPECTORS
                ? List.of()
                : candidates.stream()
                        .sorted(Comparator.comparing(
                                account -> DigestUtils.sha256Hex(seed + ":" + unit + ":" + account)))
                        .limit(INSPECTORS)
                        .toList();
    }

    private Set<Long> withdrewFrom(long unit) {
        return new HashSet<>(jdbc.sql("select distinct person.account_id from inspection i"
                        + " join inspection_inspector person on person.inspection_id = i.id"
                        + " where i.enterprise_id = :unit and person.withdrawn_at is not null")
                .param("unit", unit)
                .query(Long.class)
                .list());
    }

    /** The draw of a task that the caller has read, or empty when its inspectors were not drawn. */
    @Transactional(readOnly = true)
    public Optional<Drawn> of(long task) {
        return find("task_id", task).stream().findFirst();
    }

    /** How the draws of a plan went, and whether drawing again gives the same people. */
    @Transactional(readOnly = true)
    public Summary ofPlan(long plan, String seed) {
        List<Drawn> draws = find("plan_id", plan);
        return new Summary(
                draws.stream().map(Drawn::officeName).distinct().count(),
                draws.stream()
                        .filter(Drawn::isShort)
                        .map(Drawn::officeName)
                        .distinct()
                        .toList(),
                draws.stream().allMatch(drawn -> drawn.isSameWith(seed)));
    }

    /** The names of accounts, in their order. */
    String names(List<Long> accounts) {
        return accounts.stream()
                .flatMap(account -> callers.byId(account).stream())
                .map(Caller::name)
                .collect(Collectors.joining("、"));
    }

    private List<Drawn> find(String column, long id) {
        return jdbc.sql("select enterprise_id, office_name, candidates, withdrawn, drawn from inspector_draw where "
                        + column + " = :id order by task_id")
                .param("id", id)
                .query((row, number) -> new Drawn(
                        row.getLong("enterprise_id"),
                        row.getString("office_name"),
                        accounts(row.getArray("candidates")),
                        accounts(row.getArray("withdrawn")),
                        accounts(row.getArray("drawn"))))
                .list();
    }

    private static List<Long> accounts(Array sql) throws SQLException {
        return Stream.of((Long[]) sql.getArray()).toList();
    }
}
