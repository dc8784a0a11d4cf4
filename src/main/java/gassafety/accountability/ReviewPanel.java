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
    public Tasks tasks(Caller caller, int most) {
        if (!caller.isStaff()) {
            return Tasks.NONE;
        }
        Page<Review> page = reviews.page(waiting(caller), ReviewWork.scope(caller), 1, most, FIRST);
        List<Task> tasks = page.stream().map(review -> task(review, caller)).toList();
        return new Tasks(tasks, page.getTotalElements(), false);
    }

    private Specification<Review> waiting(Caller caller) {
        return isParty(caller, true).or(forOffice(caller).and(Specification.not(isParty(caller, false))));
    }

    /** What waits for the department or the leaders, whoever of them it is. */
    private Specification<Review> forOffice(Caller caller) {
        LocalDate day = today.day();
        return (review, query, criteria) -> Review.isLeader(caller)
                ? review.get("state").in(TO_APPROVE)
                : Review.isDepartment(caller)
                        ? criteria.or(
                                review.get("state").in(TO_WORK_ON),
                                criteria.and(
                                        criteria.equal(review.get("state"), ReviewState.FOUND),
                                        criteria.lessThan(review.get("explainBy"), day)))
                        : criteria.disjunction();
    }

    /** @param explains whether only of those who still have to explain */
    private static Specification<Review> isParty(Caller caller, boolean explains) {
        return (review, query, criteria) -> {
            var own = query.subquery(Integer.class);
            var party = own.correlate(review).join("parties");
            own.select(criteria.literal(1))
                    .where(
                            criteria.equal(party.get("accountId"), caller.accountId()),
                            explains ? criteria.isNull(party.get("explanation")) : criteria.conjunction(),
                            explains ? criteria.equal(review.get("state"), ReviewState.FOUND) : criteria.conjunction());
            return criteria.exists(own);
        };
    }

    private Task task(Review review, Caller caller) {
        boolean explains = review.isAbout(caller);
        LocalDate due = explains ? review.getExplainBy() : null;
        return new Task(
                explains ? "说明责任倒查线索" : "责任倒查：" + review.getState().getLabel(),
                review.getHazardNumber() + " " + review.getUnitName() + "：" + review.getProblem(),
                review.getAddress(),
                due,
                due == null ? 0 : workingDays.workingDaysOverdue(due, today.day()));
    }
}
