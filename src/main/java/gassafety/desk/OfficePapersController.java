package gassafety.desk;

import gassafety.calendar.Today;
import gassafety.desk.OfficePapers.Request;
import gassafety.desk.PaperBundle.Folder;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out all papers of an office in some days as one file. */
@Controller
@Reads(RecordKind.ANNEX3)
class OfficePapersController {

    private final Offices offices;
    private final List<OfficePapers> rooms;
    private final Today today;

    OfficePapersController(Offices offices, List<OfficePapers> rooms, Today today) {
        this.offices = offices;
        this.rooms = rooms;
        this.today = today;
    }

    @GetMapping("/papers")
    String ask(Caller caller, Model model) {
        FormSheet sheet = sheet(caller);
        LocalDate day = today.day();
        return show(
                sheet,
                sheet.fill(Map.of(
                        "office",
                        caller.office().getKind() == OfficeKind.FIELD_OFFICE
                                ? caller.office().getCode()
                                : "",
                        "from",
                        day.withDayOfMonth(1).toString(),
                        "to",
                        day.toString())),
                model);
    }

    @GetMapping("/papers.zip")
    @Nullable
    String papers(
            @RequestParam MultiValueMap<String, String> sent, Caller caller, Model model, HttpServletResponse response)
            throws IOException {
        FormSheet sheet = sheet(caller);
        Typed typed = sheet.read(sent);
        if (typed.isFine()) {
            LocalDate from = Objects.requireNonNull(typed.day("from"));
            LocalDate to = Objects.requireNonNull(typed.day("to"));
            if (to.isBefore(from)) {
                typed.reject("to", "结束日不能早于开始日 " + from + "。");
            } else {
                Office office = offices.byCode(typed.text("office")).orElseThrow(NotFound::new);
                try {
                    send(new Request(office, from, to, caller), response);
                    return null;
                } catch (Refusal refusal) {
                    typed.reject(refusal.getField(), refusal.sentence());
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(sheet, typed, model);
    }

    private void send(Request request, HttpServletResponse response) throws IOException {
        PaperBundle.send(
                response,
                request.office().getShortName() + " 迎检包 " + request.from() + " 至 " + request.to(),
                rooms.stream()
                        .map(room -> new Folder(room.folder(), sink -> room.each(request, sink)))
                        .toList());
    }

    private static String show(FormSheet sheet, Typed typed, Model model) {
        typed.show(model);
        model.addAttribute("sheet", sheet);
        return "desk/papers";
    }

    private FormSheet sheet(Caller caller) {
        String path = Objects.requireNonNull(caller.scope().officePath());
        List<Option> below = offices.below(path).stream()
                .filter(office -> office.getKind() != OfficeKind.SECTION)
                .map(office -> new Option(office.getCode(), office.getPlacedName()))
                .toList();
        return new FormSheet(List.of(new FormSheet.Group(
                "迎检包",
                List.of(
                        FormField.oneOf("office", "单位", below).needed().hint("包括所属各单位"),
                        FormField.day("from", "开始日").needed(),
                        FormField.day("to", "结束日").needed()))));
    }
}
