package gassafety.register;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormPage;
import gassafety.web.FormSheet;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers units, edits what is known of them, and gives them another office in charge. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class EnterpriseEditing {

    private final Register register;
    private final UnitRecords records;
    private final EnterpriseList list;
    private final Offices offices;
    private final Today today;

    EnterpriseEditing(Register register, UnitRecords records, EnterpriseList list, Offices offices, Today today) {
        this.register = register;
        this.records = records;
        this.list = list;
        this.offices = offices;
        this.today = today;
    }

    @GetMapping("/enterprises/new")
    String empty(Caller caller, Model model) {
        return newPage(caller).show(model);
    }

    @PostMapping("/enterprises")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return newPage(caller)
                .submit(
                        sent,
                        typed -> EnterpriseForm.check(typed, today.day(), ""),
                        typed -> {
                            Unit unit = register.register(
                                    caller,
                                    today.day(),
                                    new Registration(
                                            chosenOffice(typed),
                                            EnterpriseForm.identity(typed, ""),
                                            EnterpriseForm.roles(typed)));
                            redirect.addFlashAttribute("done", "已登记");
                            return "/enterprises/" + unit.id();
                        },
                        model,
                        response);
    }

    @GetMapping("/enterprises/{id}/edit")
    String edit(@PathVariable long id, Caller caller, Model model) {
        return editPage(records.requireEditable(id, caller)).show(model);
    }

    @PostMapping("/enterprises/{id}")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UnitRecord unit = records.requireEditable(id, caller);
        String phone = unit.identity().responsiblePhone();
        return editPage(unit)
                .submit(
                        sent,
                        typed -> EnterpriseForm.check(typed, today.day(), phone),
                        typed -> {
                            register.change(
                                    caller,
                                    today.day(),
                                    id,
                                    unit.version(),
                                    EnterpriseForm.identity(typed, phone),
                                    EnterpriseForm.roles(typed));
                            redirect.addFlashAttribute("done", "已保存");
                            return "/enterprises/" + id;
                        },
                        model,
                        response);
    }

    @GetMapping("/enterprises/{id}/charge")
    String charge(@PathVariable long id, Caller caller, Model model) {
        return chargePage(records.require(id, caller), caller).show(model);
    }

    @PostMapping("/enterprises/{id}/charge")
    String reassign(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return chargePage(records.require(id, caller), caller)
                .submit(
                        sent,
                        typed -> {},
                        typed -> {
                            Office to = chosenOffice(typed);
                            register.reassign(caller, today.day(), id, to, typed.text("reason"));
                            redirect.addFlashAttribute("done", "监管单位已变更为" + to.getName());
                            return "/enterprises/" + id;
                        },
                        model,
                        response);
    }

    private FormPage newPage(Caller caller) {
        if (!RegisterRights.mayRegister(caller)) {
            throw new Forbidden("监管对象由各所检查员和县局特设股登记。");
        }
        FormSheet sheet = EnterpriseForm.forNew(list.offices(caller));
        Map<String, String> held = Map.of(
                "status", Identity.Status.IN_BUSINESS.name(),
                "origin", Identity.Origin.SURVEY.name(),
                "chargeOffice", caller.office().getCode());
        return new FormPage("登记监管对象", "/enterprises", "/enterprises", sheet, held, FormPage.NEW);
    }

    private static FormPage editPage(UnitRecord unit) {
        return new FormPage(
                "修改档案：" + unit.identity().name(),
                unit.address(),
                unit.address(),
                EnterpriseForm.SHEET,
                EnterpriseForm.content(unit.identity(), new java.util.LinkedHashSet<>(unit.roles())),
                unit.version());
    }

    private FormPage chargePage(UnitRecord unit, Caller caller) {
        RegisterRights.requireReassign(caller, unit.chargeOffice().getPath());
        FormSheet sheet = new FormSheet(List.of(new FormSheet.Group(
                "变更后，这个单位的全部记录转由新的监管单位查看和办理；原单位仍能查看自己做过的记录。",
                List.of(
                        FormField.oneOf("chargeOffice", "新的监管单位", list.offices(caller))
                                .needed()
                                .hint("现在是" + unit.chargeOfficeName()),
                        FormField.lines("reason", "变更原因", 200).needed()))));
        return new FormPage(
                "变更监管单位：" + unit.identity().name(),
                unit.address() + "/charge",
                unit.address(),
                sheet,
                Map.of(),
                unit.version());
    }

    private Office chosenOffice(Typed typed) {
        return offices.byCode(typed.text("chargeOffice"))
                .orElseThrow(() -> new Refusal("chargeOffice", "请从列表中选择监管单位。"));
    }
}
