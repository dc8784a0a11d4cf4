package gassafety.plan;

import gassafety.office.Caller;
import gassafety.office.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done with one task or several, each on a page of its own. */
enum TaskAct {
    ASSIGN("assignment", "派发", "检查人员会在待办中看到任务；原来的派发仍留在办理过程里。", "原因（改派时必填）") {
        @Override
        boolean isOpenTo(Caller caller, InspectionTask task) {
            return task.state().mayBecome(TaskState.ASSIGNED) && TaskRights.mayAssign(caller, task.getPerformerPath());
        }
    },
    URGE("reminder", "催办", "催办会记入任务的办理过程，承办单位在任务上看到催办次数。", "催办意见") {
        @Override
        boolean isOpenTo(Caller caller, InspectionTask task) {
            return TaskRights.mayUrge(caller, task);
        }
    },
    WITHDRAW("withdrawal", "撤回", "撤回后任务不能恢复；需要检查时请重新下达。", "撤回原因") {
        @Override
        boolean isOpenTo(Caller caller, InspectionTask task) {
            return TaskRights.mayWithdraw(caller, task);
        }
    };

    private final String path;
    private final String label;
    private final String consequence;
    private final String saying;

    TaskAct(String path, String label, String consequence, String saying) {
        this.path = path;
        this.label = label;
        this.consequence = consequence;
        this.saying = saying;
    }

    abstract boolean isOpenTo(Caller caller, InspectionTask task);

    /** Those that this person does with tasks at all. */
    static List<TaskAct> open(Caller caller) {
        return Stream.of(values())
                .filter(act -> TaskRights.mayOrder(caller) || act == ASSIGN && caller.is(Role.FIELD_OFFICE_HEAD))
                .toList();
    }

    /** Those that this person can do now with at least one of these tasks. */
    static List<TaskAct> open(Caller caller, Collection<TaskList.Row> rows) {
        return open(caller).stream()
                .filter(act -> rows.stream().anyMatch(row -> act.isOpenTo(caller, row.task())))
                .toList();
    }

    static Optional<TaskAct> at(String path) {
        return Stream.of(values()).filter(act -> act.path.equals(path)).findFirst();
    }

    public String getAddress() {
        return "/tasks/acts/" + path;
    }

    public String getLabel() {
        return label;
    }

    public String getConsequence() {
        return consequence;
    }

    public String getSaying() {
        return saying;
    }
}
