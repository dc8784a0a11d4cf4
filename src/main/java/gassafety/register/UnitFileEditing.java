package gassafety.register;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
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

/** Edits what belongs to a unit: its station, its people, its tanks. */
@Controller
@Reads(RecordKind.ENTERPRISES)
@RequestMapping("/enterprises/{unitId}")
class UnitFileEditing {

    private final UnitFiles files;
    private final UnitRecords records;
    private final Today today;

    UnitFileEditing(UnitFiles files, UnitRecords records, Today today) {
        this.files = files;
        this.records = records;
        this.today = today;
    }

    @GetMapping("/station")
    String station(@PathVariable long unitId, Caller caller, Model model) {
        return stationPage(editable(unitId, caller)).show(model);
    }

    @PostMapping("/station")
    String describeStation(
            @PathVariable long unitId,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        FormPage page = stationPage(editable(unitId, caller));
        return page.submit(
                sent,
                typed -> StationForm.check(typed, today.day()),
                typed -> {
                    files.describeStation(caller, today.day(), unitId, page.version(), StationForm.details(typed));
                    return saved(unitId, redirect);
                },
                model,
                response);
    }

    @GetMapping("/people/new")
    String newPerson(@PathVariable long unitId, Caller caller, Model model) {
        return newPersonPage(editable(unitId, caller)).show(model);
    }

    @PostMapping("/people")
    String appoint(
            @PathVariable long unitId,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return newPersonPage(editable(unitId, caller))
                .submit(
                        sent,
                        typed -> PersonForm.check(typed, today.day(), ""),
                        typed -> {
                            files.appoint(caller, today.day(), unitId, PersonForm.details(typed, ""));
                            return saved(unitId, redirect);
                        },
                        model,
                        response);
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable long unitId, @PathVariable long id, Caller caller, Model model) {
        UnitRecord unit = editable(unitId, caller);
        return personPage(unit, staff(unit, id)).show(model);
    }

    @PostMapping("/people/{id}")
    String describePerson(
            @PathVariable long unitId,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UnitRecord unit = editable(unitId, caller);
        UnitRecord.Staff staff = staff(unit, id);
        String phone = staff.details().phone();
        return personPage(unit, staff)
                .submit(
                        sent,
                        typed -> PersonForm.check(typed, today.day(), phone),
                        typed -> {
                            PersonDetails details = PersonForm.details(typed, phone);
                            files.describePerson(caller, today.day(), unitId, id, staff.version(), details);
                            return saved(unitId, redirect);
                        },
                        model,
                        response);
    }

    @PostMapping("/people/{id}/departure")
    String dismiss(@PathVariable long unitId, @PathVariable long id, Caller caller, RedirectAttributes redirect) {
        files.dismiss(caller, today.day(), unitId, id);
        return "redirect:" + saved(unitId, redirect);
    }

    @GetMapping("/tanks/new")
    String newTank(@PathVariable long unitId, Caller caller, Model model) {
        return newTankPage(editable(unitId, caller)).show(model);
    }

    @PostMapping("/tanks")
    String addTank(
            @PathVariable long unitId,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return newTankPage(editable(unitId, caller))
                .submit(
                        sent,
                        TankForm::check,
                        typed -> {
                            files.addTank(caller, today.day(), unitId, TankForm.details(typed));
                            return saved(unitId, redirect);
                        },
                        model,
                        response);
    }

    @GetMapping("/tanks/{id}")
    String tank(@PathVariable long unitId, @PathVariable long id, Caller caller, Model model) {
        UnitRecord unit = editable(unitId, caller);
        return tankPage(unit, vessel(unit, id)).show(model);
    }

    @PostMapping("/tanks/{id}")
    String describeTank(
            @PathVariable long unitId,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UnitRecord unit = editable(unitId, caller);
        UnitRecord.Vessel vessel = vessel(unit, id);
        return tankPage(unit, vessel)
                .submit(
                        sent,
                        TankForm::check,
                        typed -> {
                            TankDetails details = TankForm.details(typed);
                            files.describeTank(caller, today.day(), unitId, id, vessel.version(), details);
                            return saved(unitId, redirect);
                        },
                        model,
                        response);
    }

    @PostMapping("/tanks/{id}/removal")
    String retireTank(@PathVariable long unitId, @PathVariable long id, Caller caller, RedirectAttributes redirect) {
        files.retireTank(caller, today.day(), unitId, id);
        return "redirect:" + saved(unitId, redirect);
    }

    private static FormPage stationPage(UnitRecord unit) {
        if (!unit.isFillingStation()) {
            throw new NotFound();
        }
        UnitRecord.Station station = unit.station();
        return new FormPage(
                "充装站信息：" + unit.identity().name(),
                address(unit) + "/station",
                address(unit),
                StationForm.SHEET,
                station == null ? Map.of() : StationForm.content(station.details()),
                station == null ? FormPage.NEW : station.version());
    }

    private static FormPage newPersonPage(UnitRecord unit) {
        return new FormPage(
                "新增人员：" + unit.identity().name(),
                address(unit) + "/people",
                address(unit),
                PersonForm.SHEET,
                Map.of(),
                FormPage.NEW);
    }

    private static FormPage personPage(UnitRecord unit, UnitRecord.Staff staff) {
        return new FormPage(
                "人员：" + staff.details().name(),
                address(unit) + "/people/" + staff.id(),
                address(unit),
                PersonForm.SHEET,
                PersonForm.content(staff.details()),
                staff.version());
    }

    private static FormPage newTankPage(UnitRecord unit) {
        return new FormPage(
                "新增储罐：" + unit.identity().name(),
                address(unit) + "/tanks",
                address(unit),
                TankForm.SHEET,
                Map.of(),
                FormPage.NEW);
    }

    private static FormPage tankPage(UnitRecord unit, UnitRecord.Vessel vessel) {
        return new FormPage(
                "储罐：" + vessel.details().registrationNumber(),
                address(unit) + "/tanks/" + vessel.id(),
                address(unit),
                TankForm.SHEET,
                TankForm.content(vessel.details()),
                vessel.version());
    }

    private static UnitRecord.Staff staff(UnitRecord unit, long id) {
        return unit.people().stream()
                .filter(person -> person.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static UnitRecord.Vessel vessel(UnitRecord unit, long id) {
        return unit.tanks().stream().filter(tank -> tank.id() == id).findFirst().orElseThrow(NotFound::new);
    }

    private UnitRecord editable(long id, Caller caller) {
        UnitRecord unit = records.require(id, caller);
        RegisterRights.requireEdit(caller, unit.chargeOffice().getPath());
        return unit;
    }

    private static String address(UnitRecord unit) {
        return "/enterprises/" + unit.id();
    }

    private static String saved(long unitId, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "已保存");
        return "/enterprises/" + unitId;
    }
}
