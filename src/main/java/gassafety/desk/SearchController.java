package gassafety.desk;

import gassafety.office.Caller;
import gassafety.web.Forbidden;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds units, certificates, hazards, cases and directives by any fragment, as far as the person reads them. */
@Controller
class SearchController {

    private static final int LONGEST = 100;

    private final List<Finder> finders;

    SearchController(List<Finder> finders) {
        this.finders = finders;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Caller caller, Model model) {
        List<Finder> allowed = allowed(caller);
        if (allowed.isEmpty()) {
            throw new Forbidden("您的岗位不查看业务记录，不能查找。");
        }
        String fragment = shortened(q.strip());
        model.addAttribute("sought", fragment);
        model.addAttribute(
                "groups",
                fragment.isEmpty()
                        ? List.of()
                        : allowed.stream()
                                .map(finder -> finder.find(fragment, caller))
                                .filter(group -> group.total() > 0)
                                .sorted(Comparator.comparingInt(Finder.Group::order))
                                .toList());
        return "desk/search";
    }

    private List<Finder> allowed(Caller caller) {
        var scope = caller.scope();
        return finders.stream().filter(finder -> scope.reads(finder.kind())).toList();
    }

    private static String shortened(String q) {
        return q.codePointCount(0, q.length()) <= LONGEST ? q : q.substring(0, q.offsetByCodePoints(0, LONGEST));
    }
}
