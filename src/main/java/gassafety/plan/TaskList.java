package gassafety.plan;

import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import gassafety.office.Caller;
import gassafety.office.Offices;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import gassafety.web.WrongFilter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists tasks as a caller may see them; units never see what is planned for them. */
@Service
@Transactional(readOnly = true)
class TaskList {

    private final InspectionTasks tasks;
    private final Offices offices;
    private final WorkingDays workingDays;
    private final Today today;

    TaskList(InspectionTasks tasks, Offices offices, WorkingDays workingDays, Today today) {
        this.tasks = tasks;
        this.offices = offices;
        this.workingDays = workingDays;
        this.today = today;
    }

    /** A task as it stands today. */
    record Row(InspectionTask task, int workingDaysLate) {

        public boolean isLate() {
            return workingDaysLate > 0;
        }
    }

    static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new Forbidden("检查任务只供监管部门内部使用。");
        }
    }

    TaskFilter filter(Map<String, String> sent, Caller caller) {
        String code = sent.getOrDefault("office", "");
        if (code.isEmpty()) {
            return TaskFilter.read(sent, "", null);
        }
        return offices.byCode(code)
                .filter(found -> caller.scope().covers(found.getPath()))
                .map(found -> TaskFilter.read(sent, code, found.getPath()))
                .orElseThrow(() -> new WrongFilter("office", "没有这个承办单位，请从列表中选择。"));
    }

    Page<Row> page(TaskFilter filter, Caller caller, int number) {
        return page(filter, caller, number, Pages.SIZE);
    }

    Page<Row> page(TaskFilter filter, Caller caller, int number, int size) {
        WorkCalendar calendar = workingDays.calendar();
        return tasks.page(filter.on(today.day(), caller), caller.scope(), number, size, filter.sort())
                .map(task -> row(task, calendar));
    }

    long count(TaskFilter filter, Caller caller) {
        return tasks.count(filter.on(today.day(), caller), caller.scope());
    }

    void each(TaskFilter filter, Caller caller, Consumer<Row> action) {
        WorkCalendar calendar = workingDays.calendar();
        tasks.each(
                filter.on(today.day(), caller),
                caller.scope(),
                filter.sort(),
                task -> action.accept(row(task, calendar)));
    }

    Row require(long id, Caller caller) {
        return row(tasks.find(id, caller.scope()).orElseThrow(NotFound::new), workingDays.calendar());
    }

    List<Row> require(Collection<Long> ids, Caller caller) {
        return ids.stream().sorted().distinct().map(id -> require(id, caller)).toList();
    }

    private Row row(InspectionTask task, WorkCalendar calendar) {
        LocalDate day = today.day();
        return new Row(task, task.state().isOpen() ? calendar.workingDaysOverdue(task.getDue(), day) : 0);
    }
}
