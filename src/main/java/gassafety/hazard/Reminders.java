package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.office.Scope;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One digest for each 所 and bureau and working day: what is overdue, due, and waiting in its ledger that morning. */
@Service
class Reminders {

    private final Ledger ledger;
    private final Today today;
    private final JdbcClient jdbc;

    Reminders(Ledger ledger, Today today, JdbcClient jdbc) {
        this.ledger = ledger;
        this.today = today;
        this.jdbc = jdbc;
    }

    /**
     * What an office was reminded of; hazards counted as the views of the ledger count them.
     *
     * @param sentAt when the digest was made
     */
    record Digest(OffsetDateTime sentAt, long overdue, long thisWeek, long recheck, long toDetermine, long toReport) {}

    /**
     * Sends today's digests that were not sent yet, to the offices that have something to be reminded of; none on a day
     * of rest.
     *
     * @return how many were sent by this call
     */
    @Transactional
    int send() {
        Standing standing = ledger.standing();
        if (!standing.calendar().isWorkingDay(standing.today())) {
            return 0;
        }
        return jdbc.sql("""
                        insert into hazard_reminder
                            (office_id, day, sent_at, overdue, this_week, recheck, to_determine, to_report)
                        select office.id, :today, :now, overdue, this_week, recheck, to_determine, to_report
                        from office cross join lateral (
                            select coalesce(sum(hazards) filter (where running and due < :late), 0) as overdue,
                                coalesce(sum(hazards) filter (where running and due between :today and :sunday), 0)
                                    as this_week,
                                coalesce(sum(hazards) filter (where state = 'AWAITING_RECHECK'), 0) as recheck,
                                coalesce(sum(hazards) filter (where open and level = 'PROPOSED_MAJOR'), 0)
                                    as to_determine,
                                coalesce(sum(hazards) filter (where open and level = 'MAJOR' and not reported_up), 0)
                                    as to_report
                            from (select *, state not in ('CLOSED', 'TERMINATED', 'TRANSFERRED', 'VOIDED') as open,
                                    state in ('ON_THE_SPOT', 'RECTIFYING') and not extension_asked as running
                                from hazard_tally) tally
                            where starts_with(office_path, office.path) or starts_with(charge_path, office.path)
                        ) counted
                        where office.kind <> 'SECTION'
                            and overdue + this_week + recheck + to_determine + to_report > 0
                            and not exists (select 1 from hazard_reminder sent
                                where sent.office_id = office.id and sent.day = :today)
                        order by office.id
                        on conflict do nothing
                        """)
                .param("today", standing.today())
                .param("now", today.now().atOffset(ZoneOffset.UTC))
                .param("late", standing.lastWorkingDay())
                .param("sunday", standing.sunday())
                .update();
    }

    /** Today's digest of the office whose ledger this is; a 科 or 股 gets its bureau's, a unit none. */
    @Transactional(readOnly = true)
    Optional<Digest> ofToday(Scope scope) {
        String path = scope.officePath();
        if (path == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select sent_at, overdue, this_week, recheck, to_determine, to_report
                        from hazard_reminder join office on office.id = office_id
                        where path = :path and day = :today
                        """)
                .param("path", path)
                .param("today", today.day())
                .query(Digest.class)
                .optional();
    }
}
