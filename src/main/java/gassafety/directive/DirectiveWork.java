package gassafety.directive;

import gassafety.calendar.Today;
import gassafety.document.DocumentTemplates;
import gassafety.document.IssuedDocuments;
import gassafety.document.NumberSeries;
import gassafety.enforcement.Turn;
import gassafety.hazard.HazardLedger;
import gassafety.inspection.VisitBook;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves directives on. Every verb acts today, checks who may do it, and does nothing when the same form arrives twice.
 * Each throws {@link NotFound} for a directive outside the caller's scope, {@link Forbidden} when it is not the
 * caller's to do, {@link Refusal} when what was entered can't stand, and {@link gassafety.web.Stale} when the
 * directive was changed since it was seen.
 */
@Service
public class DirectiveWork {

    private final Directives directives;
    private final Journal journal;
    private final IssuedDocuments documents;
    private final DocumentTemplates templates;
    private final NumberSeries numbers;
    private final Register register;
    private final HazardLedger ledger;
    private final VisitBook visits;
    private final Corrections corrections;
    private final Today today;

    DirectiveWork(
            Directives directives,
            Journal journal,
            IssuedDocuments documents,
            DocumentTemplates templates,
            NumberSeries numbers,
            Register register,
            HazardLedger ledger,
            VisitBook visits,
            Corrections corrections,
            Today today) {
        this.directives = directives;
        this.journal = journal;
        this.documents = documents;
        this.templates = templates;
        this.numbers = numbers;
        this.register = register;
        this.ledger = ledger;
        this.visits = visits;
        this.corrections = corrections;
        this.today = today;
    }

    /**
     * Begins a 监察指令书.
     *
     * @param key of the form: sent twice it makes one directive; with other words it rewrites the draft that it made,
     *     as long as nobody has touched it
     * @return its id
     */
    @Transactional
    public long draft(Caller by, String key, long enterpriseId, DirectiveText text) {
        return draft(by, key, enterpriseId, DirectiveKind.SUPERVISION, text);
    }

    /** Begins a directive of any kind, in the same way. */
    @Transactional
    public long draft(Caller by, String key, long enterpriseId, DirectiveKind kind, DirectiveText text) {
        if (!Directive.mayDraft(by) || !by.scope().reads(RecordKind.CASES)) {
            throw new Forbidden(kind.getLabel() + "由市场监管所、特设股或执法股的人员起草。");
        }
        Unit unit = register.require(enterpriseId, by.scope());
        Optional<Long> begun = directives.idDraftedWith(key, by.accountId());
        if (begun.isEmpty()) {
            return begin(by, key, unit, kind, text);
        }
        rewrite(new Turn(by, begun.get(), 0, ""), text);
        return begun.get();
    }

    private long begin(Caller by, String key, Unit unit, DirectiveKind kind, DirectiveText text) {
        check(by, unit.id(), text);
        if (kind == DirectiveKind.CORRECTION) {
            corrections.check(by, text);
        }
        var custody = register.custody(unit, by.office()).hiddenFromUnit();
        Directive begun = directives.save(new Directive(by, custody, kind, key, text, today.day()));
        Act drafted = kind == DirectiveKind.SUPERVISION ? Act.DIRECTIVE_DRAFTED : Act.CORRECTION_DRAFTED;
        journal.record(posting(begun, drafted, today.day(), by));
        return begun.getId();
    }

    private void check(Caller by, long enterpriseId, DirectiveText text) {
        requireDue(text.due());
        for (long hazard : text.hazards()) {
            if (ledger.require(hazard, by.scope()).enterpriseId() != enterpriseId) {
                throw new Refusal("hazards", "所选隐患不是这个单位的。");
            }
        }
        Long inspection = text.inspectionId();
        if (inspection != null && visits.require(inspection, by.scope()).enterpriseId() != enterpriseId) {
            throw new Refusal("inspection", "这次检查的不是这个单位。");
        }
    }

    private void requireDue(LocalDate due) {
        if (due.isBefore(today.day())) {
            throw new Refusal("due", "整改期限不能早于今天 " + today.day() + "。");
        }
        if (due.isAfter(today.day().plusYears(1))) {
            throw new Refusal("due", "整改期限不能超过一年。");
        }
    }

