package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.campaign.ReportMonth;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import gassafety.web.WrongFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board of all offices and months, and the page on which counties are asked for their returns. */
@Controller
@Reads(RecordKind.RETURNS)
class BoardController {

    private static final int LONGEST = 500;
    private static final FormSheet URGING =
            new FormSheet(List.of(new FormSheet.Group("催办", List.of(FormField.lines("note", "要求", LONGEST)))));

    private final Boards boards;
    private final Campaigns campaigns;
    private final Today today;

    BoardController(Boards boards, Campaigns campaigns, Today today) {
        this.today = today;
        this.boards = boards;
        this.campaigns = campaigns;
    }

    @GetMapping("/board")
    String board(@RequestParam(required = false) @Nullable String year, Caller caller, Model model) {
        model.addAttribute("board", boards.of(caller, year(year)));
        model.addAttribute("urges", Boards.mayUrge(caller));
        return "returns/board";
    }

    @GetMapping("/board/urging")
    String ask(@RequestParam(defaultValue = "") String month, Caller caller, Model model) {
        ReportMonth wanted = month(month, caller);
        return show(wanted, codes(wanted, caller), URGING.fill(Map.of()), caller, model);
    }

    @PostMapping("/board/urging")
    String urge(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ReportMonth wanted = month(String.valueOf(sent.getFirst("month")), caller);
        Set<String> chosen = new HashSet<>(sent.getOrDefault("offices", List.of()));
        Typed typed = URGING.read(sent);
        if (typed.isFine()) {
            try {
                int asked = boards.urge(caller, wanted, chosen, typed.text("note"));
                redirect.addFlashAttribute("done", asked == 0 ? "这些单位今天已经催办过。" : "已催办 " + asked + " 个单位。");
                return "redirect:/board?year=" + wanted.month().getYear();
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(wanted, chosen, typed, caller, model);
    }

    private String show(ReportMonth month, Set<String> chosen, Typed typed, Caller caller, Model model) {
        typed.show(model);
        model.addAttribute("month", month);
        model.addAttribute("missing", boards.missing(caller, month));
        model.addAttribute("chosen", chosen);
        model.addAttribute("sheet", URGING);
        return "returns/urging";
    }

    private Set<String> codes(ReportMonth month, Caller caller) {
        Set<String> codes = new HashSet<>();
        boards.missing(caller, month)
                .forEach(missing -> codes.add(missing.office().getCode()));
        return codes;
    }

    private ReportMonth month(String month, Caller caller) {
        if (!Boards.mayUrge(caller)) {
            throw new Forbidden("月报由专班办公室催办。");
        }
        return campaigns.months().stream()
                .filter(known -> known.month().toString().equals(month))
                .filter(known -> !known.cutOff().isAfter(today.day()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable Integer year(@Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{4}")) {
            throw new WrongFilter("year", "年份请按 2023 的格式填写。");
        }
        return Integer.valueOf(typed);
    }
}
