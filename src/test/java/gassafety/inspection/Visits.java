package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.register.EnterpriseRole;
import gassafety.register.Unit;
import gassafety.support.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Inspections for tests, each of a new unit in a new bureau. */
@TestComponent
class Visits {

    static final LocalDate DAY = LocalDate.of(2023, 9, 20);
    static final int ITEMS = 52;

    private final World world;
    private final Inspections inspections;

    Visits(World world, Inspections inspections) {
        this.world = world;
        this.inspections = inspections;
    }

    /** An inspection with everyone who has to do with it. */
    record Visit(long id, Unit unit, World.Bureau bureau) {

        Caller lead() {
            return bureau.inspector();
        }

        Caller second() {
            return bureau.secondInspector();
        }

        String address() {
            return "/inspections/" + id;
        }

        List<Caller> inspectors() {
            return List.of(lead(), second());
        }
    }

    Visit ofAStation() {
        World.Bureau bureau = world.bureau();
        return of(bureau, world.licensedStation(bureau), "ANNEX2");
    }

    Visit ofASeller() {
        World.Bureau bureau = world.bureau();
        return of(bureau, world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER), "SELLER");
    }

    Visit of(World.Bureau bureau, Unit unit, String list) {
        return of(bureau, unit, list, DAY);
    }

    Visit of(World.Bureau bureau, Unit unit, String list, LocalDate day) {
        long id = inspections.start(
                bureau.inspector(), List.of(bureau.secondInspector()), unit.id(), list, day, "", key());
        return new Visit(id, unit, bureau);
    }

    /** All items 符合 but these. */
    Visit answered(Map<Integer, AnswerContent> except) {
        Visit visit = ofAStation();
        answer(visit, except);
        return visit;
    }

    /** All items 符合 but these. */
    void answer(Visit visit, Map<Integer, AnswerContent> except) {
        inspections.answerAll(visit.id(), visit.lead(), except);
    }

    void sign(Visit visit) {
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
    }

    Visit signed(Map<Integer, AnswerContent> except) {
        Visit visit = answered(except);
        sign(visit);
        return visit;
    }

    static AnswerContent aProblem() {
        return AnswerContent.nonconforming("复称衡器未检定", false, DAY.plusDays(15), "演示员甲（主要负责人）", "停用该衡器");
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
