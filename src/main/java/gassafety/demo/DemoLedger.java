package gassafety.demo;

import gassafety.demo.DemoVisits.Found;
import gassafety.demo.DemoVisits.Visit;
import gassafety.hazard.Cause;
import gassafety.hazard.Closing;
import gassafety.hazard.Extensions;
import gassafety.hazard.FollowUps;
import gassafety.hazard.MajorHazards;
import gassafety.hazard.Rechecking;
import gassafety.hazard.Rectifying;
import gassafety.hazard.Reviews;
import gassafety.office.Caller;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import org.springframework.stereotype.Component;

/** What becomes of each hazard of the demonstration: most are put right in time, some late, a few not at all. */
@Component
class DemoLedger {

    private final Rectifying rectifying;
    private final Rechecking rechecking;
    private final Closing closing;
    private final Extensions extensions;
    private final MajorHazards majorHazards;
    private final Reviews reviews;
    private final FollowUps followUps;
    private final Random chance = new Random(2023);
    private int reports;

    DemoLedger(
            Rectifying rectifying,
            Rechecking rechecking,
            Closing closing,
            Extensions extensions,
            MajorHazards majorHazards,
            Reviews reviews,
            FollowUps followUps) {
        this.rectifying = rectifying;
        this.rechecking = rechecking;
        this.closing = closing;
        this.extensions = extensions;
        this.majorHazards = majorHazards;
        this.reviews = reviews;
        this.followUps = followUps;
    }

    void follow(Found found, Visit visit, Timetable timetable) {
        LocalDate day = visit.day();
        LocalDate due = found.hazard().due();
        if (found.proposedMajor()) {
            determine(found, visit, timetable, day);
        }
        if (found.onTheSpot() || due == null) {
            timetable.add(
                    visit.signing().plusMinutes(10),
                    () -> rectifying.report(found.hazard().id(), "当场改正，检查人员核实。", null, visit.lead()));
            countersign(found, visit, timetable, visit.signing().plusMinutes(15));
            return;
        }
        int fate = chance.nextInt(100);
        if (fate < 3) {
            return;
        }
        if (fate < 8) {
            reportFix(found, visit, timetable, due.plusDays(2 + chance.nextInt(5)));
        } else if (fate < 14) {
            extend(found, visit, timetable, due);
            reportFix(found, visit, timetable, due.plusDays(8));
        } else {
            reportFix(found, visit, timetable, day.plusDays(3 + chance.nextInt(12)));
        }
    }

    private void determine(Found found, Visit visit, Timetable timetable, LocalDate visited) {
        Caller section = visit.place().county().section();
        LocalDate day = timetable.after(visited, 1);
        timetable.add(
                day.atTime(9, 30),
                () -> majorHazards.determine(found.hazard().id(), true, "MEASURES_24", "现场情形见检查记录", "", section));
        timetable.add(
                day.atTime(15, 0),
                () -> majorHazards.reportUp(
                        found.hazard().id(),
                        "示例特报〔2023〕" + ++reports + "号",
                        "云岫市市场监督管理局",
                        visit.place().county().office().getShortName() + "人民政府",
                        day.atTime(14, 30),
                        section));
        timetable.add(
                timetable.after(day, 1).atTime(16, 0),
                () -> followUps.receipt(found.hazard().id(), "值班室签收", "云岫市市场监督管理局", section));
        timetable.add(
                timetable.after(day, 2).atTime(10, 0),
                () -> reviews.review(
                        found.hazard().id(),
                        "已审阅，请按期整改。",
                        visit.place().county().campaignOffice()));
    }

    private void extend(Found found, Visit visit, Timetable timetable, LocalDate due) {
        Caller decides = found.proposedMajor()
                ? visit.place().county().head()
                : visit.place().office().chief();
        timetable.add(
                due.minusDays(3).atTime(10, 0),
                () -> extensions.request(
                        found.hazard().id(), due.plusDays(10), "配件采购周期较长", "每日巡查两次，做好记录", visit.lead()));
        timetable.add(
                due.minusDays(2).atTime(10, 0),
                () -> extensions.decide(found.hazard().id(), true, "同意", decides));
    }

    /** The unit's signed paper is typed in by the lead inspector; two officers recheck; the 所长 confirms. */
    private void reportFix(Found found, Visit visit, Timetable timetable, LocalDate wanted) {
        LocalDate day = timetable.workingDay(wanted);
        timetable.add(
                day.atTime(LocalTime.of(10, 20)),
                () -> rectifying.report(
                        found.hazard().id(),
                        "已按要求完成整改，附整改前后照片。",
                        visit.place().unit().responsiblePerson(),
                        visit.lead()));
        LocalDateTime recheck = timetable.after(day, 1 + chance.nextInt(4)).atTime(14, 30);
        if (chance.nextInt(100) < 6) {
            timetable.add(
                    recheck,
                    () -> rechecking.propose(found.hazard().id(), false, "整改不彻底，部分内容仍未落实。", null, visit.lead()));
            timetable.add(
                    recheck.plusMinutes(10),
                    () -> rechecking.countersign(found.hazard().id(), true, "", visit.second()));
            return;
        }
        timetable.add(recheck, () -> rechecking.propose(found.hazard().id(), true, "现场核实，已整改到位。", null, visit.lead()));
        countersign(found, visit, timetable, recheck.plusMinutes(10));
    }

    private void countersign(Found found, Visit visit, Timetable timetable, LocalDateTime when) {
        timetable.add(when, () -> rechecking.countersign(found.hazard().id(), true, "", visit.second()));
        LocalDateTime closed = timetable.after(when.toLocalDate(), 1).atTime(9, 10);
        Cause cause = Cause.values()[chance.nextInt(Cause.values().length)];
        timetable.add(
                closed,
                () -> closing.confirm(
                        found.hazard().id(), cause, "", visit.place().office().chief()));
        if (found.proposedMajor()) {
            timetable.add(
                    timetable.after(closed.toLocalDate(), 1).atTime(11, 0),
                    () -> closing.confirm(
                            found.hazard().id(),
                            null,
                            "",
                            visit.place().county().campaignOffice()));
            timetable.add(
                    timetable.after(closed.toLocalDate(), 2).atTime(9, 0),
                    () -> followUps.lift(
                            found.hazard().id(),
                            "示例特报〔2023〕" + ++reports + "号",
                            visit.place().county().section()));
        }
    }
}
