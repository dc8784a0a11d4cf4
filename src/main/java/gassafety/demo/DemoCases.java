package gassafety.demo;

import gassafety.demo.DemoVisits.Found;
import gassafety.demo.DemoVisits.Visit;
import gassafety.enforcement.CaseDraft;
import gassafety.enforcement.CaseWork;
import gassafety.enforcement.Closedown;
import gassafety.enforcement.ConfiscatedGoods;
import gassafety.enforcement.GoodsUnit;
import gassafety.enforcement.Ruling;
import gassafety.enforcement.Service;
import gassafety.enforcement.ServiceWay;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The cases of the demonstration, on the straight line from the draft to the closing, each as far as time allows. */
@Component
class DemoCases {

    private static final int CASES = 44;

    private final CaseWork cases;
    private final TransactionTemplate transaction;
    private final Random chance = new Random(46);
    private int troubled;
    private int drafted;

    DemoCases(CaseWork cases, TransactionTemplate transaction) {
        this.cases = cases;
        this.transaction = transaction;
    }

    /** A case against every fourth unit where something was found, and always where filling is not licensed. */
    void consider(Visit visit, List<Found> found, Timetable timetable) {
        boolean unlicensed = visit.place().isUnlicensed();
        if (found.isEmpty() || drafted >= CASES) {
            return;
        }
        if (unlicensed || troubled++ % 4 == 0) {
            drafted++;
            begin(visit, found, timetable, unlicensed);
        }
    }

    private void begin(Visit visit, List<Found> found, Timetable timetable, boolean unlicensed) {
        Found reason = found.get(0);
        String cause =
                unlicensed ? "涉嫌未取得充装许可从事气瓶充装活动" : "涉嫌" + reason.problem().text();
        CaseDraft draft = new CaseDraft(
                cause,
                visit.day() + " 检查发现：" + reason.problem().text() + "。",
                visit.list().equals("ANNEX2") ? "《中华人民共和国特种设备安全法》第四十九条" : "《中华人民共和国产品质量法》第二十七条",
                found.stream().map(each -> each.hazard().id()).limit(2).collect(Collectors.toSet()),
                null);
        LocalDate day = timetable.after(visit.day(), 1);
        timetable.add(day.atTime(15, 30), () -> file(visit, draft, timetable, ruling(visit, reason, unlicensed)));
    }

    private void file(Visit visit, CaseDraft draft, Timetable timetable, Ruling ruling) {
        Caller drafter = visit.lead();
        Caller head = visit.place().county().head();
        Caller handler = visit.place().county().caseHandler();
        long id = required(transaction.execute(made -> {
            long begun = cases.draft(
                    drafter,
                    "demonstration-" + visit.place().unit().id() + "-" + visit.begin(),
                    visit.place().unit().id(),
                    draft);
            cases.proposeFiling(Turn.of(drafter, begun));
            return begun;
        }));
        LocalDate filed = timetable.after(visit.day(), 3);
        timetable.add(filed.atTime(10, 0), () -> cases.file(Turn.of(head, id).saying("同意立案"), handler.accountId()));
        LocalDate proposed = timetable.after(filed, 6 + chance.nextInt(12));
        timetable.add(proposed.atTime(11, 0), () -> cases.propose(Turn.of(handler, id), ruling));
        LocalDateTime decided = timetable.after(proposed, 3).atTime(9, 40);
        if (ruling.isReviewed()) {
            timetable.add(
                    timetable.after(proposed, 1).atTime(16, 0),
                    () -> cases.passReview(
                            Turn.of(visit.place().county().reviewer(), id).saying("事实清楚，证据充分，适用法律正确")));
        }
        timetable.add(decided, () -> cases.decide(Turn.of(head, id).saying("同意")));
        LocalDate served = timetable.after(decided.toLocalDate(), 2);
        timetable.add(
                served.atTime(15, 0),
                () -> cases.serve(
                        Turn.of(handler, id),
                        new Service(
                                served, ServiceWay.DIRECT, visit.place().unit().responsiblePerson())));
        timetable.add(
                timetable.after(served, 8).atTime(10, 0),
                () -> cases.close(
                        Turn.of(handler, id), "罚没款已缴清，已改正。", ruling.fine().add(ruling.gains())));
    }

    /** Amounts within the law's ranges: 特种设备安全法第85条 for filling, 产品质量法 for goods. */
    private Ruling ruling(Visit visit, Found reason, boolean unlicensed) {
        boolean station = visit.list().equals("ANNEX2");
        boolean unfit = station && reason.problem().position() == 43;
        BigDecimal fine = unlicensed
                ? yuan(150_000)
                : unfit ? yuan(20_000 + 1_000L * chance.nextInt(60)) : yuan(3_000 + 500L * chance.nextInt(40));
        BigDecimal gains = unlicensed ? new BigDecimal("8642.50") : BigDecimal.valueOf(chance.nextInt(90_000), 2);
        boolean suspended = !unlicensed && unfit && chance.nextInt(4) == 0;
        List<ConfiscatedGoods> goods = station
                ? List.of()
                : List.of(new ConfiscatedGoods("示例燃气软管", BigDecimal.valueOf(2 + chance.nextInt(12)), GoodsUnit.GEN));
        return new Ruling(
                fine,
                gains,
                goods,
                !unlicensed,
                null,
                unlicensed ? Closedown.SHUT_DOWN : suspended ? Closedown.SUSPENSION : Closedown.NONE,
                "经查，当事人" + reason.problem().text() + "，以上事实有检查记录、照片和当事人陈述为证。",
                station ? "《中华人民共和国特种设备安全法》第四十九条、第八十五条" : "《中华人民共和国产品质量法》第二十七条、第五十四条");
    }

    private static BigDecimal yuan(long amount) {
        return BigDecimal.valueOf(amount);
    }

    private static long required(@org.jspecify.annotations.Nullable Long id) {
        return java.util.Objects.requireNonNull(id);
    }
}
