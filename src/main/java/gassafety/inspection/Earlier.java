package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.hazard.EarlierHazard;
import gassafety.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The problems of a unit that were known before a visit, with what the visit says of each.
 *
 * @param total how many there are; at most 50 of them have to be answered
 */
record Earlier(LocalDate visitDay, long total, List<Problem> problems) {

    static final Earlier NONE = new Earlier(Inspection.CAMPAIGN_START, 0, List.of());

    /** One of them. */
    record Problem(EarlierHazard hazard, @Nullable EarlierAnswer answer) {

        public boolean isAnswered() {
            return answer != null;
        }

        EarlierAnswer requireAnswer() {
            return Objects.requireNonNull(answer);
        }

        boolean isSeenNotPutRight() {
            return answer != null && !answer.putRight();
        }

        boolean isUnder(Checklist list, int position) {
            return hazard.checklistCode().equals(list.code()) && hazard.line() == position;
        }
    }

    Problem require(long hazardId) {
        return problems.stream()
                .filter(problem -> problem.hazard().id() == hazardId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public List<Problem> getUnanswered() {
        return problems.stream().filter(problem -> !problem.isAnswered()).toList();
    }

    /** Closed before the visit and seen again: 反弹. */
    boolean isRelapse(Problem problem) {
        return problem.isSeenNotPutRight() && problem.hazard().wasClosedOn(visitDay);
    }

    public List<Problem> getRelapses() {
        return problems.stream().filter(this::isRelapse).toList();
    }

    /** The open hazards that were found under this item and are not seen to be put right. */
    List<Problem> openUnder(Checklist list, int position) {
        return under(list, position)
                .filter(problem -> !problem.hazard().wasClosedOn(visitDay))
                .filter(problem -> !problem.isAnswered() || problem.isSeenNotPutRight())
                .toList();
    }

    /** Those under this item that are seen not to be put right, open or closed. */
    List<Problem> notPutRightUnder(Checklist list, int position) {
        return under(list, position).filter(Problem::isSeenNotPutRight).toList();
    }

    /** The open hazards that were found under this item and are said to be put right. */
    List<Problem> putRightUnder(Checklist list, int position) {
        return under(list, position)
                .filter(problem -> !problem.hazard().wasClosedOn(visitDay))
                .filter(problem -> problem.isAnswered() && !problem.isSeenNotPutRight())
                .toList();
    }

    /** The known hazards that a line is about, so that none is raised for it; empty when it is another problem. */
    List<Problem> sameAs(Checklist list, Sheet.Line line) {
        return !line.content().isNonconforming() || line.content().isAnotherProblem()
                ? List.of()
                : openUnder(list, line.item().position()).stream()
                        .filter(Problem::isAnswered)
                        .toList();
    }

    private Stream<Problem> under(Checklist list, int position) {
        return problems.stream().filter(problem -> problem.isUnder(list, position));
    }
}
