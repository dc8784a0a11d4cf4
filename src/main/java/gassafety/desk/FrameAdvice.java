package gassafety.desk;

import gassafety.calendar.Today;
import gassafety.deployment.Deployment;
import gassafety.office.Caller;
import gassafety.office.CurrentCaller;
import gassafety.office.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Gives every page its frame, made when the page asks for it: what a script gets in the background has none. */
@ControllerAdvice
class FrameAdvice {

    private final CurrentCaller current;
    private final List<MenuEntry> entries;
    private final List<MenuTab> tabs;
    private final List<Finder> finders;
    private final Today today;
    private final Deployment deployment;

    FrameAdvice(
            CurrentCaller current,
            List<MenuEntry> entries,
            List<MenuTab> tabs,
            List<Finder> finders,
            Today today,
            Deployment deployment) {
        this.current = current;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.tabs =
                tabs.stream().sorted(Comparator.comparingInt(MenuTab::order)).toList();
        this.finders = finders;
        this.today = today;
        this.deployment = deployment;
    }

    @ModelAttribute("frame")
    LazyContextVariable<@Nullable Frame> frame(HttpServletRequest request) {
        return new LazyContextVariable<>() {
            @Override
            protected @Nullable Frame loadValue() {
                return current.find().map(caller -> frame(caller, request)).orElse(null);
            }
        };
    }

    private Frame frame(Caller caller, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Scope scope = caller.scope();
        List<MenuEntry> seen =
                entries.stream().filter(entry -> scope.reads(entry.kind())).toList();
        List<Frame.Entry> menu = seen.stream()
                .map(entry -> new Frame.Entry(
                        entry.label(), entry.address(), entry.icon(), entry.onPhone(), isCurrent(entry, path)))
                .toList();
        return new Frame(
                caller,
                caller.office().bureau().getName(),
                menu,
                finders.stream().anyMatch(finder -> scope.reads(finder.kind())),
                today.day(),
                deployment.demo(),
                seen.stream()
                        .filter(entry -> isCurrent(entry, path))
                        .flatMap(entry -> tabsOf(entry, scope, path))
                        .toList());
    }

    private boolean isCurrent(MenuEntry entry, String path) {
        return path.startsWith(entry.address())
                || tabs.stream().anyMatch(tab -> tab.entry().equals(entry.address()) && path.startsWith(tab.address()));
    }

    private Stream<Frame.Entry> tabsOf(MenuEntry entry, Scope scope, String path) {
        return tabs.stream()
                .filter(tab -> tab.entry().equals(entry.address()))
                .filter(tab -> tab.forUnits() || !scope.isEnterprise())
                .filter(tab -> tab.kind() == null || scope.reads(tab.kind()))
                .map(tab -> new Frame.Entry(tab.label(), tab.address(), "", false, path.startsWith(tab.address())));
    }
}
