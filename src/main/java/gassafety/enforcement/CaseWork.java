package gassafety.enforcement;

import gassafety.calendar.Today;
import gassafety.document.NumberSeries;
import gassafety.hazard.HazardLedger;
import gassafety.inspection.VisitBook;
import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.office.Custody;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves cases on. Every verb acts today, checks who may do it, and does nothing when the same form arrives twice.
 * Each throws {@link NotFound} for a case outside the caller's scope, {@link Forbidden} when it is not the caller's
 * to do, {@link Refusal} when what was entered can't stand, and {@link gassafety.web.Stale} when the case was changed
 * since it was seen.
 */
@Service
public class CaseWork {

    static final int LONGEST_OUTCOME = 1_000;

    private final Cases cases;
    private final CaseJournal journal;
    private final CaseDocuments documents;
    private final NumberSeries numbers;
    private final Register register;
    private final HazardLedger hazards;
    private final VisitBook visits;
    private final Callers callers;
    private final Today today;

    CaseWork(
            Cases cases,
            CaseJournal journal,
            CaseDocuments documents,
            NumberSeries numbers,
            Register register,
            HazardLedger hazards,
            VisitBook visits,
            Callers callers,
            Today today) {
        this.cases = cases;
        this.journal = journal;
        this.documents = documents;
        this.numbers = numbers;
        this.register = register;
        this.hazards = hazards;
        this.visits = visits;
        this.callers = callers;
        this.today = today;
    }

    /**
     * Begins a case.
     *
     * @param key of the form: sent twice it makes one case; with other words it rewrites the draft that it made, as
     *     long as nobody has touched it
     * @return id of the case
     */
    @Transactional
    public long draft(Caller by, String key, long enterpriseId, CaseDraft draft) {
        if (!EnforcementCase.mayDraft(by) || !by.scope().reads(RecordKind.CASES)) {
            throw new Forbidden("案件由市场监管所或执法股的人员起草。");
        }
        Unit unit = register.require(enterpriseId, by.scope());
        Optional<Long> begun = cases.idDraftedWith(key, by.accountId());
        if (begun.isEmpty()) {
            return begin(by, key, unit, draft);
        }
        rewrite(new Turn(by, begun.get(), 0, ""), draft);
        return begun.get();
    }

    private long begin(Caller by, String key, Unit unit, CaseDraft draft) {
        check(by, unit.id(), draft);
        Custody custody = register.custody(unit, by.office()).hiddenFromUnit();
        EnforcementCase begun = cases.save(new EnforcementCase(by, custody, key, draft, today.day()));
        journal.record(begun, Act.CASE_DRAFTED, today.day(), by, draft.cause());
        return begun.getId();
    }

    private void check(Caller by, long enterpriseId, CaseDraft draft) {
        for (long hazard : draft.hazards()) {
            if (hazards.require(hazard, by.scope()).enterpriseId() != enterpriseId) {
                throw new Refusal("hazards", "所选隐患不是这个单位的。");
            }
        }
        Long inspection = draft.inspectionId();
        if (inspection != null && visits.require(inspection, by.scope()).enterpriseId() != enterpriseId) {
            throw new Refusal("inspection", "这次检查的不是这个单位。");
        }
    }

    /** Writes the draft anew; only before 提请立案. */
    @Transactional
    public void rewrite(Turn turn, CaseDraft draft) {
        EnforcementCase found = lock(turn);
        if (found.says(draft)) {
            return;
        }
        turn.requireCurrent(found.getVersion());
        check(turn.by(), found.unitId(), draft);
        found.rewrite(turn.by(), draft);
    }

    @Transactional
    public void proposeFiling(Turn turn) {
        take(turn, CaseStep.PROPOSE_FILING, found -> {});
    }

