package gassafety.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
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
    private static final int CHUNK = 100;
    private static final int FREEZES_OF_A_CHUNK = 20;

    /** How many hand in their return at once. */
    private static final int OFFICES = 2;

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

    private final Semaphore imports = new Semaphore(1);
    private final AtomicBoolean frozenEnough = new AtomicBoolean();
    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger rolledBack = new AtomicInteger();
    private final AtomicInteger brought = new AtomicInteger();

    @Test
    void aFrozenPositionGivesTheSameFiguresForEver() throws Exception {
        Bureau bureau = world.bureau();
        List<Statement> frozen = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1 + OFFICES);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int seed = 0; seed < WRITERS; seed++) {
                Random chance = new Random(seed);
                writers.add(threads.submit(() -> write(bureau.inspector(), chance)));
            }
            writers.add(threads.submit(() -> bringIn(bureau.inspector())));
            List<Future<List<Statement>>> offices =
                    List.of(threads.submit(() -> freeze(bureau.city())), threads.submit(() -> freeze(bureau.county())));
            for (Future<List<Statement>> office : offices) {
                List<Statement> ofOne = office.get();
                assertThat(ofOne)
                        .extracting(statement -> statement.cut().position())
                        .isSorted();
                frozen.addAll(ofOne);
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
        assertThat(brought.get()).as("imports got through").isPositive();
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

    private List<Statement> freeze(Office office) {
        List<Statement> frozen = new ArrayList<>();
        while (frozen.size() < FREEZES / OFFICES) {
            work.release(WRITERS / 2);
            imports.release(frozen.size() % FREEZES_OF_A_CHUNK == 0 ? 1 : 0);
            frozen.add(statements.of(new Cut(office, DAY, journal.freeze())));
        }
        return frozen;
    }

    /** An import: one chunk after the other, each in a transaction of its own. */
    private void bringIn(Caller inspector) {
        Random chance = new Random(WRITERS);
        while (!frozenEnough.get()) {
            imports.acquireUninterruptibly();
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                for (int acts = 0; acts < CHUNK; acts++) {
                    act(inspector, chance);
                }
            });
            brought.incrementAndGet();
        }
    }

    private void stop() {
        frozenEnough.set(true);
        work.release(WRITERS);
        imports.release();
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
