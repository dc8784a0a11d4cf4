package gassafety.plan;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.register.UnitSelections;
import gassafety.web.NotFound;
import gassafety.web.TypedDay;
import gassafety.web.WrongFilter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 检查日历: a month or a week of an office, and one day of it. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class CalendarController {

    /** A week belongs to the month in which its Thursday lies. */
    private static final int THURSDAY = 3;

    private final DutyCalendar calendar;
    private final UnitSelections units;
    private final Offices offices;
    private final Today today;

    CalendarController(DutyCalendar calendar, UnitSelections units, Offices offices, Today today) {
        this.calendar = calendar;
        this.units = units;
        this.offices = offices;
        this.today = today;
    }

    @GetMapping("/calendar")
    String month(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String office,
            Caller caller,
            Model model) {
        TaskList.requireStaff(caller);
        Office shown = office(office, caller);
        LocalDate monday = week.isEmpty() ? null : monday(week);
        YearMonth wanted = monday == null ? month(month) : YearMonth.from(monday.plusDays(THURSDAY));
        model.addAttribute("office", shown);
        model.addAttribute("offices", units.offices(caller));
        model.addAttribute("month", wanted);
        model.addAttribute("thisMonth", YearMonth.from(today.day()));
        model.addAttribute("first", wanted.atDay(1));
        model.addAttribute("today", today.day());
        model.addAttribute("monday", monday);
        model.addAttribute(
                "weeks",
                monday == null
                        ? calendar.weeks(shown.getPath(), wanted)
                        : List.of(calendar.week(shown.getPath(), monday)));
        return "plan/calendar";
    }

    @GetMapping("/calendar/{day}")
    String day(@PathVariable String day, @RequestParam(defaultValue = "") String office, Caller caller, Model model) {
        TaskList.requireStaff(caller);
        LocalDate wanted = TypedDay.read(day);
        if (wanted == null) {
            throw new NotFound();
        }
        Office shown = office(office, caller);
        model.addAttribute("office", shown);
        model.addAttribute("day", calendar.day(shown.getPath(), wanted));
        model.addAttribute("month", YearMonth.from(wanted));
        return "plan/day";
    }

    private static LocalDate monday(String typed) {
        LocalDate day = TypedDay.read(typed);
        if (day == null) {
            throw new WrongFilter("week", TypedDay.wrong("日期", typed));
        }
        return day.with(DayOfWeek.MONDAY);
    }

    private YearMonth month(String typed) {
        if (typed.isEmpty()) {
            return YearMonth.from(today.day());
        }
        LocalDate first = TypedDay.read(typed + "-01");
        if (first == null) {
            throw new WrongFilter("month", "月份请按 2023-11 的格式填写。");
        }
        return YearMonth.from(first);
    }

    private Office office(String code, Caller caller) {
        if (code.isEmpty()) {
            Office own = caller.office();
            return own.getKind() == OfficeKind.SECTION ? own.bureau() : own;
        }
        return offices.byCode(code)
                .filter(found -> caller.scope().covers(found.getPath()))
                .orElseThrow(() -> new WrongFilter("office", "没有这个单位，请从列表中选择。"));
    }
}
