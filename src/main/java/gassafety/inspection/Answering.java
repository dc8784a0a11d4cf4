package gassafety.inspection;

import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves one answer at a time, so that nothing is lost and nothing is overwritten unseen. */
@Service
class Answering {

    static final String USUAL_TERM = "HAZARD_FIX";

    private final InspectionRecords records;
    private final Answers answers;
    private final Checklists checklists;
    private final Deadlines deadlines;
    private final Turns turns;
    private final Today today;

    Answering(
            InspectionRecords records,
            Answers answers,
            Checklists checklists,
            Deadlines deadlines,
            Turns turns,
            Today today) {
        this.records = records;
        this.answers = answers;
        this.checklists = checklists;
        this.deadlines = deadlines;
        this.turns = turns;
        this.today = today;
    }

    /**
     * Saves a card. A request that is sent again gives what it saved before. The same request with other content comes
     * from someone who went back to a page that was sent already: it is a change of what that page saved.
     *
     * @return what this request saved, now or before, and how the item stands now
     * @throws Settled when the inspection takes no more answers
     */
    @Transactional
    public Saved save(long id, int position, AnswerForm form, Caller by) {
        Inspection inspection = hold(id, position, by);
        AnswerContent content = form.content(
                inspection.getVisitDay(),
                () -> deadlines.due(USUAL_TERM, inspection.getVisitDay()).day());
        turns.take("answer " + id + " " + position);
        Answers.Known known = answers.known(id, position, form.key());
        AnswerHistory history = known.history();
        Optional<Answers.Sent> earlier = known.sent();
        earlier.ifPresent(sent -> requireOwn(sent.answer(), position, by));
        if (earlier.isPresent() && earlier.get().digest().equals(form.digest())) {
            return new Saved(inspection, earlier.get().answer(), history);
        }
        requireTaking(inspection);
        int madeBefore = earlier.map(sent -> sent.answer().version()).orElse(0);
        Answer added = add(id, history, Math.max(form.base(), madeBefore), position, form, content, by);
        return new Saved(inspection, added, history.with(added));
    }

    /** What a request saved, and everything that was saved of the item until then. */
    record Saved(Inspection inspection, Answer answer, AnswerHistory history) {}

    /**
     * Settles a contradiction: the chosen version becomes the answer that holds.
     *
     * @param seen the highest version that the person saw; when there is a later one nothing is chosen
     */
    @Transactional
    public void choose(long id, int position, int chosen, int seen, String key, Caller by) {
        requireTaking(hold(id, position, by));
        turns.take("answer " + id + " " + position);
        AnswerHistory history = answers.history(id, position);
        boolean disputed = !history.contradictions().isEmpty();
        if (!disputed || history.lastVersion() != seen) {
            return;
        }
        Answer kept = history.saved().stream()
                .filter(answer -> answer.version() == chosen)
                .findFirst()
                .orElseThrow(NotFound::new);
        answers.add(id, next(position, history, seen, true, key, kept.content(), by), "");
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
        requireTaking(inspection);
        return answers.lastVersions(id).entrySet().stream()
                .filter(last -> seen.isBefore(last.getKey(), last.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The share lock lets any number of answers in at once, and none after the signature that freezes them. */
    private Inspection hold(long id, int position, Caller by) {
        Inspection inspection = records.share(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        if (checklists.edition(inspection.getChecklistId()).item(position).isEmpty()) {
            throw new NotFound();
        }
        return inspection;
    }

    private static void requireTaking(Inspection inspection) {
        if (!inspection.getStatus().isTakingAnswers()) {
            throw new Settled(inspection.getStatus());
        }
    }

    private Answer add(
            long id, AnswerHistory history, int seen, int position, AnswerForm form, AnswerContent content, Caller by) {
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
        Answer saved = next(position, history, base, stands, form.key(), kept, by);
        answers.add(id, saved, form.digest());
        return saved;
    }

    private Answer next(
            int position,
            AnswerHistory history,
            int base,
            boolean stands,
            String key,
            AnswerContent content,
            Caller by) {
        return new Answer(
                position,
                history.lastVersion() + 1,
                base,
                stands,
                key,
                content,
                by.accountId(),
                by.name(),
                today.now());
    }

    private static void requireOwn(Answer earlier, int position, Caller by) {
        if (earlier.position() != position || earlier.savedBy() != by.accountId()) {
            throw new Refusal("这次填写的标识与另一次填写重复，没有保存，请刷新页面后重试。");
        }
    }
}
