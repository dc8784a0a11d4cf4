package gassafety.returns;

import gassafety.journal.Journal;
import gassafety.office.Caller;
import gassafety.reporting.Annex3;
import gassafety.reporting.Bridge;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.Bridges;
import gassafety.reporting.Line;
import gassafety.reporting.Lineage.Entry;
import gassafety.returns.ReturnArchive.Base;
import gassafety.returns.ReturnFile.Action;
import gassafety.returns.ReturnFile.Figure;
import gassafety.returns.ReturnFile.Section;
import gassafety.web.NotFound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a return for its pages. */
@Component
@Transactional(readOnly = true)
class ReturnFiles {

    private final MonthlyReturns returns;
    private final ReturnReader reader;
    private final ReturnArchive archive;
    private final Preparation preparation;
    private final Bridges bridges;
    private final Journal journal;

    ReturnFiles(
            MonthlyReturns returns,
            ReturnReader reader,
            ReturnArchive archive,
            Preparation preparation,
            Bridges bridges,
            Journal journal) {
        this.returns = returns;
        this.reader = reader;
        this.archive = archive;
        this.preparation = preparation;
        this.bridges = bridges;
        this.journal = journal;
    }

    ReturnFile open(long id, Caller caller) {
        return file(find(id, caller), caller);
    }

    /** The return for the page on which a step is taken, open to those who may take it now. */
    ReturnFile openFor(ReturnStep step, long id, Caller caller) {
        MonthlyReturn found = find(id, caller);
        found.mustAllow(caller, List.of(step));
        return file(found, caller);
    }

    /** The return for what was sent to take a step: it may have been taken by the same form before. */
    ReturnFile openForWork(ReturnStep step, long id, Caller caller) {
        MonthlyReturn found = find(id, caller);
        found.mustBeWorkOf(caller, List.of(step));
        return file(found, caller);
    }

    /** The return for the page on which its draft is written. */
    ReturnFile openForWriting(long id, Caller caller) {
        MonthlyReturn found = find(id, caller);
        found.mustBeWritableBy(caller);
        return file(found, caller);
    }

    /** A number of the bridge, opened. */
    record Opened(ReturnFile file, Line line, Steps steps, Page<Entry> entries) {}

    Opened open(long id, Line line, Part part, int page, Caller caller) {
        ReturnFile file = open(id, caller);
        Steps steps = file.sections().stream()
                .flatMap(section -> section.figures().stream())
                .filter(figure -> figure.line().number() == line.number())
                .findFirst()
                .orElseThrow(NotFound::new)
                .steps();
        return new Opened(file, line, steps, bridges.entries(line, part, file.from(), file.to(), page));
    }

    byte[] workbook(long id, @Nullable Integer place, Caller caller) {
        return archive.workbook(find(id, caller), place).orElseThrow(NotFound::new);
    }

    private MonthlyReturn find(long id, Caller caller) {
        return returns.find(id, caller.scope()).orElseThrow(NotFound::new);
    }

    private ReturnFile file(MonthlyReturn found, Caller caller) {
        List<Submission> handedIn = archive.of(found);
        return found.getState() == ReturnState.DRAFT
                ? draft(found, handedIn, caller)
                : frozen(found, handedIn, handedIn.get(0), caller);
    }

    private ReturnFile draft(MonthlyReturn found, List<Submission> handedIn, Caller caller) {
        Base base = preparation.base(found);
        Bridge bridge = preparation.bridge(found, base, preparation.cut(found, Long.MAX_VALUE));
        return file(
                found,
                caller,
                null,
                base,
                bridge,
                sections(bridge::steps),
                preparation.remarks(found, bridge),
                handedIn);
    }

    private ReturnFile frozen(MonthlyReturn found, List<Submission> handedIn, Submission last, Caller caller) {
        return file(
                found,
                caller,
                last,
                new Base(last.base(), last.from(), null),
                new Bridge(last.from(), last.to(), Map.of()),
                sections(last::steps),
                List.of(),
                handedIn);
    }

    private ReturnFile file(
            MonthlyReturn found,
            Caller caller,
            @Nullable Submission frozen,
            Base base,
            Bridge bridge,
            List<Section> sections,
            List<Remark> remarks,
            List<Submission> handedIn) {
        return new ReturnFile(
                reader.row(found),
                found.getVersion(),
                found.isTop(),
                preparation.month(found.month()),
                found.content(),
                frozen,
                bridge.from(),
                base.cameBack(),
                bridge.to(),
                frozen == null ? Annex3.EDITION : frozen.edition(),
                sections,
                archive.progressBefore(base),
                remarks,
                handedIn,
                actions(found, caller),
                found.getState().next(found.isTop()),
                found.reasonItCameBack(),
                found.getReceipt() == null ? null : found.getReceiptOn() + "，" + found.getReceipt(),
                journal.timeline(found.source()));
    }

    private static List<Section> sections(Function<Line, Steps> steps) {
        Map<String, List<Figure>> sections = new LinkedHashMap<>();
        Annex3.lines()
                .forEach(line -> sections.computeIfAbsent(line.section(), name -> new ArrayList<>())
                        .add(new Figure(line, steps.apply(line))));
        return sections.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    private static List<Action> actions(MonthlyReturn found, Caller caller) {
        String address = found.source().address() + "/";
        List<Action> actions = new ArrayList<>();
        if (found.mayBeWrittenBy(caller)) {
            actions.add(new Action("填写", address + "draft"));
        }
        for (ReturnStep step : ReturnStep.values()) {
            if (found.allows(step, caller)) {
                actions.add(new Action(step.getLabel(), address + step.getPath()));
            }
        }
        return actions;
    }
}
