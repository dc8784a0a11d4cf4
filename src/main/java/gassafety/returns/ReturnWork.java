package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.campaign.ReportMonth;
import gassafety.campaign.Reporters;
import gassafety.campaign.ReportingManner;
import gassafety.enforcement.Turn;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.reporting.Bridge;
import gassafety.reporting.Cut;
import gassafety.reporting.Statements;
import gassafety.returns.ReturnArchive.Base;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves monthly returns on. Every verb acts today, checks who may do it, and does nothing when the same form arrives
 * twice. Each throws {@link NotFound} for a return outside the caller's scope, {@link Forbidden} when it is not the
 * caller's to do, {@link Refusal} when what was entered can't stand, and {@link gassafety.web.Stale} when the return was
 * changed since it was seen.
 */
@Service
public class ReturnWork {

    private final MonthlyReturns returns;
    private final ReturnArchive archive;
    private final Preparation preparation;
    private final Reporters reporters;
    private final Statements statements;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Today today;
    private final TransactionTemplate transaction;

    ReturnWork(
            MonthlyReturns returns,
            ReturnArchive archive,
            Preparation preparation,
            Reporters reporters,
            Statements statements,
            Journal journal,
            JdbcClient jdbc,
            Today today,
            TransactionTemplate transaction) {
        this.returns = returns;
        this.archive = archive;
        this.preparation = preparation;
        this.reporters = reporters;
        this.statements = statements;
        this.journal = journal;
        this.jdbc = jdbc;
        this.today = today;
        this.transaction = transaction;
    }

    /**
     * Begins the return of the caller's bureau for a month, or finds the one that was begun.
     *
     * @return its id
     */
    @Transactional
    public long begin(Caller by, YearMonth month) {
        if (!MonthlyReturn.mayFillIn(by) || !by.scope().reads(RecordKind.RETURNS)) {
            throw new Forbidden("月报由县局填报人填写，市局的由专班办公室填写。");
        }
        ReportMonth wanted = preparation.month(month);
        if (today.day().isBefore(wanted.opens())) {
            throw new Refusal("month", month + " 的月报从 " + wanted.opens() + " 开始填报。");
        }
        Office bureau = by.office().bureau();
        ReportingManner manner = reporters.of(bureau, wanted.cutOff());
        if (manner != ReportingManner.IN_SYSTEM) {
            throw new Refusal("month", bureau.getShortName() + "在这次行动中" + manner.getLabel() + "，不在系统内填报月报。");
        }
        // Whoever begins at the same time waits here and finds what was begun.
        jdbc.sql("select id from office where id = :id for no key update")
                .param("id", bureau.getId())
                .query(Long.class)
                .single();
        return returns.idOf(bureau.getId(), month.atDay(1)).orElseGet(() -> {
            MonthlyReturn begun = returns.save(new MonthlyReturn(bureau, month));
            journal.record(posting(begun, Act.RETURN_BEGUN, by));
            return begun.getId();
        });
    }

    /** Writes the draft anew. */
    @Transactional
    public void write(Turn turn, ReturnContent content) {
        MonthlyReturn found = lock(turn);
        found.mustBeWritableBy(turn.by());
        if (found.says(content)) {
            return;
        }
        turn.requireCurrent(found.getVersion());
        found.write(turn.by(), content);
    }

    /**
     * Hands the return in as it stands: freezes the journal, and with it figures, wording, edition and workbook.
     *
     * @throws IllegalStateException within a transaction that has posted to the journal
     */
    public void submit(Turn turn) {
        long position = journal.freeze();
        transaction.executeWithoutResult(
                status -> take(turn, ReturnStep.SUBMIT, found -> freeze(found, turn, position)));
    }

    private void freeze(MonthlyReturn found, Turn turn, long position) {
        Base base = preparation.base(found);
        Cut cut = preparation.cut(found, position);
        Bridge bridge = preparation.bridge(found, base, cut);
        List<Remark> remarks = preparation.remarks(found, bridge);
        require(found.content(), remarks);
        archive.keep(found, turn, base, statements.of(cut), bridge, remarks);
    }

    private static void require(ReturnContent content, List<Remark> remarks) {
        if (content.progress().isBlank() && !content.nil()) {
            throw new Refusal("请先填写“专项整治行动进展情况”；本期没有新情况的，勾选零报告。");
        }
        Optional<Remark> wrong = remarks.stream().filter(Remark::hard).findFirst();
        if (wrong.isPresent()) {
            throw new Refusal(wrong.get().message());
        }
        List<Remark> unexplained = remarks.stream()
                .filter(remark -> !content.explanations().containsKey(remark.name()))
                .toList();
        if (!unexplained.isEmpty()) {
            throw new Refusal("还有 " + unexplained.size() + " 处疑点没有说明，请先在草稿中逐条说明："
                    + unexplained.get(0).message());
        }
    }

    /** The head of a county, or the leader, stands in for what was submitted by another person. */
    @Transactional
    public void approve(Turn turn) {
        take(turn, ReturnStep.APPROVE, found -> {});
    }

    /** Sends it back with a reason; what was handed in is kept. */
    @Transactional
    public void sendBack(Turn turn) {
        take(turn, ReturnStep.SEND_BACK, found -> {});
    }

    @Transactional
    public void accept(Turn turn) {
        take(turn, ReturnStep.ACCEPT, found -> {});
    }

    /** Records that the municipal return was reported upward, with the superior's receipt of today or before. */
    @Transactional
    public void report(Turn turn, Receipt receipt) {
        take(turn, ReturnStep.REPORT, found -> {
            if (receipt.day().isAfter(today.day())) {
                throw new Refusal("receiptOn", "回执日期不能晚于今天 " + today.day() + "。");
            }
            if (receipt.day().isBefore(archive.last(found).orElseThrow().submittedOn())) {
                throw new Refusal("receiptOn", "回执日期不能早于月报提交的日子。");
            }
            found.receive(receipt);
        });
    }

    @Transactional
    public void lockUp(Turn turn) {
        take(turn, ReturnStep.LOCK, found -> {});
    }

    /** Opens a locked return with a reason; what is handed in then is the next revision. */
    @Transactional
    public void unlock(Turn turn) {
        take(turn, ReturnStep.UNLOCK, found -> {});
    }

    private void take(Turn turn, ReturnStep step, Consumer<MonthlyReturn> also) {
        MonthlyReturn found = lock(turn);
        found.mustBeWorkOf(turn.by(), List.of(step));
        if (turn.isRepeated(found.getVersion(), found.steps(), step)) {
            return;
        }
        found.mustAllow(turn.by(), List.of(step));
        also.accept(found);
        found.take(step, turn, today.day(), today.now());
        journal.record(posting(found, step.act(), turn.by()).note(turn.opinion()));
    }

    private MonthlyReturn lock(Turn turn) {
        return returns.lock(turn.id(), turn.by().scope()).orElseThrow(NotFound::new);
    }

    private Posting posting(MonthlyReturn found, Act act, Caller by) {
        return Posting.of(act, today.day(), by, found.source());
    }
}
