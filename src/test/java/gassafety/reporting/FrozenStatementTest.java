package gassafety.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was frozen while others wrote stays as it was. */
@SystemTest
class FrozenStatementTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 20);
    private static final int FREEZES = 200;
    private static final int WRITERS = 8;
    private static final int LONGEST = 6;

    @Autowired
    Journal journal;

    @Autowired
    Statements statements;

    @Autowired
    World world;

    @Autowired
    PlatformTransactionManager transactions;

    /** What the writers may still do; each freeze gives them more, so that they are always at it and never run off. */
    private final Semaphore work = new Semaphore(2 * WRITERS);

    private final AtomicBoolean frozenEnough = new AtomicBoolean();
    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger rolledBack = new AtomicInteger();

    @Test
    void aFrozenPositionGivesTheSameFiguresForEver() throws Exception {
        Bureau bureau = world.bureau();
        List<Statement> frozen = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int seed = 0; seed < WRITERS; seed++) {
                Random chance = new Random(seed);
                writers.add(threads.submit(() -> write(bureau.inspector(), chance)));
            }
            while (frozen.size() < FREEZES) {
                work.release(WRITERS / 2);
                frozen.add(statements.of(new Cut(bureau.city(), DAY, journal.freeze())));
            }
            stop();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            stop();
            threads.shutdown();
        }

        assertThat(committed.get()).isGreaterThan(WRITERS);
        assertThat(rolledBack.get()).isPositive();
        assertThat(frozen).extracting(statement -> statement.cut().position()).isSorted();
        assertThat(frozen.stream()
                        .map(statement -> statement.cut().position())
                        .distinct()
                        .count())
                .as("writers got through between the freezes")
                .isGreaterThan(FREEZES / 4);
        assertThat(frozen)
                .allSatisfy(statement ->
                        assertThat(statements.of(statement.cut()).figures()).isEqualTo(statement.figures()));
    }

    private void stop() {
        frozenEnough.set(true);
        work.release(WRITERS);
    }

    private void write(Caller inspector, Random chance) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        while (!frozenEnough.get()) {
            work.acquireUninterruptibly();
            boolean givesUp = chance.nextInt(5) == 0;
            transaction.executeWithoutResult(status -> {
                for (int acts = 1 + chance.nextInt(LONGEST); acts > 0; acts--) {
                    act(inspector, chance);
                }
                if (givesUp) {
                    status.setRollbackOnly();
                }
            });
            (givesUp ? rolledBack : committed).incrementAndGet();
        }
    }

    private void act(Caller inspector, Random chance) {
        Act kind = List.of(Act.CASE_FILED, Act.FINE_DECIDED, Act.INTERVIEWED, Act.VIEWS_READ)
                .get(chance.nextInt(4));
        long position = journal.record(Posting.of(kind, DAY, inspector, Acts.newRecord(SourceKind.CASE))
                .about((long) chance.nextInt(50))
                .subject("S" + chance.nextInt(20))
                .quantity(chance.nextInt(100_000)));
        if (chance.nextInt(6) == 0) {
            journal.reverse(position, inspector, "录入错误");
        }
    }
}
