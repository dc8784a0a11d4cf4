package gassafety.hazard;

import static gassafety.hazard.HazardAct.CHECK_MEASURE;
import static gassafety.hazard.HazardAct.CLOSE;
import static gassafety.hazard.HazardAct.COUNTERSIGN;
import static gassafety.hazard.HazardAct.DECIDE_ENDING;
import static gassafety.hazard.HazardAct.DECIDE_EXTENSION;
import static gassafety.hazard.HazardAct.DETERMINE;
import static gassafety.hazard.HazardAct.LIFT;
import static gassafety.hazard.HazardAct.PROPOSE_ENDING;
import static gassafety.hazard.HazardAct.RECEIPT;
import static gassafety.hazard.HazardAct.RECHECK;
import static gassafety.hazard.HazardAct.RECTIFY;
import static gassafety.hazard.HazardAct.REPORT_UP;
import static gassafety.hazard.HazardAct.REQUEST_EXTENSION;
import static gassafety.hazard.HazardAct.REVIEW;
import static gassafety.hazard.HazardAct.SUPERVISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every stage × every act × every role: what is not named here is refused. */
@SystemTest
class HazardWaysTest {

    private static final Set<HazardAct> NOTHING = Set.of();

    /** A stage, and what first and second inspector, unit, 所长, 县局特设股, 县局负责人 and 特设科 may do in it. */
    enum Stage {
        ON_THE_SPOT(
                Walk::onTheSpot,
                Set.of(RECTIFY, PROPOSE_ENDING),
                Set.of(RECTIFY, PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        RECTIFYING(
                Walk::rectifying,
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION),
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        PROPOSED_MAJOR(
                Walk::proposedMajor,
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION),
                NOTHING,
                Set.of(DETERMINE),
                NOTHING,
                Set.of(REVIEW)),
        MAJOR(
                walk -> walk.determined(walk.proposedMajor()),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION),
                NOTHING,
                Set.of(REPORT_UP),
                NOTHING,
                Set.of(REVIEW)),
        EXTENSION_ASKED(
                walk -> walk.extensionAsked(walk.rectifying()),
                Set.of(RECTIFY, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY),
                Set.of(DECIDE_EXTENSION),
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        EXTENSION_OF_MAJOR_ASKED(
                walk -> walk.extensionAsked(walk.determined(walk.proposedMajor())),
                Set.of(RECTIFY, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY),
                NOTHING,
                Set.of(REPORT_UP),
                Set.of(DECIDE_EXTENSION),
                Set.of(REVIEW)),
        REPORTED_BY_UNIT(
                walk -> reportedByUnit(walk, walk.rectifying()),
                Set.of(RECHECK, PROPOSE_ENDING),
                Set.of(RECHECK, PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        REPORTED_BY_FIRST_INSPECTOR(
                walk -> {
                    Walk.Case one = walk.rectifying();
                    return walk.reportedBy(one.people().inspector(), one);
                },
                Set.of(PROPOSE_ENDING),
                Set.of(RECHECK, PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        TYPED_IN_FROM_THE_UNITS_PAPER(
                walk -> walk.typedIn(walk.rectifying()),
                Set.of(RECHECK, PROPOSE_ENDING),
                Set.of(RECHECK, PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        ON_THE_SPOT_RECORDED_BY_FIRST_INSPECTOR(
                walk -> {
                    Walk.Case one = walk.onTheSpot();
                    return walk.reportedBy(one.people().inspector(), one);
                },
                Set.of(PROPOSE_ENDING),
                Set.of(COUNTERSIGN, PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        RECHECK_WRITTEN_BY_FIRST_INSPECTOR(
                walk -> walk.recheckWritten(true, reportedByUnit(walk, walk.rectifying())),
                Set.of(PROPOSE_ENDING),
                Set.of(COUNTERSIGN, PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        RECHECK_PASSED(
                walk -> walk.rechecked(true, reportedByUnit(walk, walk.rectifying())),
                Set.of(PROPOSE_ENDING),
                Set.of(PROPOSE_ENDING),
                NOTHING,
                Set.of(CLOSE),
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        RECHECK_FAILED(
                walk -> walk.rechecked(false, reportedByUnit(walk, walk.rectifying())),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION),
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        PASSED_BUT_NOT_DETERMINED(
                walk -> walk.rechecked(true, reportedByUnit(walk, walk.proposedMajor())),
                Set.of(PROPOSE_ENDING),
                Set.of(PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                Set.of(DETERMINE),
                NOTHING,
                Set.of(REVIEW)),
        MAJOR_CONFIRMED_BUT_NOT_REPORTED_UP(
                walk -> confirmedByChief(walk, walk.determined(walk.proposedMajor())),
                Set.of(PROPOSE_ENDING),
                Set.of(PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                Set.of(REPORT_UP),
                NOTHING,
                Set.of(REVIEW)),
        MAJOR_CONFIRMED_BY_CHIEF(
                walk -> confirmedByChief(walk, walk.reportedUp(walk.determined(walk.proposedMajor()))),
                Set.of(PROPOSE_ENDING),
                Set.of(PROPOSE_ENDING),
                NOTHING,
                NOTHING,
                Set.of(RECEIPT),
                NOTHING,
                Set.of(CLOSE, REVIEW)),
        MAJOR_SUPERVISED_AND_RECEIVED(
                walk -> walk.received(walk.supervised(walk.reportedUp(walk.determined(walk.proposedMajor())))),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION, PROPOSE_ENDING, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION),
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        MAJOR_CLOSED(
                Stage::closedMajor, NOTHING, NOTHING, NOTHING, NOTHING, Set.of(RECEIPT, LIFT), NOTHING, Set.of(REVIEW)),
        MAJOR_CLOSED_AND_LIFTED(
                walk -> walk.lifted(walk.received(closedMajor(walk))),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        CLOSED(
                walk -> confirmedByChief(walk, walk.rectifying()),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        ENDING_PROPOSED_BY_FIRST_INSPECTOR(
                walk -> walk.endingProposed(Ending.TERMINATED, walk.rectifying()),
                Set.of(RECTIFY, REQUEST_EXTENSION, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION, CHECK_MEASURE),
                Set.of(RECTIFY, REQUEST_EXTENSION),
                Set.of(DECIDE_ENDING),
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        TERMINATED(
                walk -> walk.ended(Ending.TERMINATED, walk.rectifying()),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        TRANSFERRED(
                walk -> walk.ended(Ending.TRANSFERRED, walk.rectifying()),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Set.of(REVIEW)),
        VOIDED(
                walk -> walk.ended(Ending.VOIDED, walk.rectifying()),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING);

        /** Where 执法稽查科 may begin to supervise. */
        private static final Set<Stage> SUPERVISABLE = EnumSet.of(
                MAJOR, EXTENSION_OF_MAJOR_ASKED, MAJOR_CONFIRMED_BUT_NOT_REPORTED_UP, MAJOR_CONFIRMED_BY_CHIEF);

        private final Function<Walk, Walk.Case> way;
        private final List<Set<HazardAct>> allowed;

        @SafeVarargs
        Stage(Function<Walk, Walk.Case> way, Set<HazardAct>... allowed) {
            this.way = way;
            this.allowed = List.of(allowed);
        }

        private static Walk.Case reportedByUnit(Walk walk, Walk.Case one) {
            return walk.reportedBy(one.unitUser(), one);
        }

        private static Walk.Case confirmedByChief(Walk walk, Walk.Case one) {
            return walk.confirmed(one.people().chief(), walk.rechecked(true, reportedByUnit(walk, one)));
        }

        private static Walk.Case closedMajor(Walk walk) {
            Walk.Case one = confirmedByChief(walk, walk.reportedUp(walk.determined(walk.proposedMajor())));
            return walk.confirmed(one.people().campaignOffice(), one);
        }

        Map<Caller, Set<HazardAct>> allowed(Walk.Case one) {
            World.Bureau people = one.people();
            List<Caller> callers = List.of(
                    people.inspector(),
                    people.secondInspector(),
                    one.unitUser(),
                    people.chief(),
                    people.countySection(),
                    people.countyHead(),
                    people.campaignOffice());
            Map<Caller, Set<HazardAct>> table = new LinkedHashMap<>();
            for (int at = 0; at < callers.size(); at++) {
                table.put(callers.get(at), allowed.get(at));
            }
            table.put(people.enforcementDepartment(), SUPERVISABLE.contains(this) ? Set.of(SUPERVISE) : NOTHING);
            for (Caller onlyReader : List.of(people.leader(), people.caseHandler(), people.reviewer())) {
                table.put(onlyReader, NOTHING);
            }
            return table;
        }
    }

    @Autowired
    Walk walk;

    @Autowired
    Found found;

    @Autowired
    Hazards hazards;

    @Autowired
    MockMvcTester mvc;

    private String body = "";

    @ParameterizedTest
    @EnumSource
    void exactlyTheseMayDoExactlyThis(Stage stage) {
        Walk.Case one = stage.way.apply(walk);
        stage.allowed(one)
                .forEach((caller, acts) -> assertThat(possible(one.id(), caller))
                        .as(stage + " for " + caller.roles())
                        .isEqualTo(acts));
    }

    @ParameterizedTest
    @EnumSource
    void thePageOffersExactlyThat(Stage stage) {
        Walk.Case one = stage.way.apply(walk);
        stage.allowed(one)
                .forEach((caller, acts) -> assertThat(offered(one.id(), caller))
                        .as(stage + " for " + caller.roles())
                        .isEqualTo(acts));
    }

    private Set<HazardAct> offered(long id, Caller caller) {
        assertThat(mvc.get().uri("/hazards/{id}", id).with(user(caller.username())))
                .hasStatus(200)
                .bodyText()
                .satisfies(text -> body = text);
        EnumSet<HazardAct> offered = EnumSet.noneOf(HazardAct.class);
        for (HazardAct act : HazardAct.values()) {
            if (!Jsoup.parse(body)
                    .select("a[href=/hazards/" + id + "/" + act.getNoun() + "]")
                    .isEmpty()) {
                offered.add(act);
            }
        }
        return offered;
    }

    private Set<HazardAct> possible(long id, Caller caller) {
        Hazard hazard = hazards.find(id, caller.scope()).orElseThrow();
        LocalDate today = found.today();
        EnumSet<HazardAct> possible = EnumSet.noneOf(HazardAct.class);
        for (HazardAct act : HazardAct.values()) {
            if (hazard.offers(act) && WhoMay.obstacle(hazard, act, caller, today) == null) {
                possible.add(act);
            }
        }
        return possible;
    }
}
