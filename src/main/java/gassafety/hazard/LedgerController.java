package gassafety.hazard;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 隐患台账: the list, the same list as a workbook, and the filters that a person saves. */
@Controller
@Reads(RecordKind.HAZARDS)
class LedgerController {

    private final Ledger ledger;
    private final LedgerPage page;
    private final SavedViews views;

    LedgerController(Ledger ledger, LedgerPage page, SavedViews views) {
        this.ledger = ledger;
        this.page = page;
        this.views = views;
    }

    @GetMapping("/hazards")
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model, HttpServletResponse response) {
        return show(ledger.filter(sent, caller), sent.get("page"), caller, model, response);
    }

    @GetMapping("/hazards.xlsx")
    @Nullable
    String workbook(@RequestParam Map<String, String> sent, Caller caller, Model model, HttpServletResponse response)
            throws IOException {
        LedgerFilter filter = ledger.filter(sent, caller);
        if (!filter.isFine()) {
            return show(filter, null, caller, model, response);
        }
        LedgerWorkbook.of(caller, ledger.standing().today()).send(response, row -> ledger.each(filter, caller, row));
        return null;
    }

    /** The layout without hazards, to be filled in and taken over. */
    @GetMapping("/hazards/imports/layout.xlsx")
    void layout(Caller caller, HttpServletResponse response) throws IOException {
        LedgerWorkbook.of(caller, ledger.standing().today()).send(response, rows -> {});
    }

    @PostMapping("/hazards/views")
    String save(
            @RequestParam Map<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = ListAddress.checked(sent.get("back"));
        String name = sent.getOrDefault("name", "").strip();
        try {
            views.save(name, address, caller);
            redirect.addFlashAttribute("done", "已保存筛选“" + name + "”");
            return "redirect:" + address;
        } catch (Refusal refusal) {
            model.addAttribute("viewName", name);
            model.addAttribute("viewProblem", refusal.sentence());
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(ledger.filter(ListAddress.filters(address), caller), null, caller, model, response);
        }
    }

    @PostMapping("/hazards/views/{id}/removal")
    String remove(@PathVariable long id, Caller caller, RedirectAttributes redirect) {
        views.remove(id, caller);
        redirect.addFlashAttribute("done", "已删去保存的筛选");
        return "redirect:/hazards";
    }

    private String show(
            LedgerFilter filter, @Nullable String number, Caller caller, Model model, HttpServletResponse response) {
        if (!filter.isFine()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        return page.show(filter, number, caller, model);
    }
}
