package gassafety.demo;

import gassafety.demo.DemoOffices.County;
import gassafety.demo.DemoOffices.People;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.returns.Receipt;
import gassafety.returns.ReturnContent;
import gassafety.returns.ReturnWork;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The returns of the first two months: nearly all are done; of October, 北岭县's was sent back and 石麓县's came late and
 * still waits to be accepted.
 */
@Component
class DemoReturns {

    private static final YearMonth SEPTEMBER = YearMonth.of(2023, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2023, 10);
    private static final String LATE = "shilu";
    private static final String SENT_BACK = "beiling";

    /** Why a figure fell, for counties where a directive was withdrawn. */
    private static final Map<String, String> EXPLANATIONS = Map.of(
            "belowLast16", "一份监察指令书因问题描述与检查记录不一致被撤回，已另行处理。",
            "belowLast19", "一份监察指令书因问题描述与检查记录不一致被撤回，已另行处理。",
            "counties", "未报送的县局正在核对数字，已催办；全市数字由系统直接汇总，含该县已登记的业务。");

    private final ReturnWork returns;
    private final Callers callers;

    DemoReturns(ReturnWork returns, Callers callers) {
        this.returns = returns;
        this.callers = callers;
    }

    void plan(People people, Timetable timetable) {
        int minutes = 0;
        for (County county : people.counties()) {
            String code = county.office().getCode();
            boolean late = code.equals(LATE);
            LocalDateTime september =
                    LocalDate.of(2023, 9, late ? 19 : 18).atTime(9, 30).plusMinutes(minutes);
            LocalDateTime october = late
                    ? LocalDateTime.of(2023, 11, 14, 15, 30)
                    : LocalDate.of(2023, 10, 17).atTime(9, 30).plusMinutes(minutes);
            timetable.addAlone(september, () -> finish(county, SEPTEMBER, september, timetable));
            timetable.addAlone(october, () -> october(county, october, timetable));
            minutes += 10;
        }
        reportUp(people, SEPTEMBER, LocalDateTime.of(2023, 9, 20, 10, 0), timetable);
        reportUp(people, OCTOBER, LocalDateTime.of(2023, 10, 20, 10, 0), timetable);
    }

    private void finish(County county, YearMonth month, LocalDateTime when, Timetable timetable) {
        long id = handIn(county, month, when, timetable);
        Caller special = county.campaignOffice();
        timetable.addAlone(when.plusHours(24), () -> returns.accept(Turn.of(special, id)));
        timetable.addAlone(when.plusHours(25), () -> returns.lockUp(Turn.of(special, id)));
    }

    private void october(County county, LocalDateTime when, Timetable timetable) {
        switch (county.office().getCode()) {
            case LATE -> handIn(county, OCTOBER, when, timetable);
            case SENT_BACK -> {
                long id = handIn(county, OCTOBER, when, timetable);
                timetable.addAlone(
                        LocalDateTime.of(2023, 11, 13, 10, 20),
                        () -> returns.sendBack(
                                Turn.of(county.campaignOffice(), id).saying("进展情况没有写城关所充装单位的整改结果，请补充后重新提交。")));
            }
            default -> finish(county, OCTOBER, when, timetable);
        }
    }

    /** Filled in by the reporter and approved by the head. */
    private long handIn(County county, YearMonth month, LocalDateTime when, Timetable timetable) {
        Caller reporter = callers.byUsername(county.office().getCode()).orElseThrow();
        long id = submit(reporter, month, county.office().getShortName());
        timetable.addAlone(
                when.plusMinutes(100),
                () -> returns.approve(Turn.of(county.head(), id).saying("同意报送")));
        return id;
    }

    private void reportUp(People people, YearMonth month, LocalDateTime when, Timetable timetable) {
        Caller special = people.counties().get(0).campaignOffice();
        timetable.addAlone(when, () -> {
            long id = submit(special, month, "全市");
            Caller leader = callers.byUsername("leader").orElseThrow();
            timetable.addAlone(
                    when.plusHours(4), () -> returns.approve(Turn.of(leader, id).saying("同意上报")));
            timetable.addAlone(
                    when.plusHours(6),
                    () -> returns.report(Turn.of(special, id), new Receipt("示例省局特设处签收，传真回执", when.toLocalDate())));
            if (month.equals(SEPTEMBER)) {
                timetable.addAlone(when.plusDays(1), () -> returns.lockUp(Turn.of(leader, id)));
            }
        });
    }

    private long submit(Caller by, YearMonth month, String place) {
        long id = returns.begin(by, month);
        String progress = place + month.getMonthValue() + "月继续开展充装单位和燃气器具销售单位检查，对发现的隐患逐条下达整改要求并跟踪复查；"
                + "下一步对逾期未改的单位督促整改，对涉嫌违法的立案查处。";
        returns.write(Turn.of(by, id), new ReturnContent(false, progress, EXPLANATIONS));
        returns.submit(Turn.of(by, id));
        return id;
    }
}
