package gassafety.demo;

import gassafety.checklist.Verdict;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.selfcheck.SelfAnswer;
import gassafety.selfcheck.SelfCheckWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The self-checks of the two units of the demonstration whose people have accounts. */
@Component
class DemoSelfChecks {

    private static final int DRILLS = 9;
    private static final int UPKEEP = 15;

    private final SelfCheckWork work;
    private final Callers callers;
    private long ofStation;

    DemoSelfChecks(SelfCheckWork work, Callers callers) {
        this.work = work;
        this.callers = callers;
    }

    /** The station found two things, put one right and let the other pass its day; the seller's waits to be accepted. */
    void plan(Timetable timetable) {
        timetable.add(september(12).atTime(10, 0), () -> {
            Caller station = caller("station");
            ofStation = work.begin("ANNEX1", station);
            Map<Integer, SelfAnswer> answers = inOrder(work.itemsOf(ofStation, station));
            answers.put(DRILLS, problem("三季度没有应急演练记录", september(25), "由安全总监每日现场提醒"));
            answers.put(UPKEEP, problem("烃泵八月没有维护保养记录", LocalDate.of(2023, 10, 10), "停用该泵，使用备用泵"));
            work.write(ofStation, null, answers, true, station);
        });
        timetable.add(september(13).atTime(9, 30), () -> work.accept(ofStation, caller("inspector")));
        timetable.add(
                september(22).atTime(16, 0),
                () -> work.fix(ofStation, DRILLS, "九月二十一日组织演练，记录已归档。", List.of(), caller("station")));
        timetable.add(LocalDate.of(2023, 11, 14).atTime(15, 0), () -> {
            Caller seller = caller("seller");
            long id = work.begin("SELLER_SELF", seller);
            work.write(id, null, inOrder(work.itemsOf(id, seller)), true, seller);
        });
    }

    private static Map<Integer, SelfAnswer> inOrder(int items) {
        Map<Integer, SelfAnswer> answers = new TreeMap<>();
        IntStream.rangeClosed(1, items)
                .forEach(item -> answers.put(item, new SelfAnswer(Verdict.COMPLIANT, "", false, "", null, "")));
        return answers;
    }

    private static SelfAnswer problem(String words, LocalDate due, String measure) {
        return new SelfAnswer(Verdict.NONCOMPLIANT, words, false, "演示负责人", due, measure);
    }

    private Caller caller(String username) {
        return callers.byUsername(username).orElseThrow();
    }

    private static LocalDate september(int day) {
        return LocalDate.of(2023, 9, day);
    }
}
