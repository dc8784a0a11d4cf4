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
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final Today today;

    Answering(
            InspectionRecords records,
            Answers answers,
            Checklists checklists,
            Deadlines deadlines,
            Turns turns,
            JdbcClient jdbc,
            Today today) {
        this.records = records;
        this.answers = answers;
        this.checklists = checklists;
        this.deadlines = deadlines;
        this.turns = turns;
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * Saves a card. A request that is sent again gives what it saved before. The same request with other content comes
     * from someone who went back to a page that was sent already: it is a change of what that page saved.
     *
     * @return what this request saved, now or before
     * @throws Settled when the inspection takes no more answers
     */
    @Transactional
    public Answer save(long id, int position, AnswerForm form, Caller by) {
        Inspection inspection = writable(id, position, by);
        AnswerContent content = form.content(
                inspection.getVisitDay(),
                deadlines.due(USUAL_TERM, inspection.getVisitDay()).day());
        InspectionStatus now = hold(inspection, position);
        Optional<Answers.Saved> earlier = answers.savedUnder(id, form.key());
        earlier.ifPresent(saved -> requireOwn(saved.answer(), position, by));
        if (earlier.isPresent() && earlier.get().digest().equals(form.digest())) {
            return earlier.get().answer();
        }
        requireTaking(now);
        int madeBefore = earlier.map(saved -> saved.answer().version()).orElse(0);
        return add(id, position, Math.max(form.base(), madeBefore), form, content, by);
    }

    /**
     * Settles a contradiction: the chosen version becomes the answer that holds.
     *
     * @param seen the highest version that the person saw; when there is a later one nothing is chosen
     */
    @Transactional
    public void choose(long id, int position, int chosen, int seen, String key, Caller by) {
        Inspection inspection = writable(id, position, by);
        requireTaking(hold(inspection, position));
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
        requireTaking(inspection.getStatus());
        return answers.lastVersions(id).entrySet().stream()
                .filter(last -> seen.isBefore(last.getKey(), last.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Inspection writable(long id, int position, Caller by) {
        Inspection inspection = records.find(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        if (checklists.edition(inspection.getChecklistId()).item(position).isEmpty()) {
            throw new NotFound();
        }
        return inspection;
    }

    /** The share lock lets any number of answers in at once, and none after the signature that freezes them. */
    private InspectionStatus hold(Inspection inspection, int position) {
        String status = jdbc.sql("select status from inspection where id = :id for share")
                .param("id", inspection.getId())
                .query(String.class)
                .single();
        turns.take("answer " + inspection.getId() + " " + position);
        return InspectionStatus.valueOf(status);
    }

    private static void requireTaking(InspectionStatus now) {
        if (!now.isTakingAnswers()) {
            throw new Settled(now);
        }
    }

    private Answer add(long id, int position, int seen, AnswerForm form, AnswerContent content, Caller by) {
        AnswerHistory history = answers.history(id, position);
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
