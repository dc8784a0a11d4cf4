package gassafety.enforcement;

import gassafety.office.Caller;
import gassafety.register.Unit;
import gassafety.support.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Brings cases to where a test begins. */
@TestComponent
class CaseJourneys {

    private final CaseWork work;
    private final World world;

    CaseJourneys(CaseWork work, World world) {
        this.work = work;
        this.world = world;
    }

    /** A bureau, one of its stations, and a case about it. */
    record Situation(World.Bureau bureau, Unit station, long id) {

        Turn turn(Caller by) {
            return Turn.of(by, id);
        }
    }

    static CaseDraft draft() {
        return new CaseDraft("涉嫌充装超期未检气瓶", "现场发现3只超期未检气瓶正在充装。", "《气瓶安全技术规程》", Set.of(), null);
    }

    static Ruling ruling(String fine, String gains) {
        return new Ruling(
                new BigDecimal(fine),
                new BigDecimal(gains),
                List.of(),
                true,
                null,
                Closedown.NONE,
                "充装超期未检气瓶3只。",
                "《特种设备安全法》第八十五条");
    }

    Situation drafted() {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        long id = work.draft(bureau.inspector(), UUID.randomUUID().toString(), station.id(), draft());
        return new Situation(bureau, station, id);
    }

    Situation proposed() {
        Situation at = drafted();
        work.proposeFiling(at.turn(at.bureau().inspector()));
        return at;
    }

    Situation filed() {
        return filed(proposed());
    }

    Situation filed(Situation at) {
        work.file(at.turn(at.bureau().countyHead()), at.bureau().caseHandler().accountId());
        return at;
    }

    Situation ruled(@Nullable Ruling ruling) {
        Situation at = filed();
        work.propose(at.turn(at.bureau().caseHandler()), ruling == null ? ruling("12000", "345.67") : ruling);
        return at;
    }

    Situation decided() {
        Situation at = ruled(null);
        work.decide(at.turn(at.bureau().countyHead()));
        return at;
    }
}
