package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.register.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what offices kept in ledgers of their own, and knows what has been taken over before. */
@Service
public class KeptHazards {

    private static final int RECHECK_WORKING_DAYS = 10;

    private final Hazards hazards;
    private final HazardLedger ledger;
    private final Register register;
    private final Journal journal;
    private final WorkingDays workingDays;
    private final Today today;
    private final JdbcClient jdbc;

    KeptHazards(
            Hazards hazards,
            HazardLedger ledger,
            Register register,
            Journal journal,
            WorkingDays workingDays,
            Today today,
            JdbcClient jdbc) {
        this.hazards = hazards;
        this.ledger = ledger;
        this.register = register;
        this.journal = journal;
        this.workingDays = workingDays;
        this.today = today;
        this.jdbc = jdbc;
    }

    /** A hazard that has a number already. */
    public record Numbered(String number, long enterpriseId, LocalDate foundOn) {}

    /** Makes others who take over a ledger wait until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForOthers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger intake'))")
                .query()
                .listOfRows();
    }

    /** Those of the numbers that a hazard has, as its own or as that of the bureau's earlier ledger. */
    @Transactional(readOnly = true)
    public Map<String, Numbered> numbered(Office bureau, Collection<String> numbers) {
        Map<String, Numbered> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("""
                            select number, enterprise_id, found_on from hazard where number in (:numbers)
                            union all
                            select k.kept_number, h.enterprise_id, h.found_on
                            from hazard_kept k join hazard h on h.id = k.hazard_id
                            where k.bureau_id = :bureau and k.kept_number in (:numbers)
                            """)
                    .param("numbers", numbers)
                    .param("bureau", bureau.getId())
                    .query(Numbered.class)
                    .list()
                    .forEach(one -> found.put(one.number(), one));
        }
        return found;
    }

    /** Those of the numbers under which hazards of these units stand in an earlier ledger, whichever bureau kept it. */
    @Transactional(readOnly = true)
    public Set<Numbered> keptOf(Collection<Long> enterpriseIds, Collection<String> numbers) {
        return enterpriseIds.isEmpty() || numbers.isEmpty()
                ? Set.of()
                : jdbc.sql("select kept_number as number, enterprise_id, found_on from hazard"
                                + " where enterprise_id in (:units) and kept_number in (:numbers)")
                        .param("units", enterpriseIds)
                        .param("numbers", numbers)
                        .query(Numbered.class)
                        .set();
    }

    /** The digests of the hazards of these units that were found on one of these days. */
    @Transactional(readOnly = true)
    public Set<String> digests(Collection<Long> enterpriseIds, Collection<LocalDate> days) {
        Set<String> digests = new HashSet<>();
        if (!enterpriseIds.isEmpty()) {
            jdbc.sql("select enterprise_id, found_on, problem, item from hazard"
                            + " where enterprise_id in (:units) and found_on in (:days)")
                    .param("units", enterpriseIds)
                    .param("days", days)
                    .query(row -> {
                        digests.add(KeptHazard.digest(
                                row.getLong("enterprise_id"),
                                row.getObject("found_on", LocalDate.class),
                                row.getString("problem"),
                                row.getString("item")));
                    });
        }
        return digests;
    }

    /**
     * Adds hazards in the state that their ledger gives them, each with a number of ours. Only one act is recorded of
     * each, that it was taken over today: what was done on paper before counts nowhere.
     *
     * @param intake the ledger, as it was sent in
     * @param lines each hazard by its line there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(long intake, Map<Integer, KeptHazard> lines, Caller by) {
        WorkCalendar calendar = workingDays.calendar();
        List<Runnable> postings = new ArrayList<>();
        lines.forEach((line, kept) -> {
            LocalDate reported = kept.reportedOn();
            Hazard hazard = hazards.save(new Hazard(
                    ledger.number(by.office(), kept.field()),
                    kept,
                    new SourceRef(SourceKind.LEDGER, intake, line),
                    register.custody(kept.unit(), by.office()),
                    reported == null ? null : calendar.plusWorkingDays(reported, RECHECK_WORKING_DAYS)));
            write(hazard, kept, by);
            postings.add(() -> journal.record(Posting.of(Act.HAZARD_TAKEN_OVER, today.day(), by, hazard.source())
                    .about(kept.unit().id())
                    .note(told(kept))));
        });
        postings.forEach(Runnable::run);
    }

    private void write(Hazard hazard, KeptHazard kept, Caller by) {
        jdbc.sql("insert into hazard_kept (hazard_id, bureau_id, kept_number, digest, level, state)"
                        + " values (:id, :bureau, nullif(:number, ''), :digest, :level, :state)")
                .param("id", hazard.getId())
                .param("bureau", by.office().bureau().getId())
                .param("number", kept.number())
                .param("digest", kept.digest())
                .param("level", kept.level().name())
                .param("state", kept.state().name())
                .update();
    }

    private static String told(KeptHazard kept) {
        String number = kept.number().isEmpty() ? "原台账没有编号" : "原台账编号 " + kept.number();
        return number + "，原状态“" + kept.state().getLabel() + "”" + day("，报告整改 ", kept.reportedOn())
                + day("，结束 ", kept.endedOn());
    }

    private static String day(String words, @Nullable LocalDate day) {
        return day == null ? "" : words + day;
    }
}
