package gassafety.seal;

import gassafety.calendar.Today;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The pass over all signed records, a few at a time: each portion is one transaction that also writes down how far the
 * pass has come. Any copy of the system goes on with it, only one at a time.
 */
@Component
class CheckPass {

    private static final int PORTION = 50;
    private static final int NIGHT_HOUR = 2;
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Checks checks;
    private final Seals seals;
    private final Verifier verifier;
    private final List<SealedRecords> rooms;
    private final TransactionTemplate snapshot;
    private final Today today;

    CheckPass(
            Checks checks,
            Seals seals,
            Verifier verifier,
            List<SealedRecords> rooms,
            PlatformTransactionManager transactions,
            Today today) {
        this.checks = checks;
        this.seals = seals;
        this.verifier = verifier;
        this.rooms = rooms.stream()
                .sorted(Comparator.comparing(room -> room.kind().name()))
                .toList();
        this.snapshot = new TransactionTemplate(transactions);
        // A record that is signed meanwhile is seen with its seal or not at all.
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.today = today;
    }

    /** Begins the pass of the night when it is time. */
    void beginNight() {
        if (today.now().atZone(Today.ZONE).getHour() >= NIGHT_HOUR) {
            checks.begin(today.day());
        }
    }

    /** Goes on with the pass under way, if any, and lets others have their turn after a while. */
    void goOn() {
        long end = System.nanoTime() + TURN_NANOS;
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = advance();
        }
    }

    /** @return whether there is more to do here */
    private boolean advance() {
        try {
            return Boolean.TRUE.equals(
                    snapshot.execute(status -> checks.take().map(this::portion).orElse(false)));
        } catch (ConcurrencyFailureException anotherCopyWentOn) {
            return false;
        }
    }

    private boolean portion(Checks.Place place) {
        for (SealedRecords room : rooms) {
            int ahead = room.kind().name().compareTo(place.kind());
            if (ahead >= 0) {
                List<Long> ids = next(room, ahead == 0 ? place.id() : 0);
                if (!ids.isEmpty()) {
                    List<Verifier.Result> results = verifier.check(room.kind(), ids, true);
                    checks.advance(place.checkId(), room.kind(), ids.get(ids.size() - 1), results);
                    return true;
                }
            }
        }
        checks.finish(place.checkId());
        return false;
    }

    /** Signed records, and those of which only the seal is left. */
    private List<Long> next(SealedRecords room, long after) {
        return Stream.concat(
                        room.signedAfter(after, PORTION).stream(),
                        seals.sealedAfter(room.kind(), after, PORTION).stream())
                .distinct()
                .sorted()
                .limit(PORTION)
                .toList();
    }
}
