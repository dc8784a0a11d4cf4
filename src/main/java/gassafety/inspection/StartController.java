package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.register.UnitSearch;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.TypedDay;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins inspections: the unit first, then lists, day and colleagues. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class StartController {

    private final Inspections inspections;
    private final Checklists checklists;
    private final Register register;
    private final Colleagues colleagues;
    private final UnitSearch units;
    private final Sheets sheets;
    private final VisitLists visit;
    private final Today today;

    StartController(
            Inspections inspections,
            Checklists checklists,
            Register register,
            Colleagues colleagues,
            UnitSearch units,
            Sheets sheets,
            VisitLists visit,
            Today today) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.register = register;
        this.colleagues = colleagues;
        this.units = units;
        this.sheets = sheets;
        this.visit = visit;
        this.today = today;
    }

    @InitBinder("form")
    void fields(WebDataBinder binder) {
        binder.setAllowedFields("enterprise", "list", "day", "camera", "key", "inspectors", "declares");
    }

    @GetMapping("/inspections/new")
    String begin(
            @RequestParam @Nullable String enterprise,
            @RequestParam @Nullable List<String> list,
            @RequestParam @Nullable List<String> inspectors,
            @RequestParam @Nullable String q,
            Caller caller,
            Model model) {
        requireInspector(caller);
        if (enterprise == null) {
            return units.show("开始检查", "/inspections/new", q, caller.scope(), model);
        }
        StartForm form = new StartForm();
        form.setEnterprise(enterprise);
        form.setList(list == null ? usual(unit(form, caller)) : list);
        form.setInspectors(inspectors);
        form.setDay(today.day().toString());
        form.setKey(null);
        model.addAttribute("form", form);
        return page(form, caller, model);
    }

    @PostMapping("/inspections")
    String start(
            @ModelAttribute("form") StartForm form,
            BindingResult errors,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        requireInspector(caller);
        Unit unit = unit(form, caller);
        try {
            List<Caller> others = chosen(form, caller, unit);
            long id = inspections.start(
                    caller, others, unit.id(), chosen(form), day(form), form.getCamera(), form.getKey());
            if (form.isDeclares()) {
                inspections.declare(id, caller);
            }
            return "redirect:/inspections/" + id;
        } catch (Refusal refusal) {
            errors.rejectValue(refusal.getField() == null ? "" : refusal.getField(), "refused", refusal.sentence());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(form, caller, model);
        } catch (Begun begun) {
            model.addAttribute(
                    "begun", sheets.require(begun.id(), caller.scope()).inspection());
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(form, caller, model);
        }
    }

    private String page(StartForm form, Caller caller, Model model) {
        Unit unit = unit(form, caller);
        Custody custody = register.custody(unit, caller.office());
        model.addAttribute("unit", unit);
        model.addAttribute("me", caller);
        model.addAttribute("colleagues", colleagues.of(caller, custody));
        model.addAttribute("lists", SuitedLists.of(unit, checklists.inspectionLists(today.day())));
        model.addAttribute("blanks", checklists.inspectionLists(today.day()));
        model.addAttribute("today", today.day());
        model.addAttribute(
                "underWay", visit.underWay(unit.id(), today.day(), caller).orElse(null));
        return "inspection/new";
    }

    /** The list of the first of the unit's roles; others are ticked by who begins. */
    private List<String> usual(Unit unit) {
        return SuitedLists.of(unit, checklists.inspectionLists(today.day())).suited().stream()
                .limit(1)
                .map(Checklist::code)
                .toList();
    }

    private Unit unit(StartForm form, Caller caller) {
        if (!form.getEnterprise().matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return register.require(Long.parseLong(form.getEnterprise()), caller.scope());
    }

    private List<Caller> chosen(StartForm form, Caller caller, Unit unit) {
        return colleagues.of(caller, register.custody(unit, caller.office())).stream()
                .filter(person -> form.getInspectors().contains(String.valueOf(person.accountId())))
                .toList();
    }

    /** In the order of the page; a code that no list has comes last and is refused. */
    private List<String> chosen(StartForm form) {
        List<String> known = checklists.inspectionLists(today.day()).stream()
                .map(Checklist::code)
                .toList();
        return Stream.concat(
                        known.stream().filter(form.getList()::contains),
                        form.getList().stream().filter(code -> !known.contains(code)))
                .toList();
    }

    private LocalDate day(StartForm form) {
        LocalDate day = TypedDay.read(form.getDay());
        if (day == null) {
            throw new Refusal("day", "检查日期要在专项行动开始的 " + Inspection.CAMPAIGN_START + " 到今天 " + today.day() + " 之间，请核对。");
        }
        return day;
    }

    private static void requireInspector(Caller caller) {
        if (!Inspections.mayInspect(caller)) {
            throw new Forbidden("只有持执法证件的检查人员可以开展监督检查。");
        }
    }
}
