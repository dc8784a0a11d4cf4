package gassafety.duty;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.duty.Duties.Duty;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.office.OfficeKind;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 尽职履责档案: read by the inspector, by the head of the inspector's office, and by the bureaus above it; for anybody
 * else there is none.
 */
@Controller
@Reads(RecordKind.INSPECTIONS)
class DutyController {

    /** Rows of one paper; a longer period is printed in parts. */
    private static final int MOST_PRINTED = 2_000;

    private final Duties duties;
    private final Callers callers;
    private final Campaigns campaigns;
    private final Today today;

    DutyController(Duties duties, Callers callers, Campaigns campaigns, Today today) {
        this.duties = duties;
        this.callers = callers;
        this.campaigns = campaigns;
        this.today = today;
    }

    /** The inspectors whose work this person answers for; who answers for nobody's is led to their own. */
    @GetMapping("/duty")
    String list(@RequestParam @Nullable String page, Caller caller, Model model) {
        mustBeStaff(caller);
        String path = caller.scope().officePath();
        if (!oversees(caller) || path == null) {
            return "redirect:/duty/" + caller.accountId();
        }
        List<Caller> all = callers.workingBelow(path, Role.INSPECTOR);
        PageRequest wanted = Pages.request(Pages.number(page), all.size());
        List<Caller> shown =
                all.stream().skip(wanted.getOffset()).limit(Pages.SIZE).toList();
        model.addAttribute("people", shown);
        model.addAttribute("bar", Pages.bar(new PageImpl<>(shown, wanted, all.size())));
        return "duty/people";
    }

    @GetMapping("/duty/{account}")
    String show(
            @PathVariable long account,
            @RequestParam Map<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        mustBeStaff(caller);
        Caller inspector = callers.byId(account)
                .filter(person -> person.is(Role.INSPECTOR))
                .filter(person -> person.accountId() == caller.accountId()
                        || oversees(caller)
                                && caller.scope().covers(person.office().getPath()))
                .orElseThrow(NotFound::new);
        Period period = Period.read(sent, campaigns.current().firstDay(), today.day());
        model.addAttribute("inspector", inspector);
        model.addAttribute("own", inspector.accountId() == caller.accountId());
        model.addAttribute("period", period);
        model.addAttribute("kinds", DutyKind.values());
        if (!period.wrong().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return "duty/duty";
        }
        Map<DutyKind, Long> counts = duties.counts(inspector, period, caller);
        long total = period.kind() == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(period.kind(), 0L);
        int size = "all".equals(sent.get("print")) ? MOST_PRINTED : Pages.SIZE;
        Page<Duty> page = duties.page(inspector, period, caller, Pages.number(sent.get("page")), size, total);
        model.addAttribute("counts", counts);
        model.addAttribute("rows", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("today", today.day());
        return "duty/duty";
    }

    private static void mustBeStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new Forbidden("履责档案由监管单位查看。");
        }
    }

    private static boolean oversees(Caller caller) {
        return caller.office().getKind() != OfficeKind.FIELD_OFFICE || caller.is(Role.FIELD_OFFICE_HEAD);
    }
}
