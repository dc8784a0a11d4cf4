package gassafety.lookback;

import gassafety.attachment.Attachments;
import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.hazard.EarlierHazards;
import gassafety.hazard.Rechecking;
import gassafety.hazard.SourceRef;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.register.Register;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Visits of hazards that were drawn: one official writes what was seen, another one signs it with their own login, and
 * then it counts. What came back becomes a new hazard, in the same transaction.
 */
@Service
class SecondLooks {

    private static final int LINE = 1;

    private final Lookbacks lookbacks;
    private final EarlierHazards earlier;
    private final Rechecking rechecking;
    private final Register register;
    private final Callers callers;
    private final Attachments attachments;
    private final Journal journal;
    private final Today today;
    private final JdbcClient jdbc;

    SecondLooks(
            Lookbacks lookbacks,
            EarlierHazards earlier,
            Rechecking rechecking,
            Register register,
            Callers callers,
            Attachments attachments,
            Journal journal,
            Today today,
            JdbcClient jdbc) {
        this.lookbacks = lookbacks;
        this.earlier = earlier;
        this.rechecking = rechecking;
        this.register = register;
        this.callers = callers;
        this.attachments = attachments;
        this.journal = journal;
        this.today = today;
        this.jdbc = jdbc;
    }

    /**
     * A form that was sent.
     *
     * @param key by which the same form is known again, with the digest of all that it said
     * @param seen version of the look back that the sender had before them
     */
    record Sent(UUID key, String digest, int seen, Caller by) {}

    /**
     * What the first official writes.
     *
     * @param due by when what came back must be put right; null with every other result
     */
    record Report(
            LookbackState result, String findings, @Nullable LocalDate due, List<MultipartFile> files) {}

    /** A visit as it was written, with the second official's words once they are there. */
    record Visit(
            long byId,
            String byName,
            String officeName,
            LocalDate doneOn,
            LookbackState result,
            String findings,
            @Nullable LocalDate due,
            @Nullable String secondName,
            @Nullable Boolean agreed,
            @Nullable String opinion) {}

    /** @return whether it was done now; false when the same form had been done before */
    @Transactional
    boolean write(long id, Report report, Sent sent) {
        Lookback lookback = lock(id, sent.by());
        if (isRepeated(id, sent)) {
            return false;
        }
        lookback.mustBeToVisitBy(sent.by());
        lookback.mustStillBe(sent.seen());
        LocalDate due = due(report);
        jdbc.sql("""
                        insert into lookback_visit (lookback_id, by_id, by_name, office_name, at, done_on, result, findings, due)
                        values (:id, :by, :name, :office, :at, :day, :result, :findings, :due)
                        """)
                .param("id", id)
                .param("by", sent.by().accountId())
                .param("name", sent.by().name())
                .param("office", sent.by().place())
                .param("at", now())
                .param("day", today.day())
                .param("result", report.result().name())
                .param("findings", report.findings())
                .param("due", due, java.sql.Types.DATE)
                .update();
        lookback.write(sent.by());
        attachments.storeAll(source(id), "recheck", report.files(), sent.by());
        tell(Act.LOOKBACK_WRITTEN, lookback, sent.by(), report.result().getLabel() + "：" + report.findings());
        return true;
    }

    private @Nullable LocalDate due(Report report) {
        if (report.result() != LookbackState.RELAPSED) {
            return null;
        }
        if (report.due() == null || !report.due().isAfter(today.day())) {
            throw new Refusal("due", "反弹的须另立隐患，请填写今天以后的整改时限。");
        }
        Deadlines.tooLongFix(today.day(), report.due()).ifPresent(why -> {
            throw new Refusal("due", why);
        });
        return report.due();
    }

    /**
     * The second official's signature.
     *
     * @param opinion must say why when they don't agree; then the visit is done again
     * @return whether it was done now; false when the same form had been done before
     */
    @Transactional
    boolean sign(long id, boolean agrees, String opinion, Sent sent) {
        Lookback lookback = lock(id, sent.by());
        if (isRepeated(id, sent)) {
            return false;
        }
        Caller second = sent.by();
        lookback.mustBeToSignBy(second);
        lookback.mustStillBe(sent.seen());
        if (!agrees && opinion.isEmpty()) {
            throw new Refusal("opinion", "请填写不同意的理由。");
        }
        Visit visit = proposed(id).orElseThrow();
        close(id, agrees, opinion, second);
        if (!agrees) {
            lookback.dispute();
            tell(Act.LOOKBACK_DISPUTED, lookback, second, opinion);
            return true;
        }
        lookback.mustNotBeOnlyOf(rechecking.passedBy(lookback.getHazardId()), second);
        settle(lookback, visit, second);
        return true;
    }

