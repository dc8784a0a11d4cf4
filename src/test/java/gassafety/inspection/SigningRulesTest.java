package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.ChecklistKind;
import gassafety.checklist.Field;
import gassafety.hazard.EarlierHazard;
import gassafety.hazard.HazardSummary;
import gassafety.register.ExpiringPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SigningRulesTest {

    private static final AnswerContent COMPLIANT = AnswerContent.compliant();

    @Test
    void aCompleteSheetMayBeSigned() {
        assertThat(SigningRules.check(dossier(Map.of()))).isEmpty();
        assertThat(SigningRules.check(dossier(Map.of(12, Visits.aProblem())))).isEmpty();
    }

    @Test
    void everyItemIsAnswered() {
        assertThat(SigningRules.EVERY_ITEM_ANSWERED.obstacles(dossier(Map.of(3, AnswerContent.EMPTY))))
                .singleElement()
                .satisfies(obstacle -> {
                    assertThat(obstacle.position()).isEqualTo(3);
                    assertThat(obstacle.message()).contains("还没有填写");
                });
    }

    @Test
    void contradictionsAreSettled() {
        Answer standing = answer(5, 1, true, COMPLIANT);
        Answer against = answer(5, 2, false, Visits.aProblem());
        Map<Integer, AnswerHistory> answers = new TreeMap<>(sheet(Map.of()).answers());
        answers.put(5, new AnswerHistory(List.of(standing, against)));
        Sheet sheet = new Sheet(new Inspection(), list("ANNEX2"), answers, Map.of());
        assertThat(SigningRules.NO_OPEN_CONTRADICTION.obstacles(dossier(sheet)))
                .extracting(Obstacle::position)
                .containsExactly(5);
    }

    @Test
    void aProblemNeedsEverythingAHazardNeeds() {
        AnswerContent bare = COMPLIANT.with(AnswerField.VERDICT, "NONCOMPLIANT");
        assertThat(message(bare)).contains("问题描述", "级别", "处理", "整改责任人", "管控措施", "整改时限");
        assertThat(message(Visits.aProblem().with(AnswerField.DUE, ""))).contains("整改时限");
        assertThat(SigningRules.PROBLEMS_ARE_COMPLETE.obstacles(
                        dossier(Map.of(12, AnswerContent.nonconforming("未贴封", false, null, "演示员甲", "当场贴封")))))
                .as("what is put right on the spot has no term")
                .isEmpty();
    }

    @Test
    void someProblemsNeedNumbersToo() {
        assertThat(SigningRules.PROBLEMS_ARE_COMPLETE.obstacles(dossier(Map.of(43, Visits.aProblem()))))
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.message()).contains("抽查只数", "问题只数", "标识号"));
        AnswerContent counted =
                Visits.aProblem().counted("抽查只数", "20").counted("问题只数", "1").counted("标识号", "SL-1");
        assertThat(SigningRules.check(dossier(Map.of(43, counted)))).isEmpty();
    }

    @Test
    void absenceNeedsAReason() {
        assertThat(SigningRules.ABSENCE_HAS_A_REASON.obstacles(dossier(Map.of(45, AnswerContent.notApplicable("")))))
                .extracting(Obstacle::position)
                .containsExactly(45);
        assertThat(SigningRules.check(dossier(Map.of(45, AnswerContent.notApplicable("没有气液双相气瓶")))))
                .isEmpty();
    }

    @Test
    void thePairThatAsksTheSameMustAgreeOrBeExplained() {
        Sheet differing = sheet(Map.of(9, Visits.aProblem()));
        assertThat(SigningRules.APPOINTMENTS_AGREE.obstacles(dossier(differing)))
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.explainable()).isTrue());
        Explanation why = new Explanation("APPOINTMENTS_AGREE", "任命书在总公司", "演示员甲");
        assertThat(SigningRules.check(dossier(new Sheet(
                        differing.inspection(), differing.checklist(), differing.answers(), Map.of(why.rule(), why)))))
                .isEmpty();
        assertThat(SigningRules.check(
                        dossier(new Sheet(differing.inspection(), list("SELLER"), differing.answers(), Map.of()))))
                .as("only Annex 2 has this pair")
                .isEmpty();
    }

    @Test
    void whatEveryStationHasIsAbsentOnlyWithAnExplanation() {
        Sheet sheet = sheet(Map.of(1, AnswerContent.notApplicable("未见"), 24, AnswerContent.notApplicable("无装卸作业")));
        assertThat(SigningRules.ABSENCE_IS_PLAUSIBLE.obstacles(dossier(sheet)))
                .singleElement()
                .satisfies(obstacle -> {
                    assertThat(obstacle.message()).contains("1、24");
                    assertThat(obstacle.explainable()).isTrue();
                });
        assertThat(SigningRules.check(dossier(explained(sheet, "ABSENCE_IS_PLAUSIBLE"))))
                .isEmpty();
    }

    @Test
    void aLicenceThatEndedIsNotCalledValidWithoutAnExplanation() {
        ExpiringPaper ended =
                new ExpiringPaper(ExpiringPaper.Kind.FILLING_LICENCE, "充装许可证 TS4", LocalDate.of(2023, 8, 31), true);
        assertThat(SigningRules.LICENCE_AGREES.obstacles(with(sheet(Map.of()), Earlier.NONE, ended)))
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.message()).contains("充装许可证 TS4 已于 2023-08-31 到期"));
        assertThat(SigningRules.LICENCE_AGREES.obstacles(
                        with(sheet(Map.of(1, Visits.aProblem())), Earlier.NONE, ended)))
                .isEmpty();
        assertThat(SigningRules.LICENCE_AGREES.obstacles(
                        with(explained(sheet(Map.of()), "LICENCE_AGREES"), Earlier.NONE, ended)))
                .isEmpty();
        ExpiringPaper soon = new ExpiringPaper(ended.kind(), ended.name(), LocalDate.of(2023, 10, 1), false);
        assertThat(SigningRules.LICENCE_AGREES.obstacles(with(sheet(Map.of()), Earlier.NONE, soon)))
                .as("it was valid that day")
                .isEmpty();
    }

    @Test
    void aLongListAnsweredWithinMinutesAsksForTheReasonAndNoMore() {
        Sheet hurried = sheet(Map.of(), 5);
        assertThat(SigningRules.NOT_IN_A_HURRY.obstacles(dossier(hurried)))
                .singleElement()
                .satisfies(obstacle -> {
                    assertThat(obstacle.message()).contains("4 分 15 秒");
                    assertThat(obstacle.explainable()).isTrue();
                });
        assertThat(SigningRules.check(dossier(explained(hurried, "NOT_IN_A_HURRY"))))
                .isEmpty();
        assertThat(SigningRules.NOT_IN_A_HURRY.obstacles(dossier(sheet(Map.of(), 6))))
                .as("306 seconds are more than five minutes")
                .isEmpty();
    }

    @Test
    void everyEarlierProblemIsAnsweredAndAgreesWithItsItem() {
        assertThat(SigningRules.EARLIER_PROBLEMS_ANSWERED.obstacles(with(sheet(Map.of()), earlier(null))))
                .singleElement()
                .satisfies(obstacle -> {
                    assertThat(obstacle.message()).contains("BL-TS-2023-0107");
                    assertThat(obstacle.explainable()).isFalse();
                    assertThat(obstacle.anchor()).isEqualTo("#earlier");
                });
        assertThat(SigningRules.check(with(sheet(Map.of()), earlier(true)))).isEmpty();
        assertThat(SigningRules.EARLIER_PROBLEMS_AGREE.obstacles(with(sheet(Map.of()), earlier(false))))
                .extracting(Obstacle::position)
                .containsExactly(8);
        assertThat(SigningRules.check(with(sheet(Map.of(8, Visits.aProblem())), earlier(false))))
                .isEmpty();
        assertThat(SigningRules.check(with(explained(sheet(Map.of()), "EARLIER_PROBLEMS_AGREE"), earlier(false))))
                .isEmpty();
    }

    /** A hazard known under item 8, with the answer to it. */
    private static Earlier earlier(@Nullable Boolean putRight) {
        HazardSummary hazard =
                new HazardSummary(7, "BL-TS-2023-0107", 1, "示例站", "A 证过期", "A 证", false, true, "整改中", "open", null);
        EarlierHazard known =
                new EarlierHazard(hazard, "附件2第 7 项", "ANNEX2", 8, Visits.DAY.minusDays(9), null, "核查是否整改到位", "", null);
        EarlierAnswer answer = putRight == null
                ? null
                : new EarlierAnswer(
                        7, 1, 0, "key-1234", putRight, "", hazard.number(), "A 证过期", "整改中", 1, "演示员甲", Instant.EPOCH);
        return new Earlier(Visits.DAY, 1, List.of(new Earlier.Problem(known, answer)));
    }

    private static Dossier with(Sheet sheet, Earlier earlier, ExpiringPaper... papers) {
        return new Dossier(sheet, PhotosByItem.NONE, earlier, new SpotCheckList(0, null, List.of()), List.of(papers));
    }

    private static Sheet explained(Sheet sheet, String rule) {
        return new Sheet(
                sheet.inspection(),
                sheet.checklist(),
                sheet.answers(),
                Map.of(rule, new Explanation(rule, "已核实", "演示员甲")));
    }

    private static String message(AnswerContent content) {
        return SigningRules.PROBLEMS_ARE_COMPLETE
                .obstacles(dossier(Map.of(12, content)))
                .get(0)
                .message();
    }

    private static Dossier dossier(Map<Integer, AnswerContent> except) {
        return dossier(sheet(except));
    }

    private static Dossier dossier(Sheet sheet) {
        return with(sheet, Earlier.NONE);
    }

    private static Sheet sheet(Map<Integer, AnswerContent> except) {
        return sheet(except, 60);
    }

    /** @param pace seconds from one answer to the next */
    private static Sheet sheet(Map<Integer, AnswerContent> except, int pace) {
        Map<Integer, AnswerHistory> answers = new TreeMap<>();
        for (int position = 1; position <= Visits.ITEMS; position++) {
            AnswerContent content = except.getOrDefault(position, COMPLIANT);
            answers.put(position, new AnswerHistory(List.of(answer(position, 1, true, content, pace))));
        }
        return new Sheet(new Inspection(), list("ANNEX2"), answers, Map.of());
    }

    private static Answer answer(int position, int version, boolean stands, AnswerContent content) {
        return answer(position, version, stands, content, 60);
    }

    private static Answer answer(int position, int version, boolean stands, AnswerContent content, int pace) {
        return new Answer(
                position,
                version,
                version - 1,
                stands,
                "key-" + version,
                content,
                1,
                "演示员甲",
                Instant.EPOCH.plusSeconds(100_000),
                Instant.EPOCH.plusSeconds((long) pace * position));
    }

    private static Checklist list(String code) {
        List<ChecklistItem> items = IntStream.rangeClosed(1, Visits.ITEMS)
                .mapToObj(at -> new ChecklistItem(
                        at, "" + at, "人员", "项目" + at, "", "", at == 43 ? List.of("抽查只数", "问题只数", "标识号") : List.of()))
                .toList();
        LocalDate from = LocalDate.of(2023, 9, 1);
        return new Checklist(
                1, code, 1, "示例表", ChecklistKind.INSPECTION, "FILLING_STATION", Field.TS, false, from, null, items);
    }
}
