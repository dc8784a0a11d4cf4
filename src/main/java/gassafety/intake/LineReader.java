package gassafety.intake;

import static gassafety.intake.LedgerColumn.DETERMINED_ON;
import static gassafety.intake.LedgerColumn.DUE;
import static gassafety.intake.LedgerColumn.ENDED_ON;
import static gassafety.intake.LedgerColumn.EXTENSIONS;
import static gassafety.intake.LedgerColumn.FAILED_RECHECKS;
import static gassafety.intake.LedgerColumn.FOUND_BY;
import static gassafety.intake.LedgerColumn.FOUND_ON;
import static gassafety.intake.LedgerColumn.ITEM;
import static gassafety.intake.LedgerColumn.LEVEL;
import static gassafety.intake.LedgerColumn.LIST;
import static gassafety.intake.LedgerColumn.MEASURE;
import static gassafety.intake.LedgerColumn.NUMBER;
import static gassafety.intake.LedgerColumn.PROBLEM;
import static gassafety.intake.LedgerColumn.REPORTED_ON;
import static gassafety.intake.LedgerColumn.REPORT_NUMBER;
import static gassafety.intake.LedgerColumn.RESPONSIBLE;
import static gassafety.intake.LedgerColumn.STATE;
import static gassafety.intake.LedgerColumn.UNIT;

import gassafety.hazard.HazardLevel;
import gassafety.hazard.HazardState;
import gassafety.hazard.KeptHazard;
import gassafety.register.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one line of a ledger, and says everything that is wrong with it at once. */
final class LineReader {

    private static final String EXTENSION_ASKED = "延期审批中";
    private static final String AT_ONCE = "立即停止";
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int LATEST_YEAR = 2100;

    private static final Set<HazardState> REPORTED = EnumSet.of(
            HazardState.AWAITING_RECHECK,
            HazardState.AWAITING_CLOSURE,
            HazardState.AWAITING_SECTION,
            HazardState.CLOSED);

    private final LedgerSheet.Line line;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    LineReader(LedgerSheet.Line line, LocalDate today) {
        this.line = line;
        this.today = today;
        for (LedgerColumn column : LedgerColumn.values()) {
            String text = line.text(column);
            int length = text.codePointCount(0, text.length());
            if (isFree(column) && length > column.longest()) {
                wrong(column, "不能超过 " + column.longest() + " 个字，现在有 " + length + " 个字");
            }
        }
    }

    List<Fault> faults() {
        return faults;
    }

    void wrong(LedgerColumn column, String reason) {
        faults.add(Fault.of(line, column, reason));
    }

    /**
     * The hazard that the line tells, or null when something is wrong with it.
     *
     * @param unit null when it was not found, which has been said
     */
    @Nullable
    KeptHazard read(@Nullable Unit unit, String field) {
        HazardLevel level = level();
        HazardState state = state();
        if (line.text(PROBLEM).isEmpty()) {
            wrong(PROBLEM, "请填写问题");
        }
        LocalDate foundOn = day(FOUND_ON, EARLIEST, true);
        if (foundOn == null && line.text(FOUND_ON).isEmpty()) {
            wrong(FOUND_ON, "请填写发现日期");
        }
        LocalDate since = foundOn == null ? EARLIEST : foundOn;
        LocalDate due = due(state, since);
        LocalDate reportedOn = day(REPORTED_ON, since, true);
        LocalDate determinedOn = day(DETERMINED_ON, since, true);
        LocalDate endedOn = day(ENDED_ON, reportedOn == null ? since : reportedOn, true);
        int failed = count(FAILED_RECHECKS);
        int extensions = count(EXTENSIONS);
        if (state != null && level != null) {
            agree(level, state);
        }
        if (!faults.isEmpty() || unit == null || level == null || state == null || foundOn == null) {
            return null;
        }
        boolean major = level == HazardLevel.MAJOR;
        return new KeptHazard(
                unit,
                line.text(NUMBER),
                field,
                level,
                state,
                line.text(PROBLEM),
                line.text(LIST),
                line.text(ITEM),
                foundOn,
                line.text(FOUND_BY),
                line.text(RESPONSIBLE),
                state == HazardState.ON_THE_SPOT && due == null ? foundOn : due,
                line.text(MEASURE),
                reportedOn,
                failed,
                extensions,
                level == HazardLevel.PROPOSED_MAJOR ? null : determinedOn,
                major && !line.text(REPORT_NUMBER).isEmpty() ? line.text(REPORT_NUMBER) : null,
                state.isOpen() ? null : endedOn);
    }

