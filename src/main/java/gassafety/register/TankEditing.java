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

/** Edits the tanks of a unit. */
@Controller
@Reads(RecordKind.ENTERPRISES)
@RequestMapping("/enterprises/{unitId}/tanks")
class TankEditing {

    private final UnitFiles files;
    private final UnitRecords records;
    private final Today today;

    TankEditing(UnitFiles files, UnitRecords records, Today today) {
        this.files = files;
        this.records = records;
        this.today = today;
    }

    @GetMapping("/new")
    String newTank(@PathVariable long unitId, Caller caller, Model model) {
        return newTankPage(records.requireEditable(unitId, caller)).show(model);
    }

    @PostMapping
    String addTank(
            @PathVariable long unitId,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return newTankPage(records.requireEditable(unitId, caller))
                .submit(
                        sent,
                        TankForm::check,
                        typed -> {
                            files.addTank(caller, today.day(), unitId, TankForm.details(typed));
                            redirect.addFlashAttribute("done", "已保存");
                            return "/enterprises/" + unitId;
                        },
                        model,
                        response);
    }

    @GetMapping("/{id}")
    String tank(@PathVariable long unitId, @PathVariable long id, Caller caller, Model model) {
        UnitRecord unit = records.requireEditable(unitId, caller);
        return tankPage(unit, vessel(unit, id)).show(model);
    }

    @PostMapping("/{id}")
    String describeTank(
            @PathVariable long unitId,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UnitRecord unit = records.requireEditable(unitId, caller);
        UnitRecord.Vessel vessel = vessel(unit, id);
        return tankPage(unit, vessel)
                .submit(
                        sent,
                        TankForm::check,
                        typed -> {
                            TankDetails details = TankForm.details(typed);
                            files.describeTank(caller, today.day(), unitId, id, vessel.version(), details);
                            redirect.addFlashAttribute("done", "已保存");
                            return "/enterprises/" + unitId;
                        },
                        model,
                        response);
    }

    @PostMapping("/{id}/removal")
    String retireTank(@PathVariable long unitId, @PathVariable long id, Caller caller, RedirectAttributes redirect) {
        files.retireTank(caller, today.day(), unitId, id);
        redirect.addFlashAttribute("done", "已停用");
        return "redirect:/enterprises/" + unitId;
    }

    private static FormPage newTankPage(UnitRecord unit) {
        return new FormPage(
                "新增储罐：" + unit.identity().name(),
                unit.address() + "/tanks",
                unit.address(),
                TankForm.SHEET,
                Map.of(),
                FormPage.NEW);
    }

    private static FormPage tankPage(UnitRecord unit, UnitRecord.Vessel vessel) {
        return new FormPage(
                "储罐：" + vessel.details().registrationNumber(),
                unit.address() + "/tanks/" + vessel.id(),
                unit.address(),
                TankForm.SHEET,
                TankForm.content(vessel.details()),
                vessel.version());
    }

    private static UnitRecord.Vessel vessel(UnitRecord unit, long id) {
        return unit.tanks().stream().filter(tank -> tank.id() == id).findFirst().orElseThrow(NotFound::new);
    }
}
