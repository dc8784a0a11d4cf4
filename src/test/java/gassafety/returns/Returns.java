package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.enforcement.Turn;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings returns to where a test begins. */
@TestComponent
class Returns {

    static final YearMonth OCTOBER = YearMonth.of(2023, 10);
    static final LocalDate DAY = LocalDate.of(2023, 10, 10);

    private static final AtomicLong RECORD = new AtomicLong(3_000_000_000L);

    private final ReturnWork work;
    private final World world;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Today today;

    Returns(ReturnWork work, World world, Journal journal, TransactionTemplate transaction, Today today) {
        this.work = work;
        this.world = world;
        this.journal = journal;
        this.transaction = transaction;
        this.today = today;
    }

    /** A county that reports to its city, with the people who do it. */
    record Reporting(Bureau bureau, Caller reporter) {

        Caller head() {
            return bureau.countyHead();
        }

        Caller campaignOffice() {
            return bureau.campaignOffice();
        }

        Caller leader() {
            return bureau.leader();
        }
    }

    Reporting county() {
        Bureau bureau = world.bureau();
        return new Reporting(bureau, world.hire(bureau.county(), Role.REPORTER));
    }

    long draft(Caller by, YearMonth month) {
        long id = work.begin(by, month);
        work.write(Turn.of(by, id), new ReturnContent(false, "本月检查充装单位两家。", Map.of("counties", "已催办")));
        return id;
    }

    long submitted(Caller by, YearMonth month) {
        long id = draft(by, month);
        work.submit(Turn.of(by, id));
        return id;
    }

    /** The county's return, brought to this state. */
    long ofCounty(Reporting people, ReturnState state) {
        long id =
                state == ReturnState.DRAFT ? draft(people.reporter(), OCTOBER) : submitted(people.reporter(), OCTOBER);
        if (state.ordinal() >= ReturnState.APPROVED.ordinal()) {
            work.approve(Turn.of(people.head(), id));
        }
        if (state.ordinal() >= ReturnState.ACCEPTED.ordinal()) {
            work.accept(Turn.of(people.campaignOffice(), id));
        }
        if (state == ReturnState.LOCKED) {
            work.lockUp(Turn.of(people.campaignOffice(), id));
        }
        return id;
    }

    /** The city's own return, brought to this state. */
    long ofCity(Reporting people, ReturnState state) {
        Caller special = people.campaignOffice();
        long id = state == ReturnState.DRAFT ? draft(special, OCTOBER) : submitted(special, OCTOBER);
        if (state.ordinal() >= ReturnState.APPROVED.ordinal()) {
            work.approve(Turn.of(people.leader(), id));
        }
        if (state.ordinal() >= ReturnState.REPORTED.ordinal()) {
            work.report(Turn.of(special, id), new Receipt("省局签收", today.day()));
        }
        if (state == ReturnState.LOCKED) {
            work.lockUp(Turn.of(people.leader(), id));
        }
        return id;
    }

    /** A case filed on a day, entered now. */
    long file(Caller by, LocalDate day) {
        return transaction.execute(status -> journal.record(
                Posting.of(Act.CASE_FILED, day, by, new Source(SourceKind.CASE, RECORD.incrementAndGet()))));
    }

    long takeBack(long position, Caller by) {
        return transaction.execute(status -> journal.reverse(position, by, "误立撤销"));
    }
}
