package gassafety.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 检查计划 as it was ordered, with how far its tasks are that the reader may see.
 *
 * @param chosenFrom the filters of the register that its units were found by, in words
 * @param seed of the draw, or null when it was none
 * @param candidates how many units it was drawn from
 * @param inspectorSeed of the draw of its inspectors, or null when they were not drawn
 */
record Plan(
        long id,
        String title,
        String note,
        @Nullable Integer phase,
        String listTitle,
        LocalDate due,
        String officeName,
        String orderedByName,
        LocalDate orderedOn,
        Way way,
        String chosenFrom,
        @Nullable String seed,
        int candidates,
        @Nullable String inspectorSeed,
        long tasks,
        long done,
        long withdrawn,
        long late) {

    public long planned() {
        return tasks - withdrawn;
    }

    public boolean isFinished() {
        return done + withdrawn == tasks;
    }

    public String state() {
        return isFinished() ? "已完成" : late > 0 ? "逾期 " + late + " 项" : "进行中";
    }

    public String tone() {
        return isFinished() ? "done" : late > 0 ? "late" : "wait";
    }

    public String address() {
        return "/plans/" + id;
    }
}
