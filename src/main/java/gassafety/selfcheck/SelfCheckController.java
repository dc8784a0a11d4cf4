package gassafety.selfcheck;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.web.LikePattern;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 企业自查: the list. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class SelfCheckController {

    static final String ADDRESS = "/selfchecks";
    private static final Sort NEWEST = Sort.by(Sort.Order.desc("startedOn"), Sort.Order.desc("id"));

    private static final ListWorkbook<SelfCheck> WORKBOOK = new ListWorkbook<>(
            "企业自查",
            List.of(
                    new Column<>("单位", 32, SelfCheck::getUnitName),
                    new Column<>("自查表", 36, SelfCheck::getChecklistTitle),
                    new Column<>("开始日期", 12, SelfCheck::getStartedOn),
                    new Column<>("提交日期", 12, SelfCheck::getSubmittedOn),
                    new Column<>("提交人", 12, SelfCheck::getSubmittedByName),
                    new Column<>("发现问题", 10, SelfCheck::getProblems),
                    new Column<>("未整改", 10, check -> (int) check.getOpenProblems()),
                    new Column<>("状态", 10, check -> check.getState().getLabel())));

    private final SelfChecks checks;
    private final SelfCheckWork work;

    SelfCheckController(SelfChecks checks, SelfCheckWork work) {
        this.checks = checks;
        this.work = work;
    }

    @GetMapping(ADDRESS)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            Caller caller,
            Model model) {
        Page<SelfCheck> found = checks.page(filter(q, state), caller.scope(), Pages.number(page), Pages.SIZE, NEWEST);
        model.addAttribute("checks", found.getContent());
        model.addAttribute("bar", Pages.bar(found));
        model.addAttribute("q", Pages.sought(q));
        model.addAttribute("state", state(state));
        model.addAttribute("states", SelfCheckState.values());
        model.addAttribute("own", !caller.isStaff());
        model.addAttribute("lists", caller.isStaff() ? List.of() : work.lists(work.own(caller)));
        return "selfcheck/selfchecks";
    }

    @GetMapping(ADDRESS + ".xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            Scope scope,
            HttpServletResponse response)
            throws IOException {
        WORKBOOK.send(response, row -> checks.each(filter(q, state), scope, NEWEST, row));
    }

    private static Specification<SelfCheck> filter(String q, @Nullable String state) {
        String fragment = Pages.sought(q).toLowerCase(Locale.ROOT);
        SelfCheckState wanted = state(state);
        return (check, query, criteria) -> criteria.and(
                fragment.isEmpty()
                        ? criteria.conjunction()
                        : criteria.like(check.get("search"), LikePattern.containing(fragment), '\\'),
                wanted == null ? criteria.conjunction() : criteria.equal(check.get("state"), wanted));
    }

    private static @Nullable SelfCheckState state(@Nullable String name) {
        return Pages.choice("state", SelfCheckState.class, name);
    }
}
