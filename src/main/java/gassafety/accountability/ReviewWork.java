package gassafety.accountability;

import gassafety.attachment.Attachments;
import gassafety.calendar.Today;
import gassafety.enforcement.Turn;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.office.Caller;
import gassafety.office.Scope;
import gassafety.web.NotFound;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Opens reviews to those who work on them or whom they are about, and moves them on. */
@Service
class ReviewWork {

    /** More than a list has items. */
    private static final int MOST_ITEMS = 100;

    private final ReviewRecords reviews;
    private final Attachments attachments;
    private final Journal journal;
    private final Today today;

    ReviewWork(ReviewRecords reviews, Attachments attachments, Journal journal, Today today) {
        this.reviews = reviews;
        this.attachments = attachments;
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

    /**
     * What is taken.
     *
     * @param withOthers whether an explanation is also that of the {@link #others}
     * @param papers files that go with it
     */
    record Step(ReviewStep step, Turn turn, boolean withOthers, List<MultipartFile> papers) {}

    /** @return whether it was taken now; false when the same form had been sent before */
    @Transactional
    public boolean take(Step sent) {
        Turn turn = sent.turn();
        Caller by = turn.by();
        Review review = reviews.lock(turn.id(), scope(by))
                .filter(found -> isReadBy(by, found))
                .orElseThrow(NotFound::new);
        if (turn.isRepeated(review.getVersion(), review.steps(), sent.step())) {
            return false;
        }
        List<Long> others = sent.withOthers() ? others(review, by) : List.of();
        take(review, sent.step(), turn);
        attachments.storeAll(review.source(), sent.step().getPath(), sent.papers(), by);
        others.forEach(other -> take(
                reviews.lock(other, scope(by)).orElseThrow(NotFound::new),
                sent.step(),
                Turn.of(by, other).saying(turn.opinion())));
        return true;
    }

    private void take(Review review, ReviewStep step, Turn turn) {
        review.take(step, turn, today.day(), today.now());
        journal.record(Posting.of(
                        step == ReviewStep.EXPLAIN ? Act.REVIEW_EXPLAINED : Act.REVIEW_MOVED_ON,
                        today.day(),
                        turn.by(),
                        review.source())
                .note(step.getLabel() + "：" + turn.opinion()));
    }

    /** The other reviews of the same record that wait for this person's explanation. */
    @Transactional(readOnly = true)
    public List<Long> others(Review review, Caller caller) {
        if (review.getInspectionId() == 0) {
            return List.of();
        }
        Specification<Review> waiting = (other, query, criteria) -> {
            var party = other.join("parties");
            return criteria.and(
                    criteria.equal(other.get("inspectionId"), review.getInspectionId()),
                    criteria.notEqual(other.get("id"), review.getId()),
                    criteria.equal(other.get("state"), ReviewState.FOUND),
                    criteria.equal(party.get("accountId"), caller.accountId()),
                    criteria.isNull(party.get("explanation")));
        };
        return reviews.page(waiting, scope(caller), 1, MOST_ITEMS, Sort.by("id")).stream()
                .map(Review::getId)
                .toList();
    }
}
