package gassafety.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One earlier problem on the form.
 *
 * @param putRight what its choice shows: what is saved, or what was chosen and could not be saved; null for none
 * @param sentence why nothing of it was saved, or null
 * @param key name that the next request of this card has
 */
record EarlierCard(
        Earlier.Problem problem,
        @Nullable Boolean putRight,
        String remark,
        @Nullable String sentence,
        String key) {

    static EarlierCard of(Earlier.Problem problem) {
        EarlierAnswer answer = problem.answer();
        return new EarlierCard(
                problem,
                answer == null ? null : answer.putRight(),
                answer == null ? "" : answer.remark(),
                null,
                UUID.randomUUID().toString());
    }

    /** With the reason; what was typed stays, the choice that holds is shown. */
    EarlierCard refused(String typedRemark, String why) {
        return new EarlierCard(
                problem, putRight, typedRemark, why, UUID.randomUUID().toString());
    }

    boolean isAbout(EarlierCard other) {
        return problem.hazard().id() == other.problem.hazard().id();
    }

    /** Version that this card is based on. */
    public int base() {
        EarlierAnswer answer = problem.answer();
        return answer == null ? 0 : answer.version();
    }

    public boolean isPutRight() {
        return Boolean.TRUE.equals(putRight);
    }

    public boolean isNotPutRight() {
        return Boolean.FALSE.equals(putRight);
    }
}
