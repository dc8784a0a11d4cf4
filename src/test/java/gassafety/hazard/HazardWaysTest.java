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
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Role;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
                Set.of(RECEIPT),
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

    @Autowired
    JdbcClient jdbc;

    private String body = "";

    @Autowired
    World world;

    @ParameterizedTest
    @EnumSource
    void exactlyTheseMayDoExactlyThis(Stage stage) {
        Walk.Case one = stage.way.apply(walk);
        readers(stage, one)
                .forEach((caller, acts) -> assertThat(possible(one.id(), caller))
                        .as(stage + " for " + caller.roles())
                        .isEqualTo(acts));
    }

    @ParameterizedTest
    @EnumSource
    void thePageOffersExactlyThatAndWhatElseIsSentIsRefusedWithASentence(Stage stage) {
        Walk.Case one = stage.way.apply(walk);
        String stands = standing(one);
        readers(stage, one).forEach((caller, acts) -> {
            assertThat(offered(one.id(), caller))
                    .as(stage + " for " + caller.roles())
                    .isEqualTo(acts);
            for (HazardAct act : HazardAct.values()) {
                if (acts.contains(act)) {
                    assertThat(asked(one, act, caller)).hasStatus(200);
                } else {
                    refused(stage, one, act, caller, Set.of(403, 409, 422));
                }
            }
        });
        assertThat(standing(one)).as("what was refused changed nothing").isEqualTo(stands);
    }

    /** The scope is asked before the state, so that three of them stand for all. */
    @ParameterizedTest
    @EnumSource(names = {"RECTIFYING", "MAJOR", "CLOSED"})
    void whoStandsOutsideLearnsNothingAndChangesNothing(Stage stage) {
        Walk.Case one = stage.way.apply(walk);
        String stands = standing(one);
        for (Caller stranger : strangers(one)) {
            assertThat(mvc.get()
                            .uri("/hazards/{id}", one.id())
                            .with(user(stranger.username()))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(stage + " for " + stranger.roles())
                    .isIn(403, 404);
            for (HazardAct act : HazardAct.values()) {
                refused(stage, one, act, stranger, Set.of(403, 404));
            }
        }
        assertThat(standing(one)).isEqualTo(stands);
    }

    private Map<Caller, Set<HazardAct>> readers(Stage stage, Walk.Case one) {
        World.Bureau people = one.people();
        Map<Caller, Set<HazardAct>> table = stage.allowed(one);
        for (Caller onlyReader : List.of(
                people.leader(),
                people.caseHandler(),
                people.reviewer(),
                world.hire(people.county(), Role.REPORTER),
                world.hire(people.special(), Role.DEPARTMENT))) {
            table.put(onlyReader, NOTHING);
        }
        return table;
    }

    /** Other counties, another municipality, another unit, and those who read no business record. */
    private List<Caller> strangers(Walk.Case one) {
        World.Bureau people = one.people();
        World.Bureau others = world.bureau();
        Office neighbour = world.county(people.city());
        return List.of(
                world.inspector(world.fieldOffice(neighbour)),
                world.inspector(world.fieldOffice(people.county())),
                world.hire(neighbour, Role.HEAD),
                world.hire(neighbour, Role.COUNTY_SPECIAL_SECTION),
                others.campaignOffice(),
                others.enforcementDepartment(),
                world.enterpriseUser(
                        people.fieldOffice(), world.licensedStation(people).id()),
                world.hire(people.city(), Role.ADMINISTRATOR),
                world.hire(people.city(), Role.AUDITOR));
    }

    private MvcTestResult asked(Walk.Case one, HazardAct act, Caller caller) {
        return mvc.get()
                .uri("/hazards/{id}/{act}", one.id(), act.getNoun())
                .with(user(caller.username()))
                .exchange();
    }

    private void refused(Stage stage, Walk.Case one, HazardAct act, Caller caller, Set<Integer> statuses) {
        MvcTestResult answer = mvc.post()
                .uri("/hazards/{id}/{act}", one.id(), act.getNoun())
                .param(
                        "version",
                        String.valueOf(hazards.find(
                                        one.id(), one.people().campaignOffice().scope())
                                .orElseThrow()
                                .getVersion()))
                .param("text", "演示情况说明")
                .param("yes", "true")
                .with(user(caller.username()))
                .with(csrf())
                .exchange();
        assertThat(answer.getResponse().getStatus())
                .as(stage + ": " + act + " by " + caller.roles())
                .isIn(statuses);
        assertThat(answer).bodyText().satisfies(text -> body = text);
        assertThat(Jsoup.parse(body).select(".problem h1 + p").text())
                .as(stage + ": " + act + " by " + caller.roles())
                .matches(".{6,}。");
    }

    private String standing(Walk.Case one) {
        return jdbc.sql("""
                        select h::text || (select count(*) from journal_entry where source_kind = 'HAZARD' and source_id = h.id)
                        from hazard h where id = ?
                        """).param(one.id()).query(String.class).single();
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
