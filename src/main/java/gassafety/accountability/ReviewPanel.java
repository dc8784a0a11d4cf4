package gassafety.accountability;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** ReviewRecords on the desks of those who explain, propose and approve. */
@Component
class ReviewPanel implements DeskPanel {

    private static final Sort FIRST = Sort.by("explainBy", "id");
    private static final Set<ReviewState> TO_APPROVE =
            EnumSet.of(ReviewState.START_PROPOSED, ReviewState.DROP_PROPOSED, ReviewState.FINDING_PROPOSED);
    private static final Set<ReviewState> TO_WORK_ON = EnumSet.of(
            ReviewState.EXPLAINED, ReviewState.STARTED, ReviewState.CHECKED, ReviewState.LIABLE, ReviewState.REFERRED);

    private final ReviewRecords reviews;
    private final WorkingDays workingDays;
    private final Today today;

    ReviewPanel(ReviewRecords reviews, WorkingDays workingDays, Today today) {
        this.reviews = reviews;
        this.workingDays = workingDays;
        this.today = today;
    }

    @Override
    public Tasks tasks(Caller caller) {
        if (!caller.isStaff()) {
            return Tasks.NONE;
        }
        Page<Review> page = reviews.page(waiting(caller), ReviewWork.scope(caller), 1, Tasks.MOST, FIRST);
        List<Task> tasks = page.stream().map(review -> task(review, caller)).toList();
        return new Tasks(tasks, page.getTotalElements(), false);
    }

    private Specification<Review> waiting(Caller caller) {
        LocalDate day = today.day();
        if (Review.isLeader(caller)) {
            return (review, query, criteria) -> review.get("state").in(TO_APPROVE);
        }
        if (Review.isDepartment(caller)) {
            return (review, query, criteria) -> criteria.or(
                    review.get("state").in(TO_WORK_ON),
                    criteria.and(
                            criteria.equal(review.get("state"), ReviewState.FOUND),
                            criteria.lessThan(review.get("explainBy"), day)));
        }
        return (review, query, criteria) -> {
            var party = review.join("parties");
            return criteria.and(
                    criteria.equal(review.get("state"), ReviewState.FOUND),
                    criteria.equal(party.get("accountId"), caller.accountId()),
                    criteria.isNull(party.get("explanation")));
        };
    }

    private Task task(Review review, Caller caller) {
        boolean explains = !Review.mayReview(caller);
        LocalDate due = explains ? review.getExplainBy() : null;
        return new Task(
                explains ? "说明责任倒查线索" : "责任倒查：" + review.getState().getLabel(),
                review.getHazardNumber() + " " + review.getUnitName() + "：" + review.getProblem(),
                review.getAddress(),
                due,
                due == null ? 0 : workingDays.workingDaysOverdue(due, today.day()));
    }
}
