package gassafety.desk;

import gassafety.calendar.Today;
import gassafety.deployment.Deployment;
import gassafety.office.Caller;
import gassafety.office.CurrentCaller;
import gassafety.office.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice
class FrameAdvice {

    private final CurrentCaller current;
    private final List<MenuEntry> entries;
    private final List<Finder> finders;
    private final Today today;
    private final Deployment deployment;

    FrameAdvice(
            CurrentCaller current, List<MenuEntry> entries, List<Finder> finders, Today today, Deployment deployment) {
        this.current = current;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.finders = finders;
        this.today = today;
        this.deployment = deployment;
    }

    @ModelAttribute("frame")
    @Nullable
    Frame frame(HttpServletRequest request) {
        return current.find().map(caller -> frame(caller, request)).orElse(null);
    }

    private Frame frame(Caller caller, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Scope scope = caller.scope();
        List<Frame.Entry> menu = entries.stream()
                .filter(entry -> scope.reads(entry.kind()))
                .map(entry -> new Frame.Entry(
                        entry.label(),
                        entry.address(),
                        entry.icon(),
                        entry.onPhone(),
                        path.startsWith(entry.address())))
                .toList();
        return new Frame(
                caller,
                caller.office().bureau().getName(),
                menu,
                finders.stream().anyMatch(finder -> scope.reads(finder.kind())),
                today.day(),
                deployment.demo());
    }
}
