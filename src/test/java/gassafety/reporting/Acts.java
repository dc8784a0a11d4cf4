package gassafety.reporting;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.LicenceState;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Posts acts as the rooms that do them would, each in a transaction of its own. */
@TestComponent
class Acts {

    /** Beyond the records that other tests make in the same database. */
    private static final AtomicLong RECORD = new AtomicLong(1_000_000_000);

    private final Journal journal;
    private final TransactionTemplate transaction;

    Acts(Journal journal, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What happened, apart from who did it and when: {@code act(INSPECTED).about(7).role(…)}. */
    static final class Deed {

        private final Act act;
        private UnaryOperator<Posting> details = posting -> posting;
        private @Nullable Source source;
        private @Nullable LocalDate day;

        private Deed(Act act) {
            this.act = act;
        }

        static Deed act(Act act) {
            return new Deed(act);
        }

        Deed about(long enterprise) {
            return with(posting -> posting.about(enterprise));
        }

        Deed role(String role) {
            return with(posting -> posting.inRole(role, posting.licenceState()));
        }

        Deed licence(LicenceState state) {
            return with(posting -> posting.inRole(posting.role(), state));
        }

        Deed subject(String key) {
            return with(posting -> posting.subject(key));
        }

        Deed quantity(String amount) {
            return with(posting -> posting.quantity(new BigDecimal(amount)));
        }

        Deed of(Source record) {
            source = record;
            return this;
        }

        Deed on(LocalDate when) {
            day = when;
            return this;
        }

        Posting by(Caller caller, LocalDate usual) {
            Source record = source == null ? newRecord(SourceKind.CASE) : source;
            return details.apply(Posting.of(act, day == null ? usual : day, caller, record));
        }

        private Deed with(UnaryOperator<Posting> detail) {
            UnaryOperator<Posting> before = details;
            details = posting -> detail.apply(before.apply(posting));
            return this;
        }
    }

    static Source newRecord(SourceKind kind) {
        return new Source(kind, RECORD.incrementAndGet());
    }

    List<Long> post(Caller caller, LocalDate day, List<Deed> deeds) {
        List<Long> positions = new ArrayList<>();
        deeds.forEach(deed -> positions.add(post(deed.by(caller, day))));
        return positions;
    }

    long post(Posting posting) {
        return transaction.execute(status -> journal.record(posting));
    }

    long reverse(long position, Caller by) {
        return transaction.execute(status -> journal.reverse(position, by, "录入错误"));
    }
}
