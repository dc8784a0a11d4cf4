package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerContentTest {

    private static final AnswerContent NOTHING = AnswerContent.EMPTY;
    private static final AnswerContent COMPLIANT = AnswerContent.compliant();
    private static final AnswerContent PROBLEM = Visits.aProblem();

    @Test
    void theSameVerdictTwiceIsAgreement() {
        assertThat(COMPLIANT.mergedOnto(NOTHING, COMPLIANT)).contains(COMPLIANT);
    }

    @Test
    void anotherVerdictContradicts() {
        assertThat(COMPLIANT.mergedOnto(NOTHING, PROBLEM)).isEmpty();
        assertThat(COMPLIANT.with(AnswerField.REMARK, "已看").mergedOnto(COMPLIANT, PROBLEM))
                .as("who only adds a remark to 符合 has not seen that it became 不符合")
                .isEmpty();
    }

    @Test
    void eachFieldThatOnlyOneTouchedIsTheirs() {
        AnswerContent mine = PROBLEM.with(AnswerField.MEASURE, "专人看守");
        AnswerContent theirs = PROBLEM.with(AnswerField.RESPONSIBLE, "演示员乙（安全员）");
        assertThat(mine.mergedOnto(PROBLEM, theirs))
                .contains(PROBLEM.with(AnswerField.MEASURE, "专人看守").with(AnswerField.RESPONSIBLE, "演示员乙（安全员）"));
    }

    @Test
    void oneTextWrittenTwiceContradicts() {
        assertThat(PROBLEM.with(AnswerField.PROBLEM, "衡器过期")
                        .mergedOnto(PROBLEM, PROBLEM.with(AnswerField.PROBLEM, "衡器损坏")))
                .isEmpty();
    }

    @Test
    void aRemarkAloneTakesNoSide() {
        assertThat(NOTHING.with(AnswerField.REMARK, "待查").mergedOnto(NOTHING, PROBLEM))
                .contains(PROBLEM.with(AnswerField.REMARK, "待查"));
    }
}