    /**
     * Approves 立案 and gives the case its number.
     *
     * @param handlerId account of the 承办人, someone of this bureau's 执法股
     */
    @Transactional
    public void file(Turn turn, long handlerId) {
        take(turn, CaseStep.FILE, found -> {
            Caller handler = handlers(turn.by()).stream()
                    .filter(person -> person.accountId() == handlerId)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("handler", "请从本局执法股人员中选择承办人。"));
            found.file(number(turn.by(), "case", "案〔%d〕%d号"), today.day(), handler);
        });
    }

    @Transactional
    public void returnFiling(Turn turn) {
        take(turn, CaseStep.RETURN_FILING, found -> {});
    }

    /** 不予立案. */
    @Transactional
    public void decline(Turn turn) {
        take(turn, CaseStep.DECLINE, found -> {});
    }

    /** Proposes what to decide; it goes to 法制审核 first when the law wants that. */
    @Transactional
    public void propose(Turn turn, Ruling ruling) {
        CaseStep step = ruling.isReviewed() ? CaseStep.SUBMIT_FOR_REVIEW : CaseStep.PROPOSE_DECISION;
        if (ruling.correctionDue() != null && ruling.correctionDue().isBefore(today.day())) {
            throw new Refusal("correctionDue", "改正期限不能早于今天 " + today.day() + "。");
        }
        take(turn, step, found -> found.propose(new Decision(turn, ruling, today.day())));
    }

    @Transactional
    public void passReview(Turn turn) {
        take(turn, CaseStep.PASS_REVIEW, found -> {});
    }

    @Transactional
    public void returnFromReview(Turn turn) {
        take(turn, CaseStep.RETURN_REVIEW, found -> {});
    }

    /** Approves the decision as it was proposed: it gets its number, its document, and counts from today. */
    @Transactional
    public void decide(Turn turn) {
        take(turn, CaseStep.DECIDE, found -> {
            Ruling ruling = found.decision().orElseThrow().ruling();
            found.decide(number(turn.by(), "decision", "处罚〔%d〕%d号"), today.day());
            journal.decided(found, ruling, today.day(), turn.by());
            documents.issueDecision(found, ruling, turn.by());
        });
    }

    @Transactional
    public void returnDecision(Turn turn) {
        take(turn, CaseStep.RETURN_DECISION, found -> {});
    }

    /** Records how the decision was served, on a day from the decision to today. */
    @Transactional
    public void serve(Turn turn, gassafety.enforcement.Service service) {
        take(turn, CaseStep.SERVE, found -> {
            service.between(java.util.Objects.requireNonNull(found.getDecidedOn()), today.day());
            found.serve(service);
            if (found.decision().orElseThrow().ruling().correction()) {
                journal.correctionServed(found, service.servedOn(), turn.by());
            }
        });
    }

    /**
     * 结案.
     *
     * @param outcome how the decision was carried out
     * @param paid fine and gains that were paid, in yuan, or null when not known: a memo that counts nowhere
     */
    @Transactional
    public void close(Turn turn, String outcome, @Nullable BigDecimal paid) {
        String result = outcome.strip();
        if (result.isEmpty() || result.length() > LONGEST_OUTCOME) {
            throw new Refusal("outcome", "请填写执行情况，不超过 " + LONGEST_OUTCOME + " 个字。");
        }
        take(turn, CaseStep.CLOSE, found -> {
            Ruling ruling = found.decision().orElseThrow().ruling();
            if (paid != null
                    && (paid.signum() < 0 || paid.compareTo(ruling.fine().add(ruling.gains())) > 0)) {
                throw new Refusal("finePaid", "已缴金额不能超过决定的罚没金额。");
            }
            found.close(today.day(), result, paid);
        });
    }

    /** Voids a case that was filed by mistake: it counts no longer. */
    @Transactional
    public void voidFiling(Turn turn) {
        take(turn, CaseStep.VOID, found -> journal.filingVoided(found, turn.by(), turn.opinion()));
    }

    /** Those who can be made 承办人 in the caller's bureau. */
    @Transactional(readOnly = true)
    public List<Caller> handlers(Caller by) {
        Office bureau = by.office().bureau();
        return callers.workingBelow(bureau.getPath(), Role.COUNTY_ENFORCEMENT).stream()
                .filter(person -> person.office().bureau().getId() == bureau.getId())
                .toList();
    }

    private void take(Turn turn, CaseStep step, Consumer<EnforcementCase> also) {
        EnforcementCase found = lock(turn);
        found.mustBeWorkOf(turn.by(), List.of(step));
        if (turn.isRepeated(found.getVersion(), found.steps(), step)) {
            return;
        }
        found.take(step, turn, today.day(), today.now());
        also.accept(found);
        journal.record(found, step.act(), today.day(), turn.by(), turn.opinion());
    }

    private EnforcementCase lock(Turn turn) {
        return cases.lock(turn.id(), turn.by().scope()).orElseThrow(NotFound::new);
    }

    /** The next number of the bureau's series in this year, as printed. */
    private String number(Caller by, String series, String form) {
        Office bureau = by.office().bureau();
        int year = today.day().getYear();
        int next = numbers.next(series + ":" + bureau.getCode() + ":" + year);
        return bureau.getAbbreviation() + form.formatted(year, next);
    }
}
