package gassafety.inspection;

import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves one answer at a time, so that nothing is lost and nothing is overwritten unseen. */
@Service
class Answering {

    private static final int MOST_TRIES = 20;

    private final InspectionRecords records;
    private final Answers answers;
    private final Checklists checklists;
    private final Deadlines deadlines;
    private final Today today;

    Answering(InspectionRecords records, Answers answers, Checklists checklists, Deadlines deadlines, Today today) {
        this.records = records;
        this.answers = answers;
        this.checklists = checklists;
        this.deadlines = deadlines;
        this.today = today;
    }

    /**
     * Saves a card. A request that is sent again gives what it saved before. The same request with other content comes
     * from someone who went back to a page that was sent already: it is a change of what that page saved.
     *
     * @throws Settled when the inspection takes no more answers
     */
    public Saved save(long id, int position, AnswerForm form, Caller by) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Saved> saved = trySaving(id, position, form, by);
            if (saved.isPresent()) {
                return saved.get();
            }
        }
        throw new Refusal("同时有多人在填写这一项，没有保存，请重试。");
    }

    /** @return what was saved, or nothing when somebody saved the same item since it was read */
    private Optional<Saved> trySaving(long id, int position, AnswerForm form, Caller by) {
        Answers.Item item = item(id, position, form.key(), by);
        LocalDate day = item.visitDay();
        AnswerContent content = form.content(day, () -> deadlines.usualFix(day));
        Optional<Answers.Sent> earlier = item.sent();
        earlier.ifPresent(sent -> requireOwn(sent.answer(), position, by));
        if (earlier.isPresent() && earlier.get().digest().equals(form.digest())) {
            return Optional.of(Saved.of(earlier.get().answer(), content, item.history()));
        }
        requireTaking(item.status());
        int madeBefore = earlier.map(sent -> sent.answer().version()).orElse(0);
        Answer answer = merged(item.history(), Math.max(form.base(), madeBefore), position, form, content, by);
        return add(id, answer, form.digest(), by)
                ? Optional.of(Saved.of(answer, content, item.history().with(answer)))
                : Optional.empty();
    }

    /**
     * What a request saved, now or before.
     *
     * @param asSent whether the item stands now as this request says, so that who sent it need not be shown it
     */
    record Saved(Answer answer, boolean asSent) {

        static Saved of(Answer answer, AnswerContent sent, AnswerHistory now) {
            return new Saved(
                    answer,
                    answer.equals(now.standing())
                            && now.contradictions().isEmpty()
                            && answer.content().equals(sent));
        }
    }

    /**
     * Settles a contradiction: the chosen version becomes the answer that holds.
     *
     * @param seen the highest version that the person saw; when there is a later one nothing is chosen
     */
    public void choose(long id, int position, int chosen, int seen, String key, Caller by) {
        Answers.Item item = item(id, position, key, by);
        requireTaking(item.status());
        AnswerHistory history = item.history();
        boolean disputed = !history.contradictions().isEmpty();
        if (!disputed || history.lastVersion() != seen) {
            return;
        }
        Answer kept = history.saved().stream()
                .filter(answer -> answer.version() == chosen)
                .findFirst()
                .orElseThrow(NotFound::new);
        add(id, next(position, history, seen, true, key, kept.content(), Duration.ZERO, by), "", by);
    }

    /**
     * Positions of what was saved after the versions that a page shows.
     *
     * @throws Settled when the inspection takes no more answers
     */
    @Transactional(readOnly = true)
    public List<Integer> newerThan(Seen seen, long id, Caller by) {
        Inspection inspection = records.find(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        requireTaking(inspection.getStatus());
        return answers.lastVersions(id).entrySet().stream()
                .filter(last -> seen.isBefore(last.getKey(), last.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Answers.Item item(long id, int position, String key, Caller by) {
        Answers.Item item = answers.item(id, position, key, by).orElseThrow(() -> whyNot(id, by));
        if (checklists.edition(item.checklistId()).item(position).isEmpty()) {
            throw new NotFound();
        }
        return item;
    }

    private RuntimeException whyNot(long id, Caller by) {
        records.find(id, by.scope()).orElseThrow(NotFound::new).requireInspector(by);
        return new NotFound();
    }

    private static void requireTaking(InspectionStatus status) {
        if (!status.isTakingAnswers()) {
            throw new Settled(status);
        }
    }

    /** The database refuses what comes after the first signature, also when that came since the item was read. */
    private boolean add(long id, Answer answer, String digest, Caller by) {
        try {
            return answers.add(id, answer, digest);
        } catch (DataIntegrityViolationException refused) {
            requireTaking(
                    records.find(id, by.scope()).orElseThrow(NotFound::new).getStatus());
            throw refused;
        }
    }

    private Answer merged(
            AnswerHistory history, int seen, int position, AnswerForm form, AnswerContent content, Caller by) {
        boolean fresh = seen == history.baseVersion();
        if (fresh && !content.isAnswered() && history.content().isAnswered()) {
            throw form.withoutVerdict();
        }
        AnswerContent merged = fresh
                ? content
                : content.mergedOnto(history.contentAt(seen), history.content()).orElse(null);
        boolean stands = merged != null && history.contradictions().isEmpty();
        int base = Math.min(seen, history.lastVersion());
        AnswerContent kept = stands && merged != null ? merged : content;
        return next(position, history, base, stands, form.key(), kept, form.age(), by);
    }

    private Answer next(
            int position,
            AnswerHistory history,
            int base,
            boolean stands,
            String key,
            AnswerContent content,
            Duration age,
            Caller by) {
        Instant now = today.now();
        return new Answer(
                position,
                history.lastVersion() + 1,
                base,
                stands,
                key,
                content,
                by.accountId(),
                by.name(),
                now,
                now.minus(age));
    }

    private static void requireOwn(Answer earlier, int position, Caller by) {
        if (earlier.position() != position || earlier.savedBy() != by.accountId()) {
            throw new Refusal("这次填写的标识与另一次填写重复，没有保存，请刷新页面后重试。");
        }
    }
}
