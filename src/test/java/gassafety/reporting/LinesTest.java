package gassafety.reporting;

import static gassafety.journal.Act.*;
import static gassafety.journal.LicenceState.LAPSED;
import static gassafety.journal.LicenceState.LICENSED;
import static gassafety.journal.LicenceState.UNLICENSED;
import static gassafety.reporting.Acts.Deed.act;
import static org.assertj.core.api.Assertions.assertThat;

import gassafety.journal.Act;
import gassafety.journal.LicenceState;
import gassafety.journal.SourceKind;
import gassafety.office.Office;
import gassafety.reporting.Acts.Deed;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each line: what counts, what taking back the last act leaves, and a near miss that changes nothing. */
@SystemTest
class LinesTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 20);

    @Autowired
    Statements statements;

    @Autowired
    Acts acts;

    @Autowired
    World world;

    /**
     * One row of the table.
     *
     * @param figure after these deeds
     * @param left after the last of them is taken back
     * @param nearMiss changes nothing
     */
    record Case(int line, String figure, String left, List<Deed> deeds, Deed nearMiss) {

        @Override
        public String toString() {
            return Annex3.line(line).orElseThrow().printedItem();
        }
    }

    static Stream<Case> lines() {
        return Stream.of(
                // three media are one case; a decided case that nobody published
                line(1, "2", "1", act(CASE_DECIDED).subject("C1"), of(CASE_EXPOSED, "C1", "C1", "C2")),
                line(2, "2", "1", act(CASE_DECIDED).subject("C3"), of(CASE_DESIGNATED_MAJOR, "C1", "C2")),
                // fined twice is one person; a trader fined as a business is a unit
                line(3, "2", "1", act(FINE_DECIDED).subject("P3"), of(PERSON_PENALISED, "P1", "P1", "P2")),
                line(4, "5", "2", act(INSPECTION_TERMINATED).quantity("2"), visit(2), visit(3)),
                // a filling station counts as LPG operator, licensed or not
                line(
                        5,
                        "3",
                        "2",
                        inspected(9, "APPLIANCE_SELLER", null),
                        inspected(1, "FILLING_STATION", LICENSED),
                        inspected(1, "LPG_OPERATOR", null),
                        inspected(2, "LPG_OPERATOR", null),
                        inspected(3, "FILLING_STATION", UNLICENSED)),
                inspections(6, "CYLINDER_MAKER", "CYLINDER_INSPECTION_BODY"),
                line(
                        7,
                        "2",
                        "1",
                        inspected(3, "FILLING_STATION", UNLICENSED),
                        inspected(1, "FILLING_STATION", LICENSED),
                        inspected(1, "FILLING_STATION", LICENSED),
                        inspected(2, "FILLING_STATION", LAPSED)),
                inspections(8, "CYLINDER_INSPECTION_BODY", "PIPELINE_INSPECTION_BODY"),
                line(9, "2", "1", inspected(9, "APPLIANCE_PRODUCER", null), times(2, APPLIANCE_SAMPLED)),
                inspections(10, "APPLIANCE_PRODUCER", "APPLIANCE_SELLER"),
                inspections(11, "APPLIANCE_SELLER", "ECOMMERCE_PLATFORM"),
                inspections(12, "PIPELINE_USER", "PIPELINE_INSTALLER"),
                inspections(13, "PIPELINE_INSPECTION_BODY", "CYLINDER_INSPECTION_BODY"),
                units(14, INTERVIEWED, act(VISIT_MADE).about(9)),
                line(15, "2", "1", act(CASE_DRAFTED), times(2, CASE_FILED)),
                units(16, CORRECTION_ORDERED, act(RECTIFIED_ON_THE_SPOT).about(9)),
                line(
                        17,
                        "30",
                        "12",
                        act(HAZARD_REGISTERED).quantity("40"),
                        act(GOODS_CONFISCATED).quantity("12"),
                        act(GOODS_CONFISCATED).quantity("18")),
                // decided and shut down are one unit
                line(
                        18,
                        "2",
                        "1",
                        act(DIRECTIVE_ISSUED).about(9),
                        act(SUSPENSION_ORDERED).about(1),
                        act(UNLICENSED_SHUT_DOWN).about(1),
                        act(UNLICENSED_SHUT_DOWN).about(2)),
                line(19, "2", "1", act(DIRECTIVE_DRAFTED), times(2, DIRECTIVE_ISSUED)),
                // suspended, then withdrawn is one certificate
                line(
                        20,
                        "2",
                        "1",
                        act(CASE_FILED).subject("CCC3"),
                        act(CCC_CERTIFICATE_SUSPENDED).subject("CCC1"),
                        act(CCC_CERTIFICATE_REVOKED).subject("CCC1"),
                        act(CCC_CERTIFICATE_REVOKED).subject("CCC2")),
                units(21, UNIT_LICENCE_REVOKED, act(SUSPENSION_ORDERED).about(9)),
                line(22, "2", "1", act(PERSON_PENALISED).subject("P3"), of(PERSON_CERTIFICATE_REVOKED, "P1", "P2")),
                // 12,345.67 yuan are 1.23 万元
                line(
                        23,
                        "12345.67",
                        "12000",
                        act(CASE_DECISION_PROPOSED).quantity("50000"),
                        act(FINE_DECIDED).quantity("12000"),
                        act(GAINS_CONFISCATED).quantity("345.67")),
                line(24, "2", "1", act(CASE_FILED).subject("C3"), of(TRANSFER_RECEIVED, "C1", "C2")),
                units(25, LISTED_AS_DISHONEST, act(PERSON_PENALISED).about(9)),
                line(26, "2", "1", act(SYSTEM_DOCUMENT_ISSUED), times(2, ENFORCEMENT_GUIDE_ISSUED)),
                // the same office twice is one
                line(27, "1", "1", act(SYSTEM_DOCUMENT_ISSUED), times(2, TASK_FORCE_FOUNDED)),
                line(28, "2", "1", act(LOCAL_GUIDANCE_ISSUED), times(2, SYSTEM_DOCUMENT_ISSUED)),
                line(29, "1", "0", act(LOCAL_GUIDANCE_ISSUED), times(1, NATIONAL_GUIDANCE_ISSUED)),
                line(30, "2", "1", act(SYSTEM_DOCUMENT_ISSUED), times(2, LOCAL_GUIDANCE_ISSUED)),
                line(31, "2", "1", act(SYSTEM_DOCUMENT_ISSUED), times(2, ASSOCIATION_PLEDGED)),
                trained(32, SUPERVISOR_TRAINED, SUPERVISORS_TRAINED_BY_HEAD_COUNT, CYLINDER_STAFF_TRAINED),
                trained(33, CYLINDER_STAFF_TRAINED, CYLINDER_STAFF_TRAINED_BY_HEAD_COUNT, APPLIANCE_STAFF_TRAINED),
                trained(34, APPLIANCE_STAFF_TRAINED, APPLIANCE_STAFF_TRAINED_BY_HEAD_COUNT, SUPERVISOR_TRAINED),
                line(
                        35,
                        "500",
                        "200",
                        act(AUDIENCE_REACHED).quantity("9"),
                        act(TRAINING_MATERIAL_HANDED_OUT).quantity("200"),
                        act(TRAINING_MATERIAL_HANDED_OUT).quantity("300")),
                line(36, "2", "1", act(PUBLICITY_EVENT_HELD), times(2, TRAINING_CLASS_HELD)),
                line(37, "2", "1", act(PUBLICITY_PRODUCT_RELEASED), times(2, MEDIA_REPORT_PUBLISHED)),
                line(38, "2", "1", act(TRAINING_CLASS_HELD), times(2, PUBLICITY_EVENT_HELD)),
                line(39, "2", "1", act(MEDIA_REPORT_PUBLISHED), times(2, PUBLICITY_PRODUCT_RELEASED)),
                line(
                        40,
                        "3000",
                        "1000",
                        act(VIEWS_READ).subject("V").quantity("7"),
                        act(AUDIENCE_REACHED).quantity("1000"),
                        act(AUDIENCE_REACHED).quantity("2000")),
                // the later reading counts even when lower; taken back, the one before it counts again
                line(
                        41,
                        "130",
                        "150",
                        act(MEDIA_REPORT_PUBLISHED).subject("V1").quantity("7"),
                        act(VIEWS_READ).subject("V2").quantity("50"),
                        act(VIEWS_READ).subject("V1").quantity("60").on(DAY.minusDays(1)),
                        act(VIEWS_READ).subject("V1").quantity("100"),
                        act(VIEWS_READ).subject("V1").quantity("80")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aLineCountsItsActs(Case line) {
        Bureau bureau = world.bureau();
        List<Long> posted = acts.post(bureau.inspector(), DAY, line.deeds());
        assertThat(figure(line.line(), bureau.city())).isEqualByComparingTo(line.figure());

        acts.post(bureau.inspector(), DAY, List.of(line.nearMiss()));
        assertThat(figure(line.line(), bureau.city())).isEqualByComparingTo(line.figure());

        acts.reverse(posted.get(posted.size() - 1), bureau.chief());
        assertThat(figure(line.line(), bureau.city())).isEqualByComparingTo(line.left());
    }

    @Test
    void theTableHasEveryLineOnce() {
        assertThat(lines().map(Case::line))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 41).boxed().toList());
    }

    @Test
    void finesAreRoundedOnceAndHalfUp() {
        Line fines = Annex3.line(Line.FINES).orElseThrow();
        assertThat(fines.printed(new BigDecimal("12345.67"))).isEqualTo(new BigDecimal("1.23"));
        assertThat(fines.printed(new BigDecimal("12350"))).isEqualTo(new BigDecimal("1.24"));
        assertThat(fines.printed(BigDecimal.ZERO)).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void whatHappenedBeforeTheCampaignOrAfterTheDayOrElsewhereDoesNotCount() {
        Bureau bureau = world.bureau();
        Office elsewhere = world.county(bureau.city());
        acts.post(
                bureau.inspector(),
                DAY,
                List.of(
                        act(CASE_FILED).on(LocalDate.of(2023, 8, 31)),
                        act(CASE_FILED).on(LocalDate.of(2023, 9, 1)),
                        act(CASE_FILED),
                        act(CASE_FILED).on(DAY.plusDays(1))));
        assertThat(figure(15, bureau.city())).isEqualByComparingTo("2");
        assertThat(figure(15, bureau.fieldOffice())).isEqualByComparingTo("2");
        assertThat(figure(15, bureau.special())).isEqualByComparingTo("0");
        assertThat(figure(15, elsewhere)).isEqualByComparingTo("0");
    }

    private BigDecimal figure(int line, Office office) {
        return statements
                .of(Cut.now(office, DAY))
                .figure(Annex3.line(line).orElseThrow())
                .exact();
    }

    private static Case line(int line, String figure, String left, Deed nearMiss, Deed... deeds) {
        return new Case(line, figure, left, List.of(deeds), nearMiss);
    }

    /** Unit 1 twice and unit 2 once are two. */
    private static Case inspections(int line, String role, String otherRole) {
        return line(
                line,
                "2",
                "1",
                inspected(9, otherRole, null),
                inspected(1, role, null),
                inspected(1, role, null),
                inspected(2, role, null));
    }

    /** Unit 1 twice and unit 2 once are two. */
    private static Case units(int line, Act act, Deed nearMiss) {
        return line(line, "2", "1", nearMiss, act(act).about(1), act(act).about(1), act(act).about(2));
    }

    /** Two named people, one of them twice, and thirty by head count. */
    private static Case trained(int line, Act named, Act headCount, Act others) {
        return line(
                line,
                "32",
                "2",
                act(others).subject("P9"),
                act(named).subject("P1"),
                act(named).subject("P1"),
                act(named).subject("P2"),
                act(headCount).quantity("30"));
    }

    private static Deed inspected(long enterprise, String role, LicenceState licence) {
        return act(INSPECTED)
                .of(Acts.newRecord(SourceKind.INSPECTION))
                .about(enterprise)
                .role(role)
                .licence(licence);
    }

    private static Deed visit(int inspectors) {
        return act(VISIT_MADE).quantity(String.valueOf(inspectors));
    }

    private static Deed[] of(Act act, String... subjects) {
        return Stream.of(subjects).map(subject -> act(act).subject(subject)).toArray(Deed[]::new);
    }

    private static Deed[] times(int count, Act act) {
        return Stream.generate(() -> act(act)).limit(count).toArray(Deed[]::new);
    }
}
