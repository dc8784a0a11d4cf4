package gassafety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class JournalTest {

    private static final LocalDate DAY = LocalDate.of(2023, 9, 20);
    private static final AtomicLong SOURCE = new AtomicLong(1_000);

    @Autowired
    Journal journal;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set quantity = 2",
                "update journal_entry set note = note where false",
                "delete from journal_entry",
                "truncate journal_entry",
                "truncate journal_entry cascade"
            })
    void theDatabaseRefusesToChangeOrDeleteWhatIsWritten(String change) {
        post(inspected());
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("never changed or deleted");
    }

    @Test
    void notEvenASessionThatSkipsOrdinaryTriggersCanDelete() {
        post(inspected());
        assertThatThrownBy(() -> inTransaction().executeWithoutResult(status -> {
                    jdbc.sql("set local session_replication_role = replica").update();
                    jdbc.sql("delete from journal_entry").update();
                }))
                .hasMessageContaining("never changed or deleted");
    }

    @Test
    void aReversalCopiesEveryKeyAndSaysWhoTookItBackAndWhy() {
        Posting posting = inspected();
        Caller corrector = world.bureau().chief();
        long entry = post(posting);
        long reversal = reverse(entry, corrector, "录入错误");

        assertThat(keysOf(reversal)).isEqualTo(keysOf(entry));
        assertThat(journal.timeline(posting.source())).first().satisfies(act -> {
            assertThat(act.sign()).isEqualTo(-1);
            assertThat(act.byName()).isEqualTo(corrector.name());
            assertThat(act.note()).isEqualTo("录入错误");
        });
        assertThat(journal.positionsOf(posting.source(), Act.INSPECTED)).isEmpty();
    }

    @Test
    void anEntryIsTakenBackOnlyOnce() {
        Posting posting = inspected();
        long entry = post(posting);
        reverse(entry, posting.by(), "录入错误");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> reverse(entry, posting.by(), "再来一次"));
    }

    @Test
    void aReversalIsNeverItselfReversed() {
        Posting posting = inspected();
        long reversal = reverse(post(posting), posting.by(), "录入错误");
        assertThatThrownBy(() -> reverse(reversal, posting.by(), "又改主意")).hasMessageContaining("never itself reversed");
    }

    @Test
    void aReversalNeedsAReason() {
        Posting posting = inspected();
        long entry = post(posting);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> reverse(entry, posting.by(), " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaign = 'OTHER'",
                "act = 'VISIT_MADE'",
                "occurred_on = occurred_on + 1",
                "office_path = office_path || '9/'",
                "enterprise_id = null",
                "role = 'LPG_OPERATOR'",
                "licence_state = null",
                "subject = 'other'",
                "quantity = 2",
                "source_kind = 'HAZARD'",
                "source_id = source_id + 1"
            })
    void theDatabaseRefusesAReversalThatDiffersInAnyKey(String difference) {
        long entry = post(inspected());
        String column = difference.substring(0, difference.indexOf(' '));
        String value = difference.substring(difference.indexOf('=') + 1);
        String keys = "campaign, act, occurred_on, recorded_at, by_account_id, by_name, office_id, office_name, "
                + "office_path, enterprise_id, role, licence_state, subject, quantity, source_kind, source_id";
        String copied =
                (keys + ",").replace(" " + column + ",", value + ",").replaceFirst("^" + column + ",", value + ",");
        assertThatThrownBy(() -> jdbc.sql("insert into journal_entry (" + keys + ", sign, reverses) select " + copied
                                + " -1, position from journal_entry where position = ?")
                        .param(entry)
                        .update())
                .hasMessageContaining("copies every key");
    }

    @Test
    void nothingIsRecordedOutsideTheTransactionThatDoesIt() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> journal.record(inspected()));
    }

    @Test
    void aNoteTooLongIsRefusedAndANulCharacterIsLeftOut() {
        Posting posting = inspected();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> posting.note("长".repeat(2_001)))
                .withMessageContaining("2000");
        post(posting.note("有\0空字符").subject("编\0号"));
        assertThat(journal.timeline(posting.source()))
                .first()
                .satisfies(act -> assertThat(act.note()).isEqualTo("有空字符"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "12.345"})
    void aQuantityIsNeverNegativeNorFinerThanACent(String quantity) {
        Posting posting = inspected();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> posting.quantity(new BigDecimal(quantity)));
    }

    @Test
    void aTransactionThatHasPostedCannotFreeze() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> inTransaction().executeWithoutResult(status -> {
                    journal.record(inspected());
                    journal.freeze();
                }));
    }

    @Test
    void aFreezeGivesTheHighestPosition() {
        long last = post(inspected());
        assertThat(journal.freeze()).isEqualTo(last);
        assertThat(inTransaction().<Long>execute(status -> journal.freeze())).isEqualTo(last);
    }

    @Test
    void aFreezeWaitsForWhoeverIsStillPosting() throws Exception {
        CountDownLatch posted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Posting posting = inspected();
        CompletableFuture<Long> writer =
                CompletableFuture.supplyAsync(() -> inTransaction().execute(status -> {
                    long position = journal.record(posting);
                    posted.countDown();
                    await(mayCommit);
                    return position;
                }));
        await(posted);
        CompletableFuture<Long> frozen = CompletableFuture.supplyAsync(journal::freeze);
        // Longer than the lock's time-out, so that the freeze has to try again.
        assertThat(frozen).failsWithin(Duration.ofMillis(1_500)).withThrowableOfType(TimeoutException.class);
        mayCommit.countDown();
        assertThat(frozen.get()).isGreaterThanOrEqualTo(writer.get());
    }

    @Test
    void whoeverSignsBehindAWaitingFreezeGetsThroughAlthoughTheLongWriterGoesOn() throws Exception {
        CountDownLatch posted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Posting imported = inspected();
        Posting signed = inspected();
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(() -> inTransaction().executeWithoutResult(status -> {
                    journal.record(imported);
                    posted.countDown();
                    await(mayCommit);
                }));
        await(posted);
        CompletableFuture<Long> frozen = CompletableFuture.supplyAsync(journal::freeze);
        Instant patience = Instant.now().plus(Duration.ofMinutes(1));
        while (!isFreezeQueued() && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        assertThat(CompletableFuture.supplyAsync(() -> post(signed)))
                .as("the freeze gives up its place after a second")
                .succeedsWithin(Duration.ofMinutes(1));
        assertThat(writer).isNotDone();
        mayCommit.countDown();
        writer.get();
        frozen.get();
    }

    private boolean isFreezeQueued() {
        return jdbc.sql("select exists (select from pg_locks where relation = 'journal_entry'::regclass"
                        + " and mode = 'ShareRowExclusiveLock' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Posting inspected() {
        Caller inspector = world.bureau().inspector();
        return Posting.of(Act.INSPECTED, DAY, inspector, new Source(SourceKind.INSPECTION, SOURCE.incrementAndGet()))
                .about(7L)
                .inRole("FILLING_STATION", LicenceState.LICENSED);
    }

    private long post(Posting posting) {
        return inTransaction().execute(status -> journal.record(posting));
    }

    private long reverse(long position, Caller by, String reason) {
        return inTransaction().execute(status -> journal.reverse(position, by, reason));
    }

    private Object keysOf(long position) {
        return jdbc.sql("""
                        select row(campaign, act, occurred_on, office_id, office_path, enterprise_id, role,
                            licence_state, subject, quantity, source_kind, source_id)::text
                        from journal_entry where position = ?
                        """).param(position).query(String.class).single();
    }

    private TransactionTemplate inTransaction() {
        return new TransactionTemplate(transactions);
    }
}
