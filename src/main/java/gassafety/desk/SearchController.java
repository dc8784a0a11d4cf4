package gassafety.desk;

import gassafety.office.Caller;
import gassafety.web.Forbidden;
import gassafety.web.Pages;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds units, certificates, hazards, cases and directives by any fragment, as far as the person reads them. */
@Controller
class SearchController {

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
        String fragment = Pages.sought(q);
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
}
