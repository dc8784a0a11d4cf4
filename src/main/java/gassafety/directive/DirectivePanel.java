package gassafety.directive;

import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What directives put on desks: to propose, to sign, to serve. */
@Component
class DirectivePanel implements DeskPanel {

    private static final int ORDER = 15;
    private static final int MOST_WAITING = 200;
    private static final List<DirectiveStage> WAITING =
            List.of(DirectiveStage.DRAFT, DirectiveStage.PROPOSED, DirectiveStage.ISSUED);

    private final Directives directives;
    private final DirectiveReader reader;

    DirectivePanel(Directives directives, DirectiveReader reader) {
        this.directives = directives;
        this.reader = reader;
    }

    @Override
    @Transactional(readOnly = true)
    public Tasks tasks(Caller caller, int most) {
        boolean acts = Directive.mayDraft(caller) || caller.is(Role.HEAD);
        if (!acts || !caller.scope().reads(RecordKind.CASES)) {
            return Tasks.NONE;
        }
        Page<Directive> waiting = directives.page(
                (root, query, criteria) -> root.get("stage").in(WAITING),
                caller.scope(),
                1,
                MOST_WAITING,
                Sort.by("id"));
        List<Directive> asked = waiting.stream()
                .filter(found -> asked(found, caller).isPresent())
                .toList();
        return new Tasks(
                asked.stream().limit(most).map(found -> task(found, caller)).toList(), asked.size(), waiting.hasNext());
    }

    @Override
    @Transactional(readOnly = true)
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!caller.scope().isEnterprise()) {
            return List.of();
        }
        List<DeskBlock.Line> served =
                reader.where((root, query, criteria) -> criteria.conjunction(), caller.scope()).stream()
                        .map(row -> new DeskBlock.Line(
                                row.kind().getLabel() + " " + row.number(),
                                row.servedOn() + " 送达，整改期限 " + row.due(),
                                row.stage() == DirectiveStage.SERVED
                                        ? "查看"
                                        : row.stage().getLabel(),
                                row.getAddress(),
                                false))
                        .toList();
        return List.of(new DeskBlock(ORDER, "送达本单位的文书", null, "没有送达本单位的监察指令书或责令改正通知书。", null, served));
    }

    private static Optional<DirectiveStep> asked(Directive found, Caller caller) {
        DirectiveStep step = step(found.getStage());
        return Optional.ofNullable(step).filter(wanted -> found.allows(wanted, caller));
    }

    private static @Nullable DirectiveStep step(DirectiveStage stage) {
        return switch (stage) {
            case DRAFT -> DirectiveStep.PROPOSE;
            case PROPOSED -> DirectiveStep.ISSUE;
            case ISSUED -> DirectiveStep.SERVE;
            case SERVED, WITHDRAWN -> null;
        };
    }

    private Task task(Directive found, Caller caller) {
        DirectiveRow row = reader.row(found, caller.scope());
        String what =
                asked(found, caller).orElseThrow().getLabel() + found.getKind().getLabel();
        return new Task(what, row.enterpriseName(), row.getAddress(), row.issueBy(), row.issueDaysLate());
    }
}
