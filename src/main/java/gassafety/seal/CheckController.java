package gassafety.seal;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The passes over all signed records, for the campaign office and the leadership. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class CheckController {

    private static final int LATEST = 10;
    private static final int MOST_FINDINGS = 100;

    private final Checks checks;

    CheckController(Checks checks) {
        this.checks = checks;
    }

    /** A pass with the first of what it found. */
    record Listed(Checks.Check check, List<Checks.Finding> findings) {

        public boolean isCut() {
            return check.differing() > findings.size();
        }
    }

    static boolean mayRead(Caller caller) {
        return caller.isAny(Role.CAMPAIGN_OFFICE, Role.LEADER);
    }

    @GetMapping("/seals")
    String show(Caller caller, Model model) {
        require(mayRead(caller));
        List<Listed> passes = checks.latest(LATEST).stream()
                .map(check -> new Listed(
                        check, check.differing() == 0 ? List.of() : checks.findings(check.id(), MOST_FINDINGS)))
                .toList();
        model.addAttribute("passes", passes);
        model.addAttribute(
                "underWay", passes.stream().anyMatch(pass -> pass.check().finishedAt() == null));
        model.addAttribute("starter", caller.is(Role.CAMPAIGN_OFFICE));
        return "seal/checks";
    }

    @PostMapping("/seals/checks")
    String ask(Caller caller, RedirectAttributes redirect) {
        require(caller.is(Role.CAMPAIGN_OFFICE));
        checks.ask(caller);
        redirect.addFlashAttribute("done", "全部记录的核验正在进行");
        return "redirect:/seals";
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new Forbidden("全部记录的核验由专班办公室发起，专班办公室和局领导查看。");
        }
    }
}