    private void settle(Lookback lookback, Visit visit, Caller second) {
        Act act = switch (visit.result()) {
            case IN_PLACE -> Act.LOOKBACK_IN_PLACE;
            case UNSEEN -> Act.LOOKBACK_UNSEEN;
            case RELAPSED -> Act.LOOKBACK_RELAPSED;
            case DRAWN, WRITTEN -> throw new IllegalStateException("no result of a visit: " + visit.result());
        };
        tell(act, lookback, second, "核查人：" + visit.byName() + "、" + second.name());
        Long relapse = visit.due() == null ? null : raise(lookback, visit, visit.due(), second);
        lookback.settle(visit.result(), visit.doneOn(), relapse);
    }

    private long raise(Lookback lookback, Visit visit, LocalDate due, Caller second) {
        Caller first = callers.byId(visit.byId()).orElseThrow();
        return earlier.raiseAgain(
                        lookback.getHazardId(),
                        new SourceRef(SourceKind.LOOKBACK, lookback.getId(), LINE),
                        register.require(lookback.unitId(), second.scope()),
                        visit.doneOn(),
                        due,
                        visit.findings(),
                        List.of(first, second))
                .id();
    }

    /** Why this person, who may sign visits, can't sign this one; empty when they can. */
    Optional<String> whyNotSigning(Lookback lookback, Caller caller) {
        return lookback.isToSignBy(caller)
                ? lookback.onlyRecheckersSentence(rechecking.passedBy(lookback.getHazardId()), caller)
                : Optional.empty();
    }

    private void close(long id, boolean agrees, String opinion, Caller second) {
        jdbc.sql("update lookback_visit set second_id = :by, second_name = :name, agreed = :agrees, opinion = :opinion,"
                        + " signed_at = :at where lookback_id = :id and agreed is null")
                .param("by", second.accountId())
                .param("name", second.name())
                .param("agrees", agrees)
                .param("opinion", opinion)
                .param("at", now())
                .param("id", id)
                .update();
    }

    /** The visit that waits for its second signature. */
    Optional<Visit> proposed(long id) {
        return of(id).stream().filter(visit -> visit.agreed() == null).findFirst();
    }

    /** Every visit, the latest first. */
    @Transactional(readOnly = true)
    List<Visit> of(long id) {
        return jdbc.sql(
                        "select by_id, by_name, office_name, done_on, result, findings, due, second_name, agreed, opinion"
                                + " from lookback_visit where lookback_id = :id order by id desc")
                .param("id", id)
                .query(Visit.class)
                .list();
    }

    private Lookback lock(long id, Caller by) {
        return lookbacks.lock(id, by.scope()).orElseThrow(NotFound::new);
    }

    private boolean isRepeated(long id, Sent sent) {
        int first = jdbc.sql("insert into lookback_submission (key, lookback_id, request_digest)"
                        + " values (:key, :id, :digest) on conflict do nothing")
                .param("key", sent.key())
                .param("id", id)
                .param("digest", sent.digest())
                .update();
        if (first > 0) {
            return false;
        }
        String digest = jdbc.sql("select request_digest from lookback_submission where key = :key")
                .param("key", sent.key())
                .query(String.class)
                .single();
        if (!Objects.equals(digest, sent.digest())) {
            throw new Stale("这个页面已经提交办理过；这次填写的内容与当时不同，没有再写入。");
        }
        return true;
    }

    static Source source(long id) {
        return new Source(SourceKind.LOOKBACK, id);
    }

    /** The acts stand in the history of the hazard. */
    private void tell(Act act, Lookback lookback, Caller by, String note) {
        journal.record(Posting.of(act, today.day(), by, new Source(SourceKind.HAZARD, lookback.getHazardId()))
                .about(lookback.unitId())
                .note(note));
    }

    private OffsetDateTime now() {
        return today.now().atOffset(ZoneOffset.UTC);
    }
}
