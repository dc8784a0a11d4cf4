package gassafety.intake;

import gassafety.intake.Intakes.Intake;
import gassafety.intake.LedgerIntake.Outcome;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** 台账导入: the page on which a workbook is sent in, and what became of each. */
@Controller
@Reads(RecordKind.HAZARDS)
class IntakeController {

    static final String ADDRESS = "/hazards/imports";

    private static final int SHOWN_FAULTS = 100;

    private static final ListWorkbook<Fault> FAULTS = new ListWorkbook<>(
            "台账导入错误清单",
            List.of(
                    new Column<>("行", 8, Fault::line),
                    new Column<>("列", 20, Fault::column),
                    new Column<>("内容", 40, Fault::content),
                    new Column<>("原因", 60, Fault::reason)));

    private final LedgerIntake ledgerIntake;
    private final Intakes intakes;

    IntakeController(LedgerIntake ledgerIntake, Intakes intakes) {
        this.ledgerIntake = ledgerIntake;
        this.intakes = intakes;
    }

    @GetMapping(ADDRESS)
    String ask(Caller caller, Model model) {
        LedgerIntake.requireTake(caller);
        return show(null, null, false, caller, model);
    }

    @PostMapping(ADDRESS)
    String take(
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        LedgerIntake.requireTake(caller);
        boolean leaveFaulty = Typed.YES.equals(request.getParameter("leaveFaulty"));
        MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        MultipartFile file = parts == null ? null : parts.getFile("file");
        Intake faulty = null;
        String problem = null;
        if (file == null || file.isEmpty()) {
            problem = "请选择要导入的工作簿。";
        } else {
            try {
                String name = String.valueOf(file.getOriginalFilename());
                Outcome outcome = ledgerIntake.take(name, file.getBytes(), leaveFaulty, caller);
                if (outcome.done()) {
                    redirect.addFlashAttribute("done", outcome.again() ? "这个文件已经导入过，没有重复导入。" : "已导入台账");
                    return "redirect:" + ADDRESS + "/" + outcome.id();
                }
                faulty = require(outcome.id(), caller);
            } catch (Refusal refusal) {
                problem = refusal.sentence();
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(problem, faulty, leaveFaulty, caller, model);
    }

    @GetMapping(ADDRESS + "/{id}")
    String intake(@PathVariable long id, Caller caller, Model model) {
        addFaults(require(id, caller), model);
        model.addAttribute("mayTake", LedgerIntake.mayTake(caller));
        return "intake/intake";
    }

    @GetMapping(ADDRESS + "/{id}/faults.xlsx")
    void faults(@PathVariable long id, Caller caller, HttpServletResponse response) throws IOException {
        Intake intake = require(id, caller);
        FAULTS.send(
                response, row -> intakes.faults(intake.id(), Integer.MAX_VALUE).forEach(row));
    }

    private String show(
            @Nullable String problem, @Nullable Intake faulty, boolean leaveFaulty, Caller caller, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("leaveFaulty", leaveFaulty);
        model.addAttribute("latest", intakes.latest(caller.scope()));
        if (faulty != null) {
            addFaults(faulty, model);
        }
        return "intake/new";
    }

    private void addFaults(Intake intake, Model model) {
        model.addAttribute("intake", intake);
        model.addAttribute("faults", intakes.faults(intake.id(), SHOWN_FAULTS));
        model.addAttribute("faultCount", intakes.faultCount(intake.id()));
    }

    private Intake require(long id, Caller caller) {
        return intakes.find(id, caller.scope()).orElseThrow(NotFound::new);
    }
}
