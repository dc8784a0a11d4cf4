package gassafety.hazard;

import gassafety.attachment.Attachments;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Stale;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what a form asks for, once, together with its photos, and only to the hazard as its sender saw it. */
@Service
class Submissions {

    private final Hazards hazards;
    private final Rectifying rectifying;
    private final Rechecking rechecking;
    private final Closing closing;
    private final MajorHazards majors;
    private final Extensions extensions;
    private final Endings endings;
    private final Reviews reviews;
    private final FollowUps followUps;
    private final Attachments attachments;
    private final JdbcClient jdbc;

    Submissions(
            Hazards hazards,
            Rectifying rectifying,
            Rechecking rechecking,
            Closing closing,
            MajorHazards majors,
            Extensions extensions,
            Endings endings,
            Reviews reviews,
            FollowUps followUps,
            Attachments attachments,
            JdbcClient jdbc) {
        this.hazards = hazards;
        this.rectifying = rectifying;
        this.rechecking = rechecking;
        this.closing = closing;
        this.majors = majors;
        this.extensions = extensions;
        this.endings = endings;
        this.reviews = reviews;
        this.followUps = followUps;
        this.attachments = attachments;
        this.jdbc = jdbc;
    }

    /** Whether this very form has been done already. */
    @Transactional(readOnly = true)
    boolean isDone(HazardForm form) {
        return jdbc.sql("select exists (select 1 from hazard_submission where key = :key)")
                .param("key", form.submission())
                .query(Boolean.class)
                .single();
    }

    /**
     * @param digest of all that was sent
     * @return whether it was done now; false when the same form had been done before
     * @throws Stale when this form was done before with other content
     */
    @Transactional
    boolean submit(long id, HazardAct act, HazardForm form, String digest, Caller by) {
        Hazard hazard = hazards.lock(id, by.scope()).orElseThrow(NotFound::new);
        int first = jdbc.sql("insert into hazard_submission (key, hazard_id, request_digest)"
                        + " values (:key, :id, :digest) on conflict do nothing")
                .param("key", form.submission())
                .param("id", id)
                .param("digest", digest)
                .update();
        if (first == 0) {
            requireSame(form, digest);
            return false;
        }
        hazard.mustStillBe(form.seenVersion());
        act(id, act, form, by);
        attachments.storeAll(hazard.source(), "before", form.getBefore(), by);
        attachments.storeAll(hazard.source(), purpose(act), form.getFiles(), by);
        return true;
    }

    private void requireSame(HazardForm form, String digest) {
        String earlier = jdbc.sql("select request_digest from hazard_submission where key = :key")
                .param("key", form.submission())
                .query(String.class)
                .single();
        if (!earlier.equals(digest)) {
            throw new Stale("这个页面已经提交办理过；这次填写的内容与当时不同，没有再写入。");
        }
    }

    private void act(long id, HazardAct act, HazardForm form, Caller by) {
        String text = form.getText();
        switch (act) {
            case ORDER -> throw new NotFound();
            case RECTIFY -> rectifying.report(id, text, form.getSigner(), by);
            case RECHECK -> rechecking.propose(id, form.isYes(), text, form.dueDay(), by);
            case COUNTERSIGN -> rechecking.countersign(id, form.isYes(), text, by);
            case CLOSE -> closing.confirm(id, form.causeChosen(), text, by);
            case DETERMINE -> majors.determine(id, form.isYes(), form.getStandard(), form.getCriterion(), text, by);
            case REPORT_UP -> {
                LocalDateTime at = Objects.requireNonNull(form.atTime());
                majors.reportUp(id, form.getNumber(), form.getReceiver(), form.getGovernment(), at, by);
            }
            case REVIEW -> reviews.review(id, text, by);
            case REQUEST_EXTENSION -> extensions.request(id, form.dueDay(), text, form.getMeasure(), by);
            case DECIDE_EXTENSION -> extensions.decide(id, form.isYes(), text, by);
            case PROPOSE_ENDING -> endings.propose(id, form.endingChosen(), text, form.getReceiver(), by);
            case DECIDE_ENDING -> endings.decide(id, form.isYes(), text, by);
            case CHECK_MEASURE -> followUps.checkMeasure(id, form.isYes(), text, by);
            case SUPERVISE -> followUps.supervise(id, form.getNumber(), form.dueDay(), text, by);
            case RECEIPT -> followUps.receipt(id, form.getNumber(), form.getReceiver(), by);
            case LIFT -> followUps.lift(id, form.getNumber(), by);
        }
    }

    private static String purpose(HazardAct act) {
        return switch (act) {
            case RECTIFY -> "after";
            case RECHECK, COUNTERSIGN, CHECK_MEASURE -> "recheck";
            case REPORT_UP, RECEIPT, LIFT, PROPOSE_ENDING -> HazardPages.OF_OFFICES_ONLY;
            default -> "paper";
        };
    }
}
