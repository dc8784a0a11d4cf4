package gassafety.hazard;

import gassafety.calendar.Deadlines;
import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A recheck: one officer writes what was found, another one signs it with their own login, and then it counts. */
@Service
public class Rechecking {

    private final Acting acting;
    private final JdbcClient jdbc;

    Rechecking(Acting acting, JdbcClient jdbc) {
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** A recheck as its first officer wrote it. */
    record Proposed(
            String byName,
            LocalDate doneOn,
            boolean passed,
            String findings,
            @Nullable LocalDate firstTerm) {}

    /**
     * Writes down what a recheck found.
     *
     * @param firstTerm when something that should have gone on the spot has not: by when it must; else null, since a
     *     failed recheck changes no term
     */
    @Transactional
    public void propose(long hazardId, boolean passed, String findings, @Nullable LocalDate firstTerm, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.RECHECK, by);
        String found = Acting.required("text", findings, "复查情况");
        LocalDate term = passed || !hazard.isOnTheSpot() ? null : firstTerm;
        if (!passed && hazard.isOnTheSpot() && (term == null || !term.isAfter(acting.day()))) {
            throw new Refusal("due", "没有当场改好，请填写今天以后的整改时限。");
        }
        Optional.ofNullable(term)
                .flatMap(due -> Deadlines.tooLongFix(acting.day(), due))
                .ifPresent(why -> {
                    throw new Refusal("due", why);
                });
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("done_on", acting.day());
        columns.put("passed", passed);
        columns.put("findings", found);
        columns.put("first_term", term);
        acting.write("hazard_recheck", hazard, by, columns);
        hazard.proposeRecheck(by);
        acting.tell(Act.RECHECK_RECORDED, hazard, by, (passed ? "合格：" : "不合格：") + found);
    }

    /**
     * The second officer's signature.
     *
     * @param agrees whether they found the same; when not, the recheck is done again and the opinion must say why
     */
    @Transactional
    public void countersign(long hazardId, boolean agrees, String opinion, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.COUNTERSIGN, by);
        Proposed recheck = proposed(hazardId).orElseThrow();
        String remark = agrees ? opinion.strip() : Acting.required("text", opinion, "不同意的理由");
        sign(hazardId, agrees, remark, by);
        if (!agrees) {
            hazard.disputeRecheck();
            acting.tell(Act.RECHECK_DISPUTED, hazard, by, remark);
        } else if (recheck.passed()) {
            hazard.passRecheck();
            acting.tell(Act.RECHECK_PASSED, hazard, by, officers(recheck, by, remark));
        } else {
            hazard.failRecheck(recheck.firstTerm());
            acting.tell(Act.RECHECK_FAILED, hazard, by, officers(recheck, by, remark));
        }
    }

    /** Accounts of the two officers whose recheck found it gone; none when that was on paper. */
    @Transactional(readOnly = true)
    public Set<Long> passedBy(long hazardId) {
        return jdbc.sql("select unnest(array[by_id, second_id]) from hazard_recheck"
                        + " where hazard_id = :id and passed and agreed")
                .param("id", hazardId)
                .query(Long.class)
                .set();
    }

    /** The recheck that waits for its second signature. */
    Optional<Proposed> proposed(long hazardId) {
        return jdbc.sql("select by_name, done_on, passed, findings, first_term from hazard_recheck"
                        + " where hazard_id = :id and agreed is null")
                .param("id", hazardId)
                .query(Proposed.class)
                .optional();
    }

    private void sign(long hazardId, boolean agrees, String remark, Caller by) {
        jdbc.sql("update hazard_recheck set second_id = :by, second_name = :name, agreed = :agrees,"
                        + " opinion = :opinion, signed_at = :at where hazard_id = :id and agreed is null")
                .param("by", by.accountId())
                .param("name", by.name())
                .param("agrees", agrees)
                .param("opinion", remark)
                .param("at", acting.now())
                .param("id", hazardId)
                .update();
    }

    private static String officers(Proposed recheck, Caller second, String remark) {
        String officers = "复查人：" + recheck.byName() + "、" + second.name();
        return remark.isEmpty() ? officers : officers + "。" + remark;
    }
}
