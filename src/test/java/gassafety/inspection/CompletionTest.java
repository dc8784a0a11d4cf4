package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.inspection.Visits.Visit;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class CompletionTest {

    @Autowired
    Visits visits;

    @Autowired
    Inspections inspections;

    @Autowired
    InspectionRecords records;

    @Autowired
    Signing signing;

    @Autowired
    HazardLedger hazards;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    record Posted(String act, LocalDate day, int quantity, String role, String licence, String office) {}

    @Test
    void theLastSignaturePostsTheVisitAndTheInspectionOnTheDayOfTheVisit() {
        Visit visit = visits.signed(Map.of());
        String office = visit.bureau().fieldOffice().getPath();
        assertThat(posted(visit))
                .containsExactly(
                        new Posted("INSPECTION_STARTED", Visits.DAY, 1, "FILLING_STATION", "", office),
                        new Posted("VISIT_MADE", Visits.DAY, 2, "", "", office),
                        new Posted("INSPECTED", Visits.DAY, 1, "FILLING_STATION", "LICENSED", office));
        assertThat(find(visit).getStatus()).isEqualTo(InspectionStatus.SIGNED);
        assertThat(find(visit).getFindings()).isZero();
    }

    @Test
    void eachNonconformingLineBecomesOneHazard() {
        Visit visit = visits.signed(Map.of(
                8,
                AnswerContent.nonconforming("A 证过期", true, Visits.DAY.plusDays(10), "演示员甲", "停止履职"),
                23,
                AnswerContent.nonconforming("未贴封", false, null, "演示员甲", "当场贴封")));
        assertThat(hazards.raisedBy(
                        new SourceRef(SourceKind.INSPECTION, visit.id(), 0),
                        visit.lead().scope()))
                .extracting(HazardSummary::problem, HazardSummary::state)
                .containsExactly(tuple("A 证过期", "整改中"), tuple("未贴封", "立行立改"));
        assertThat(find(visit).getFindings()).isEqualTo(2);
    }

    @Test
    void aRefusalToSignCountsOnceTheInspectorsHaveSigned() {
        Visit visit = visits.answered(Map.of());
        UnitSignature refused = UnitSignature.missing(UnitSignature.Outcome.REFUSED, "负责人看后离开", "村委会演示员丙");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signing.unitSigns(visit.id(), refused, visit.lead()))
                .withMessageContaining(visit.second().name());
        inspections.sign(visit.id(), visit.inspectors(), refused);
        assertThat(find(visit).getStatus()).isEqualTo(InspectionStatus.NOT_SIGNED_BY_UNIT);
        assertThat(posted(visit)).extracting(Posted::act).contains("VISIT_MADE", "INSPECTED");
    }

    @Test
    void aTerminatedInspectionCountsNowhere() {
        Visit visit = visits.answered(Map.of());
        inspections.terminate(visit.id(), visit.lead(), "现场已停业关闭");
        assertThat(posted(visit))
                .extracting(Posted::act)
                .containsExactly("INSPECTION_STARTED", "INSPECTION_TERMINATED");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null)));
    }

    @Test
    void twoListsOnOneVisitCountEachOfficerOnce() {
        Visit first = visits.signed(Map.of());
        Visit second = visits.of(first.bureau(), first.unit(), "LPG_OPERATOR");
        visits.answer(second, Map.of());
        inspections.sign(second.id(), second.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        assertThat(posted(second)).extracting(Posted::act).containsExactly("INSPECTION_STARTED", "INSPECTED");
    }

    @Test
    void theUnitReadsItsRecordOnlyWhenItIsComplete() {
        Visit visit = visits.answered(Map.of());
        Caller owner =
                world.enterpriseUser(visit.bureau().fieldOffice(), visit.unit().id());
        assertThat(records.find(visit.id(), owner.scope())).isEmpty();
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        assertThat(records.find(visit.id(), owner.scope())).isPresent();
    }

    @Test
    void theSameStartTwiceIsOneInspection() {
        World.Bureau bureau = world.bureau();
        long unit = world.licensedStation(bureau).id();
        String key = Visits.key();
        List<Caller> others = List.of(bureau.secondInspector());
        long first = inspections.start(bureau.inspector(), others, unit, "ANNEX2", Visits.DAY, "", key);
        assertThat(inspections.start(bureau.inspector(), others, unit, "ANNEX2", Visits.DAY, "", key))
                .isEqualTo(first);
        assertThat(inspections.start(
                        bureau.inspector(), others, unit, "ANNEX2", Visits.DAY.plusDays(1), "", Visits.key()))
                .as("another day is another visit")
                .isNotEqualTo(first);
    }

    @Test
    void startingNeedsTwoInspectorsADayOfTheCampaignAndAUnitInTheirArea() {
        World.Bureau bureau = world.bureau();
        long unit = world.licensedStation(bureau).id();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(bureau, List.of(), unit, Visits.DAY))
                .withMessageContaining("两名");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(bureau, List.of(bureau.inspector()), unit, Visits.DAY))
                .withMessageContaining("两名");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(bureau, List.of(bureau.secondInspector()), unit, LocalDate.of(2023, 8, 31)))
                .withMessageContaining("早于");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(bureau, List.of(bureau.secondInspector()), unit, LocalDate.of(2999, 1, 1)))
                .withMessageContaining("晚于");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> start(world.bureau(), List.of(bureau.secondInspector()), unit, Visits.DAY));
        assertThatExceptionOfType(Refusal.class)
                .as("an inspector of another county")
                .isThrownBy(() -> start(bureau, List.of(world.bureau().inspector()), unit, Visits.DAY));
    }

    @Test
    void aClosedRecordHasNoOpenHazard() {
        Visit clean = visits.signed(Map.of());
        inspections.close(clean.id(), clean.lead());
        assertThat(find(clean).getStatus()).isEqualTo(InspectionStatus.CLOSED);
        Visit withProblem = visits.signed(Map.of(8, Visits.aProblem()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> inspections.close(withProblem.id(), withProblem.lead()));
    }

    private long start(World.Bureau bureau, List<Caller> others, long unit, LocalDate day) {
        return inspections.start(bureau.inspector(), others, unit, "ANNEX2", day, "", Visits.key());
    }

    private Inspection find(Visit visit) {
        return records.find(visit.id(), visit.lead().scope()).orElseThrow();
    }

    private List<Posted> posted(Visit visit) {
        return jdbc.sql("select act, occurred_on as day, quantity::int, coalesce(role, '') as role,"
                        + " coalesce(licence_state, '') as licence, office_path as office from journal_entry"
                        + " where source_kind = 'INSPECTION' and source_id = :id order by position")
                .param("id", visit.id())
                .query(Posted.class)
                .list();
    }
}
