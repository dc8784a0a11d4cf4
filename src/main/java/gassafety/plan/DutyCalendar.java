package gassafety.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an office has to have inspected, and what it inspected, day by day through a month or a week. */
@Component
@Transactional(readOnly = true)
class DutyCalendar {

    /** Records named on one day of the month; the page of the day shows the others. */
    static final int NAMED = 3;

    /** Records named on one day of a week shown alone. */
    static final int NAMED_IN_A_WEEK = 20;

    /** Records on the page of a day. */
    static final int MOST = 200;

    private static final int DAYS = 7;

    private final JdbcClient jdbc;

    DutyCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task that ends, or an inspection that was made, on a day. */
    record Item(String unit, String address, boolean open) {}

    /**
     * One day.
     *
     * @param due tasks that end on it, with the first of them
     * @param done inspections made on it and complete, with the first of them
     */
    record Day(LocalDate day, long due, List<Item> dueFirst, long done, List<Item> doneFirst) {

        public boolean isEmpty() {
            return due == 0 && done == 0;
        }

        public long dueMore() {
            return due - dueFirst.size();
        }

        public long doneMore() {
            return done - doneFirst.size();
        }
    }

    /** A row that the database numbered within its day. */
    private record Found(LocalDate day, long total, Item item) {}

    /** The weeks that the month lies in, each from Monday to Sunday; days of other months are empty. */
    List<List<Day>> weeks(String officePath, YearMonth month) {
        return weeks(officePath, month.atDay(1), month.atEndOfMonth(), NAMED);
    }

    /** The week from a Monday on. */
    List<Day> week(String officePath, LocalDate monday) {
        return weeks(officePath, monday, monday.plusDays(DAYS - 1), NAMED_IN_A_WEEK)
                .get(0);
    }

    private List<List<Day>> weeks(String officePath, LocalDate from, LocalDate to, int named) {
        Map<LocalDate, List<Found>> due = byDay(dueTasks(officePath, from, to, named));
        Map<LocalDate, List<Found>> done = byDay(completeInspections(officePath, from, to, named));
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate monday = from.with(DayOfWeek.MONDAY);
        while (!monday.isAfter(to)) {
            List<Day> week = new ArrayList<>();
            for (int n = 0; n < DAYS; n++) {
                week.add(day(monday.plusDays(n), due, done));
            }
            weeks.add(week);
            monday = monday.plusWeeks(1);
        }
        return weeks;
    }

    Day day(String officePath, LocalDate day) {
        return day(
                day,
                byDay(dueTasks(officePath, day, day, MOST)),
                byDay(completeInspections(officePath, day, day, MOST)));
    }

    private static Day day(LocalDate day, Map<LocalDate, List<Found>> due, Map<LocalDate, List<Found>> done) {
        List<Found> ending = due.getOrDefault(day, List.of());
        List<Found> made = done.getOrDefault(day, List.of());
        return new Day(day, total(ending), items(ending), total(made), items(made));
    }

    private static long total(List<Found> found) {
        return found.isEmpty() ? 0 : found.get(0).total();
    }

    private static List<Item> items(List<Found> found) {
        return found.stream().map(Found::item).toList();
    }

    private static Map<LocalDate, List<Found>> byDay(List<Found> found) {
        Map<LocalDate, List<Found>> days = new TreeMap<>();
        found.forEach(each ->
                days.computeIfAbsent(each.day(), day -> new ArrayList<>()).add(each));
        return days;
    }

    private List<Found> dueTasks(String officePath, LocalDate from, LocalDate to, int most) {
        return find("""
                select due as day, enterprise_name, '/tasks/' || id as address, fulfilled_by is null as open,
                    count(*) over (partition by due) as total,
                    row_number() over (partition by due order by fulfilled_by nulls first, id) as number
                from inspection_task
                where performer_path like :path and due between :from and :to and withdrawn_on is null
                """, officePath, from, to, most);
    }

    /** Several lists of one visit are one inspection, shown by the first of them. */
    private List<Found> completeInspections(String officePath, LocalDate from, LocalDate to, int most) {
        return find("""
                select visit_day as day, enterprise_name, '/inspections/' || id as address, false as open,
                    count(*) over (partition by visit_day) as total,
                    row_number() over (partition by visit_day order by id) as number
                from (
                    select distinct on (coalesce(first_list_id, id)) id, visit_day, enterprise_name from inspection
                    where office_path like :path and visit_day between :from and :to
                        and status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
                    order by coalesce(first_list_id, id), id) visit
                """, officePath, from, to, most);
    }

    private List<Found> find(String sql, String officePath, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("select * from (" + sql + ") found where number <= :most order by day, number")
                .param("path", officePath + "%")
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, number) -> new Found(
                        row.getObject("day", LocalDate.class),
                        row.getLong("total"),
                        new Item(row.getString("enterprise_name"), row.getString("address"), row.getBoolean("open"))))
                .list();
    }
}
