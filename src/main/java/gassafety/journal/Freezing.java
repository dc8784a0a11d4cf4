package gassafety.journal;

import gassafety.web.Refusal;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the position below which nothing can appear any more. Numbers are handed out at insertion but become visible at
 * commit, so the highest visible one proves nothing unless every writer has ended: the lock waits for them.
 */
@Component
class Freezing {

    private static final int ATTEMPTS = 10;

    /** PostgreSQL's state for a lock time-out, which Spring gives no exception of its own. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    Freezing(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // In a stricter isolation the number would be read as of before the lock was granted.
        ownTransaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Remembers until its end that the current transaction posts. */
    void transactionPosts() {
        if (!currentTransactionHasPosted()) {
            TransactionSynchronizationManager.registerSynchronization(new Posted());
        }
    }

    long highestPosition() {
        return whileStill(() -> jdbc.sql("select coalesce(max(position), 0) from journal_entry")
                .query(Long.class)
                .single());
    }

    /** Does something in a short transaction of its own during which no writer is under way. */
    <T> T whileStill(Supplier<T> action) {
        requireNothingPosted();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return Objects.requireNonNull(ownTransaction.execute(status -> {
                    lock();
                    return action.get();
                }));
            } catch (UncategorizedSQLException failure) {
                // Giving up the place in the queue lets the writers behind it pass before the next attempt.
                requireLockTimeout(failure);
            }
        }
        throw busy();
    }

    /** Keeps writers out until the current transaction ends. */
    void holdStill() {
        requireNothingPosted();
        try {
            lock();
        } catch (UncategorizedSQLException failure) {
            requireLockTimeout(failure);
            throw busy();
        }
    }

    private static void requireLockTimeout(UncategorizedSQLException failure) {
        if (!(failure.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()))) {
            throw failure;
        }
    }

    private static Refusal busy() {
        return new Refusal("正在大量写入数据，请稍后再试。");
    }

    private static void requireNothingPosted() {
        if (currentTransactionHasPosted()) {
            throw new IllegalStateException("a transaction that has posted cannot freeze the journal");
        }
    }

    private void lock() {
        jdbc.sql("set local lock_timeout = '1s'").update();
        jdbc.sql("lock table journal_entry in share row exclusive mode").update();
    }

    private static boolean currentTransactionHasPosted() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream()
                        .anyMatch(Posted.class::isInstance);
    }

    private static final class Posted implements TransactionSynchronization {}
}