    /** Writes the draft anew; only before 提请签发. */
    @Transactional
    public void rewrite(Turn turn, DirectiveText text) {
        Directive found = lock(turn);
        if (found.says(text)) {
            return;
        }
        turn.requireCurrent(found.getVersion());
        check(turn.by(), found.unitId(), text);
        if (found.getKind() == DirectiveKind.CORRECTION) {
            corrections.check(turn.by(), text);
        }
        found.rewrite(turn.by(), text);
    }

    @Transactional
    public void propose(Turn turn) {
        take(turn, DirectiveStep.PROPOSE, found -> {});
    }

    /** Issues the directive: it gets the bureau's number and its document, and counts from today. */
    @Transactional
    public void issue(Turn turn) {
        take(turn, DirectiveStep.ISSUE, found -> {
            if (found.getDue().isBefore(today.day())) {
                throw new Refusal("step", "整改期限 " + found.getDue() + " 已过，请退回修改后再签发。");
            }
            Office bureau = turn.by().office().bureau();
            int year = today.day().getYear();
            DirectiveKind kind = found.getKind();
            int next = numbers.next(kind.series(bureau.getCode(), year));
            Unit unit = register.require(found.unitId(), turn.by().scope());
            String number = bureau.getAbbreviation() + kind.number(year, next);
            keep(found, found.issue(bureau.getName(), number, unit.name(), today.day()), unit, turn.by());
        });
    }

    private void keep(Directive found, DirectiveLetter letter, Unit unit, Caller by) {
        documents.keep(
                by,
                register.custody(unit, by.office()).hiddenFromUnit(),
                RecordKind.CASES,
                source(found),
                letter.getTitle(),
                letter.number(),
                templates.make(letter.kind().document(), by.office().bureau(), letter.values(unit)));
    }

    @Transactional
    public void returnToDraft(Turn turn) {
        take(turn, DirectiveStep.RETURN, found -> {});
    }

    /** Records how both copies were served, on a day from the issue to today; the order to correct counts then. */
    @Transactional
    public void serve(Turn turn, gassafety.enforcement.Service service) {
        take(turn, DirectiveStep.SERVE, found -> {
            service.between(Objects.requireNonNull(found.getIssuedOn()), today.day());
            found.serve(service);
            journal.record(posting(found, Act.CORRECTION_ORDERED, service.servedOn(), turn.by())
                    .actOf(turn.by().office().bureau()));
        });
    }

    /** Takes an issued directive back: it counts no longer, nor does its order to correct. */
    @Transactional
    public void withdraw(Turn turn) {
        take(turn, DirectiveStep.WITHDRAW, found -> {
            for (Act counted : new Act[] {Act.DIRECTIVE_ISSUED, Act.CORRECTION_ORDERED}) {
                journal.positionsOf(source(found), counted)
                        .forEach(position -> journal.reverse(position, turn.by(), turn.opinion()));
            }
        });
    }

    private void take(Turn turn, DirectiveStep step, Consumer<Directive> also) {
        Directive found = lock(turn);
        found.mustBeWorkOf(turn.by(), List.of(step));
        if (turn.isRepeated(found.getVersion(), found.steps(), step)) {
            return;
        }
        found.take(step, turn, today.day(), today.now());
        also.accept(found);
        Posting posting = posting(found, step.act(found.getKind()), today.day(), turn.by())
                .note(turn.opinion());
        journal.record(
                step == DirectiveStep.ISSUE ? posting.actOf(turn.by().office().bureau()) : posting);
    }

    private Directive lock(Turn turn) {
        return directives.lock(turn.id(), turn.by().scope()).orElseThrow(NotFound::new);
    }

    static Source source(Directive directive) {
        return new Source(SourceKind.DIRECTIVE, directive.getId());
    }

    private static Posting posting(Directive directive, Act act, LocalDate day, Caller by) {
        return Posting.of(act, day, by, source(directive)).about(directive.unitId());
    }
}
