package gassafety.enforcement;

import gassafety.calendar.Today;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What cases put on desks: the steps that wait for each person, terms about to end, and the figures of the month. */
@Component
class CasePanel implements DeskPanel {

    private static final int MOST_LINES = 8;
    /** The department of the municipal bureau whose cases these are. */
    static final String MUNICIPAL_DEPARTMENT = "enforcement";

    private final CaseTasks tasks;
    private final CaseReader reader;
    private final Today today;

    CasePanel(CaseTasks tasks, CaseReader reader, Today today) {
        this.tasks = tasks;
        this.reader = reader;
        this.today = today;
    }

    @Override
    public Tasks tasks(Caller caller, int most) {
        return caller.scope().reads(RecordKind.CASES) ? tasks.of(caller) : Tasks.NONE;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!caller.scope().reads(RecordKind.CASES)) {
            return List.of();
        }
        boolean handles = caller.isAny(Role.COUNTY_ENFORCEMENT, Role.LEGAL_REVIEWER)
                || desk.getCode().equals(MUNICIPAL_DEPARTMENT);
        if (handles) {
            return List.of(terms(caller));
        }
        boolean leads = caller.isAny(Role.LEADER, Role.HEAD) && desk.getKind() != OfficeKind.SECTION;
        return leads ? List.of(month(caller)) : List.of();
    }

    /** Cases whose term runs, the one that ends first on top. */
    private DeskBlock terms(Caller caller) {
        List<DeskBlock.Line> lines = tasks.running(caller.scope()).stream()
                .sorted(Comparator.comparing(row -> due(row).due()))
                .limit(MOST_LINES)
                .map(row -> new DeskBlock.Line(
                        row.cause(),
                        row.enterpriseName() + " · " + row.bureau(),
                        due(row).getText(),
                        row.getAddress(),
                        due(row).isLate()))
                .toList();
        return new DeskBlock(40, "在办案件时限", null, "没有在办案件。", "/cases", lines);
    }

    private static Term due(CaseRow row) {
        return java.util.Objects.requireNonNull(row.term());
    }

    /** Cases filed and yuan decided this month, each opening its cases. */
    private DeskBlock month(Caller caller) {
        YearMonth month = YearMonth.from(today.day());
        CaseFilter decided = new CaseFilter("", null, null, null, month);
        List<BigDecimal> amounts = new ArrayList<>();
        reader.each(
                decided,
                caller.scope(),
                row -> Optional.ofNullable(row.amount()).ifPresent(amounts::add));
        BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long filed = reader.count(new CaseFilter("", null, null, month, null), caller.scope());
        return new DeskBlock(
                120,
                "本月案件和罚没",
                null,
                null,
                "/cases",
                List.of(
                        new DeskBlock.Line("立案", "件", String.valueOf(filed), "/cases?filed=" + month, false),
                        new DeskBlock.Line(
                                "作出处罚决定", "件", String.valueOf(amounts.size()), "/cases?decided=" + month, false),
                        new DeskBlock.Line(
                                "罚没金额", "按作出的决定", CaseDocuments.yuan(total), "/cases?decided=" + month, false)));
    }
}