    private @Nullable HazardLevel level() {
        Optional<HazardLevel> level = HazardLevel.called(line.text(LEVEL));
        if (level.isEmpty()) {
            wrong(LEVEL, line.text(LEVEL).isEmpty() ? "请填写级别" : "级别应为一般、拟定重大或重大");
        }
        return level.orElse(null);
    }

    /** An extension that waits to be decided does not come with the ledger: it is asked for again. */
    private @Nullable HazardState state() {
        String word = line.text(STATE);
        if (word.equals(EXTENSION_ASKED)) {
            return HazardState.RECTIFYING;
        }
        HazardState state = HazardState.called(word).orElse(null);
        if (state == null) {
            wrong(STATE, word.isEmpty() ? "请填写状态" : "没有这个状态，应为立行立改、整改中、待复查、待销号、待特设科确认、已销号、终止或已移送其他部门");
        } else if (state == HazardState.VOIDED) {
            wrong(STATE, "误登的不导入，请删去这一行");
            return null;
        } else if (state == HazardState.REGISTERED) {
            wrong(STATE, "还没有下达整改，请写明立行立改或整改中");
            return null;
        }
        return state;
    }

    private @Nullable LocalDate due(@Nullable HazardState state, LocalDate since) {
        if (line.text(DUE).equals(AT_ONCE)) {
            return null;
        }
        if (line.text(DUE).isEmpty() && state == HazardState.RECTIFYING) {
            wrong(DUE, "整改中的请填写整改时限，不得继续的填“立即停止”");
        }
        return day(DUE, since, false);
    }

    /** What level and state need beside them. */
    private void agree(HazardLevel level, HazardState state) {
        boolean major = level == HazardLevel.MAJOR;
        if (state.isOpen() && line.text(RESPONSIBLE).isEmpty()) {
            wrong(RESPONSIBLE, "没有销号的请填写整改责任人");
        }
        if (REPORTED.contains(state) && line.text(REPORTED_ON).isEmpty()) {
            wrong(REPORTED_ON, "“" + state.getLabel() + "”的请填写报告整改的日期");
        }
        if (!state.isOpen() && line.text(ENDED_ON).isEmpty()) {
            wrong(ENDED_ON, "“" + state.getLabel() + "”的请填写销号或结束的日期");
        }
        if (state.isOpen() && !line.text(ENDED_ON).isEmpty()) {
            wrong(ENDED_ON, "“" + state.getLabel() + "”的还没有结束，不应有销号或结束的日期");
        }
        if (major && line.text(DETERMINED_ON).isEmpty()) {
            wrong(DETERMINED_ON, "重大隐患请填写认定日期");
        }
        if (major && state == HazardState.CLOSED && line.text(REPORT_NUMBER).isEmpty()) {
            wrong(REPORT_NUMBER, "重大隐患没有上报文号的不能已销号");
        }
        if (!major && state == HazardState.AWAITING_SECTION) {
            wrong(STATE, "只有重大隐患由特设科确认");
        }
        if (level == HazardLevel.PROPOSED_MAJOR && state == HazardState.CLOSED) {
            wrong(LEVEL, "已销号的不能还是拟定重大，请写明认定结果");
        }
    }

    private @Nullable LocalDate day(LedgerColumn column, LocalDate since, boolean past) {
        String text = line.text(column);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = WrittenDay.read(text);
        if (day == null) {
            wrong(column, "不是正确的日期，请按 2023-09-04 的样子填写");
        } else if (past && day.isAfter(today)) {
            wrong(column, "是将来的日期，今天是 " + today);
        } else if (day.getYear() > LATEST_YEAR) {
            wrong(column, "不在 " + LATEST_YEAR + " 年以前");
        } else if (day.isBefore(since)) {
            wrong(column, since.equals(EARLIEST) ? "早于 2000 年" : "早于 " + since);
        } else {
            return day;
        }
        return null;
    }

    private int count(LedgerColumn column) {
        String text = line.text(column);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.matches("[0-9]{1,3}")) {
            return Integer.parseInt(text);
        }
        wrong(column, "应为 0 到 999 的整数");
        return 0;
    }

    /** Whether it holds words of its own, whose length is checked; days, counts and choices are checked as such. */
    private static boolean isFree(LedgerColumn column) {
        return switch (column) {
            case NUMBER, PROBLEM, UNIT, LIST, ITEM, FOUND_BY, RESPONSIBLE, MEASURE, REPORT_NUMBER -> true;
            default -> false;
        };
    }
}
