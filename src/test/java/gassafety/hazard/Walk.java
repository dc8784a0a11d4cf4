package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.support.World;
import java.time.LocalDateTime;
import org.springframework.boot.test.context.TestComponent;

/** Walks a hazard along its way, by the people whose acts they are. */
@TestComponent
class Walk {

    static final String CRITERION = "MEASURES_24";

    private final Found found;
    private final World world;
    private final Rectifying rectifying;
    private final Rechecking rechecking;
    private final Closing closing;
    private final MajorHazards majors;
    private final Extensions extensions;
    private final Endings endings;
    private final FollowUps followUps;
    private final Today today;

    Walk(
            Found found,
            World world,
            Rectifying rectifying,
            Rechecking rechecking,
            Closing closing,
            MajorHazards majors,
            Extensions extensions,
            Endings endings,
            FollowUps followUps,
            Today today) {
        this.today = today;
        this.found = found;
        this.world = world;
        this.rectifying = rectifying;
        this.rechecking = rechecking;
        this.closing = closing;
        this.majors = majors;
        this.extensions = extensions;
        this.endings = endings;
        this.followUps = followUps;
    }

    /** A hazard with the people around it. */
    record Case(World.Bureau people, Caller unitUser, HazardSummary hazard) {

        long id() {
            return hazard.id();
        }
    }

    Case rectifying() {
        World.Bureau bureau = world.bureau();
        return started(bureau, found.general(bureau));
    }

    Case onTheSpot() {
        World.Bureau bureau = world.bureau();
        return started(bureau, found.onTheSpot(bureau));
    }

    Case proposedMajor() {
        World.Bureau bureau = world.bureau();
        return started(bureau, found.proposedMajor(bureau));
    }

    private Case started(World.Bureau bureau, HazardSummary hazard) {
        return new Case(bureau, world.enterpriseUser(bureau.fieldOffice(), hazard.enterpriseId()), hazard);
    }

    Case determined(Case one) {
        majors.determine(
                one.id(), true, CRITERION, "充装设备的紧急切断失效", "", one.people().countySection());
        return one;
    }

    Case reportedUp(Case one) {
        LocalDateTime now = LocalDateTime.ofInstant(today.now(), Today.ZONE);
        majors.reportUp(
                one.id(), "示特报〔2023〕3号", "示例市局", "示例县人民政府", now, one.people().countySection());
        return one;
    }

    Case supervised(Case one) {
        followUps.supervise(
                one.id(),
                "示安督〔2023〕1号",
                found.today().plusDays(20),
                "停用设备，限期更换",
                one.people().enforcementDepartment());
        return one;
    }

    Case received(Case one) {
        followUps.receipt(one.id(), "值班室签收", "示例市局", one.people().countySection());
        return one;
    }

    Case lifted(Case one) {
        followUps.lift(one.id(), "示特报〔2023〕9号", one.people().countySection());
        return one;
    }

    Case measureChecked(boolean effective, Case one) {
        followUps.checkMeasure(one.id(), effective, "现场已停止充装", one.people().inspector());
        return one;
    }

    Case reportedBy(Caller reporter, Case one) {
        rectifying.report(one.id(), "已更换切断阀并试验合格", null, reporter);
        return one;
    }

    Case reportedBy(Case one) {
        return reportedBy(one.unitUser(), one);
    }

    Case typedIn(Case one) {
        rectifying.report(one.id(), "已更换切断阀", "演示员丙", one.people().inspector());
        return one;
    }

    Case recheckWritten(boolean passed, Case one) {
        rechecking.propose(one.id(), passed, "现场试验切断动作", null, one.people().inspector());
        return one;
    }

    Case rechecked(boolean passed, Case one) {
        recheckWritten(passed, one);
        rechecking.countersign(one.id(), true, "", one.people().secondInspector());
        return one;
    }

    Case confirmed(Caller by, Case one) {
        closing.confirm(one.id(), Cause.THING, "", by);
        return one;
    }

    Case extensionAsked(Case one) {
        extensions.request(
                one.id(),
                found.today().plusDays(30),
                "配件采购周期长",
                "停止充装",
                one.people().inspector());
        return one;
    }

    Case extensionGranted(Caller by, Case one) {
        extensions.decide(one.id(), true, "", by);
        return one;
    }

    Case endingProposed(Ending ending, Case one) {
        endings.propose(one.id(), ending, "单位已注销", "示例住建局", one.people().inspector());
        return one;
    }

    Case ended(Ending ending, Case one) {
        endingProposed(ending, one);
        endings.decide(one.id(), true, "", one.people().chief());
        return one;
    }
}
