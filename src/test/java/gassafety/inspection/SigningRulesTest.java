package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.ChecklistKind;
import gassafety.checklist.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        assertThat(SigningRules.ABSENCE_HAS_A_REASON.obstacles(dossier(Map.of(24, AnswerContent.notApplicable("")))))
                .extracting(Obstacle::position)
                .containsExactly(24);
        assertThat(SigningRules.check(dossier(Map.of(24, AnswerContent.notApplicable("无装卸作业")))))
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
        return new Dossier(sheet, PhotosByItem.NONE);
    }

    private static Sheet sheet(Map<Integer, AnswerContent> except) {
        Map<Integer, AnswerHistory> answers = new TreeMap<>();
        for (int position = 1; position <= Visits.ITEMS; position++) {
            AnswerContent content = except.getOrDefault(position, COMPLIANT);
            answers.put(position, new AnswerHistory(List.of(answer(position, 1, true, content))));
        }
        return new Sheet(new Inspection(), list("ANNEX2"), answers, Map.of());
    }

    private static Answer answer(int position, int version, boolean stands, AnswerContent content) {
        return new Answer(position, version, version - 1, stands, "key-" + version, content, 1, "演示员甲", Instant.EPOCH);
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
