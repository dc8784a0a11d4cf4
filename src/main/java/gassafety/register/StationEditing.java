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

/** Edits what is known of the filling station of a unit. */
@Controller
@Reads(RecordKind.ENTERPRISES)
@RequestMapping("/enterprises/{unitId}/station")
class StationEditing {

    private final UnitFiles files;
    private final UnitRecords records;
    private final Today today;

    StationEditing(UnitFiles files, UnitRecords records, Today today) {
        this.files = files;
        this.records = records;
        this.today = today;
    }

    @GetMapping
    String station(@PathVariable long unitId, Caller caller, Model model) {
        return stationPage(records.requireEditable(unitId, caller)).show(model);
    }

    @PostMapping
    String describeStation(
            @PathVariable long unitId,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        FormPage page = stationPage(records.requireEditable(unitId, caller));
        return page.submit(
                sent,
                typed -> StationForm.check(typed, today.day()),
                typed -> {
                    files.describeStation(caller, today.day(), unitId, page.version(), StationForm.details(typed));
                    redirect.addFlashAttribute("done", "已保存");
                    return "/enterprises/" + unitId;
                },
                model,
                response);
    }

    private static FormPage stationPage(UnitRecord unit) {
        if (!unit.isFillingStation()) {
            throw new NotFound();
        }
        UnitRecord.Station station = unit.station();
        return new FormPage(
                "充装站信息：" + unit.identity().name(),
                unit.address() + "/station",
                unit.address(),
                StationForm.SHEET,
                station == null ? Map.of() : StationForm.content(station.details()),
                station == null ? FormPage.NEW : station.version());
    }
}
