package gassafety.plan;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.register.UnitSelection.Listed;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads plans: an office reads its own, those of the offices below it, and those that have a task for it. */
@Component
@Transactional(readOnly = true)
class PlanBook {

    private static final String SEEN = """
            from plan p where position(:q in p.title) > 0 and (p.office_path like :scope or exists (
                select from inspection_task t where t.plan_id = p.id and t.charge_path like :scope))
            """;

    private static final String WITH_COUNTS = """
            select p.*, cardinality(p.candidates) as drawn_from, counts.* from (select * %s) p cross join lateral (
                select count(*) as tasks, count(fulfilled_by) as done, count(withdrawn_on) as withdrawn,
                    count(*) filter (where withdrawn_on is null and fulfilled_by is null and due < :today) as late
                from inspection_task t
                where t.plan_id = p.id and (t.office_path like :scope or t.charge_path like :scope)) counts
            """;

    private static final int MOST_ON_DESK = 50;

    private final JdbcClient jdbc;
    private final Today today;

    PlanBook(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    Page<Plan> page(String q, Caller caller, int number) {
        long total = scoped(jdbc.sql("select count(*) " + SEEN), q, caller)
                .query(Long.class)
                .single();
        PageRequest page = Pages.request(number, total);
        List<Plan> plans = counted(q, "order by p.id desc limit :size offset :offset", caller)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query(PlanBook::plan)
                .list();
        return new PageImpl<>(plans, page, total);
    }

    void each(String q, Caller caller, Consumer<Plan> action) {
        try (Stream<Plan> plans = counted(q, "order by p.id desc", caller).query(PlanBook::plan).stream()) {
            plans.forEach(action);
        }
    }

    Plan require(long id, Caller caller) {
        return counted("", "where p.id = :id", caller)
                .param("id", id)
                .query(PlanBook::plan)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What a plan asks of those who inspect; who asks has read one of its tasks. */
    String note(long id) {
        return jdbc.sql("select note from plan where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The latest plans of the caller's office that are not finished, those that are late first. */
    List<Plan> unfinished(Caller caller) {
        return counted(
                        "",
                        "where p.office_id = :office and counts.done + counts.withdrawn < counts.tasks"
                                + " order by counts.late > 0 desc, p.due, p.id limit :most",
                        caller)
                .param("office", caller.office().getId())
                .param("most", MOST_ON_DESK)
                .query(PlanBook::plan)
                .list();
    }

    /** Whether drawing again with the seed and the candidates that were kept gives the units of the plan. */
    boolean drawsTheSame(Plan plan) {
        List<Listed> candidates = jdbc.sql("select unnest(candidates) as unit from plan where id = :id")
                .param("id", plan.id())
                .query((row, number) -> new Listed(row.getLong("unit"), "", "", "", ""))
                .list();
        Set<Long> ordered = jdbc.sql("select enterprise_id from inspection_task where plan_id = :id")
                .param("id", plan.id())
                .query(Long.class)
                .set();
        Set<Long> again = new HashSet<>();
        Draw.from(candidates, ordered.size(), String.valueOf(plan.seed())).forEach(unit -> again.add(unit.id()));
        return again.equals(ordered);
    }

    /** How far the tasks of an office and of those below it are, by the office that is to do them. */
    record Standing(String performerPath, long planned, long done, long late) {}

    List<Standing> standings(String officePath, LocalDate since) {
        return jdbc.sql("""
                        select performer_path, count(*) as planned, count(fulfilled_by) as done,
                            count(*) filter (where fulfilled_by is null and due < :today) as late
                        from inspection_task
                        where performer_path like :path and ordered_on >= :since and withdrawn_on is null
                        group by performer_path
                        """)
                .param("path", officePath + "%")
                .param("since", since)
                .param("today", today.day())
                .query(Standing.class)
                .list();
    }

    private StatementSpec counted(String q, String which, Caller caller) {
        return scoped(jdbc.sql(WITH_COUNTS.formatted(SEEN) + which), q, caller).param("today", today.day());
    }

    private static StatementSpec scoped(StatementSpec query, String q, Caller caller) {
        return query.param("q", q).param("scope", caller.scope().officePath() + "%");
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        Integer phase = row.getObject("phase", Integer.class);
        return new Plan(
                row.getLong("id"),
                row.getString("title"),
                row.getString("note"),
                phase,
                row.getString("list_title"),
                row.getObject("due", LocalDate.class),
                row.getString("office_name"),
                row.getString("ordered_by_name"),
                row.getObject("ordered_on", LocalDate.class),
                Way.valueOf(row.getString("way")),
                row.getString("chosen_from"),
                row.getString("seed"),
                row.getInt("drawn_from"),
                row.getString("inspector_seed"),
                row.getLong("tasks"),
                row.getLong("done"),
                row.getLong("withdrawn"),
                row.getLong("late"));
    }
}
