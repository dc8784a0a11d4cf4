package gassafety.desk;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The desk of the person who is logged in, and the desks of the departments for those who may see them. */
@Controller
class DeskController {

    private static final int ON_DESK = 20;
    private static final int LISTED = 200;

    private final List<DeskPanel> panels;
    private final Offices offices;
    private final Today today;

    DeskController(List<DeskPanel> panels, Offices offices, Today today) {
        this.panels = panels;
        this.offices = offices;
        this.today = today;
    }

    @GetMapping("/")
    String mine(Caller caller, Model model) {
        model.addAttribute("tasks", tasks(caller, ON_DESK));
        return show(caller, caller.office(), model);
    }

    /** 全部待办. */
    @GetMapping("/todo")
    String todo(Caller caller, Model model) {
        model.addAttribute("tasks", tasks(caller, LISTED));
        model.addAttribute("whole", true);
        return show(caller.place(), List.of(), model);
    }

    private Tasks tasks(Caller caller, int most) {
        return panels.stream()
                .map(panel -> panel.tasks(caller, most))
                .reduce(Tasks.NONE, Tasks::and)
                .atMost(most);
    }

    @GetMapping("/desks/{code}")
    String ofOffice(@PathVariable String code, Caller caller, Model model) {
        Office office = offices.byCode(code).orElseThrow(NotFound::new);
        boolean own = office.getId() == caller.office().getId();
        if (!own && !caller.is(Role.LEADER)) {
            throw new Forbidden("只有本处室的人员和局领导可以查看这个工作台。");
        }
        if (!own && !caller.scope().covers(office.getPath())) {
            throw new NotFound();
        }
        return show(caller, office, model);
    }

    /** 我的: who is logged in, with what rights, and the way out. */
    @GetMapping("/me")
    String me() {
        return "desk/me";
    }

    private String show(Caller caller, Office desk, Model model) {
        List<DeskBlock> blocks = panels.stream()
                .flatMap(panel -> panel.blocks(caller, desk).stream())
                .sorted(Comparator.comparingInt(DeskBlock::order))
                .toList();
        boolean own = desk.getId() == caller.office().getId();
        return show(own ? caller.place() : desk.getShortName(), blocks, model);
    }

    private String show(String place, List<DeskBlock> blocks, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("today", today.day());
        model.addAttribute(
                "wide", blocks.stream().filter(block -> block.order() < 100).toList());
        model.addAttribute(
                "narrow", blocks.stream().filter(block -> block.order() >= 100).toList());
        return "desk/desk";
    }
}
