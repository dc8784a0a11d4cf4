package gassafety.selfcheck;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.Pages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 自查与检查对照: every self-check that was handed in beside the inspection that followed. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class CrosswalkController {

    private static final Sort NEWEST = Sort.by(Sort.Order.desc("startedOn"), Sort.Order.desc("id"));

    private final SelfChecks checks;
    private final Crosswalk crosswalk;

    CrosswalkController(SelfChecks checks, Crosswalk crosswalk) {
        this.checks = checks;
        this.crosswalk = crosswalk;
    }

    /**
     * A self-check beside what inspectors found.
     *
     * @param compared items that were inspected too
     * @param contradicted those of them that the unit took for in order and the inspectors did not
     */
    record Row(SelfCheck check, long compared, long contradicted) {

        static Row of(SelfCheck check, List<Crosswalk.Compared> items) {
            return new Row(
                    check,
                    items.stream().filter(item -> item.inspected() != null).count(),
                    items.stream().filter(Crosswalk.Compared::contradicted).count());
        }
    }

    @GetMapping("/crosswalk")
    String crosswalk(@RequestParam(required = false) @Nullable String page, Caller caller, Model model) {
        if (!caller.isStaff()) {
            throw new Forbidden("自查与检查的对照由监管单位查看。");
        }
        Page<SelfCheck> found = checks.page(
                (check, query, criteria) -> criteria.notEqual(check.get("state"), SelfCheckState.DRAFT),
                caller.scope(),
                Pages.number(page),
                Pages.SIZE,
                NEWEST);
        model.addAttribute(
                "rows",
                found.stream()
                        .map(check -> Row.of(check, crosswalk.compare(check, caller.scope())))
                        .toList());
        model.addAttribute("bar", Pages.bar(found));
        return "selfcheck/crosswalk";
    }
}
