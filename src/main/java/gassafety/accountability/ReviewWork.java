package gassafety.accountability;

import gassafety.calendar.Today;
import gassafety.enforcement.Turn;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.office.Caller;
import gassafety.office.Scope;
import gassafety.web.NotFound;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reviews to those who work on them or whom they are about, and moves them on. */
@Service
class ReviewWork {

    private final ReviewRecords reviews;
    private final Journal journal;
    private final Today today;

    ReviewWork(ReviewRecords reviews, Journal journal, Today today) {
        this.reviews = reviews;
        this.journal = journal;
        this.today = today;
    }

    /** The department and the leaders read all within their scope; everyone reads what is about them. */
    static Specification<Review> readBy(Caller caller) {
        return Review.mayReview(caller)
                ? (review, query, criteria) -> criteria.conjunction()
                : (review, query, criteria) ->
                        criteria.equal(review.join("parties").get("accountId"), caller.accountId());
    }

    /** What a person may read of them at all: whom it is about reads it wherever they work now. */
    static Scope scope(Caller caller) {
        return Review.mayReview(caller)
                ? caller.scope()
                : new Scope(caller.scope().kinds(), caller.isStaff() ? "/" : null, null);
    }

    @Transactional(readOnly = true)
    public Review require(long id, Caller caller) {
        return reviews.find(id, scope(caller))
                .filter(review -> isReadBy(caller, review))
                .orElseThrow(NotFound::new);
    }

    private static boolean isReadBy(Caller caller, Review review) {
        return Review.mayReview(caller) || review.isAbout(caller);
    }

    /** @return whether it was taken now; false when the same form had been sent before */
    @Transactional
    public boolean take(ReviewStep step, Turn turn) {
        Caller by = turn.by();
        Review review = reviews.lock(turn.id(), scope(by))
                .filter(found -> isReadBy(by, found))
                .orElseThrow(NotFound::new);
        if (turn.isRepeated(review.getVersion(), review.steps(), step)) {
            return false;
        }
        review.take(step, turn, today.day(), today.now());
        journal.record(Posting.of(
                        step == ReviewStep.EXPLAIN ? Act.REVIEW_EXPLAINED : Act.REVIEW_MOVED_ON,
                        today.day(),
                        by,
                        review.source())
                .note(step.getLabel() + "：" + turn.opinion()));
        return true;
    }
}
