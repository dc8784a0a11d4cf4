package gassafety.register;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.FormPage;
import gassafety.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Edits who works at a unit. */
@Controller
@Reads(RecordKind.ENTERPRISES)
@RequestMapping("/enterprises/{unitId}/people")
class PeopleEditing {

    private final UnitFiles files;
    private final UnitRecords records;
    private final Today today;

    PeopleEditing(UnitFiles files, UnitRecords records, Today today) {
        this.files = files;
        this.records = records;
        this.today = today;
    }

    @GetMapping("/new")
    String newPerson(@PathVariable long unitId, Caller caller, Model model) {
        return newPersonPage(records.requireEditable(unitId, caller)).show(model);
    }

    @PostMapping
    String appoint(
            @PathVariable long unitId,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return newPersonPage(records.requireEditable(unitId, caller))
                .submit(
                        sent,
                        typed -> PersonForm.check(typed, today.day(), ""),
                        typed -> {
                            files.appoint(caller, today.day(), unitId, PersonForm.details(typed, ""));
                            redirect.addFlashAttribute("done", "已保存");
                            return "/enterprises/" + unitId;
                        },
                        model,
                        response);
    }

    @GetMapping("/{id}")
    String person(@PathVariable long unitId, @PathVariable long id, Caller caller, Model model) {
        UnitRecord unit = records.requireEditable(unitId, caller);
        return personPage(unit, staff(unit, id)).show(model);
    }

    @PostMapping("/{id}")
    String describePerson(
            @PathVariable long unitId,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UnitRecord unit = records.requireEditable(unitId, caller);
        UnitRecord.Staff staff = staff(unit, id);
        String phone = staff.details().phone();
        return personPage(unit, staff)
                .submit(
                        sent,
                        typed -> PersonForm.check(typed, today.day(), phone),
                        typed -> {
                            PersonDetails details = PersonForm.details(typed, phone);
                            files.describePerson(caller, today.day(), unitId, id, staff.version(), details);
                            redirect.addFlashAttribute("done", "已保存");
                            return "/enterprises/" + unitId;
                        },
                        model,
                        response);
    }

    @PostMapping("/{id}/departure")
    String dismiss(@PathVariable long unitId, @PathVariable long id, Caller caller, RedirectAttributes redirect) {
        files.dismiss(caller, today.day(), unitId, id);
        redirect.addFlashAttribute("done", "已离岗");
        return "redirect:/enterprises/" + unitId;
    }

    private static FormPage newPersonPage(UnitRecord unit) {
        return new FormPage(
                "新增人员：" + unit.identity().name(),
                unit.address() + "/people",
                unit.address(),
                PersonForm.SHEET,
                Map.of(),
                FormPage.NEW);
    }

    private static FormPage personPage(UnitRecord unit, UnitRecord.Staff staff) {
        return new FormPage(
                "人员：" + staff.details().name(),
                unit.address() + "/people/" + staff.id(),
                unit.address(),
                PersonForm.SHEET,
                PersonForm.content(staff.details()),
                staff.version());
    }

    private static UnitRecord.Staff staff(UnitRecord unit, long id) {
        return unit.people().stream()
                .filter(person -> person.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
