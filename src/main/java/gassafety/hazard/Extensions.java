package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A longer term: asked for before the end with reason and measure, granted by level. */
@Service
public class Extensions {

    private static final int LONGEST_MONTHS = 12;

    private final Acting acting;
    private final JdbcClient jdbc;

    Extensions(Acting acting, JdbcClient jdbc) {
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** An extension that waits to be decided. */
    record Asked(String byName, LocalDate askedOn, LocalDate newDue, String reason, String measure) {}

    /**
     * @param newDue last day of the longer term
     * @param measure 管控措施 until then
     */
    @Transactional
    public void request(long hazardId, @Nullable LocalDate newDue, String reason, String measure, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.REQUEST_EXTENSION, by);
        LocalDate due = Objects.requireNonNull(hazard.getDue());
        if (newDue == null || !newDue.isAfter(due)) {
            throw new Refusal("due", "延期后的时限须晚于原时限 " + due + "。");
        }
        if (newDue.isAfter(acting.day().plusMonths(LONGEST_MONTHS))) {
            throw new Refusal("due", "延期不能超过 " + LONGEST_MONTHS + " 个月，请核对日期。");
        }
        String why = Acting.required("text", reason, "延期理由");
        String until = Acting.required("measure", measure, "延期期间的管控措施");
        acting.write(
                "hazard_extension",
                hazard,
                by,
                Map.of("asked_on", acting.day(), "old_due", due, "new_due", newDue, "reason", why, "measure", until));
        hazard.requestExtension(by);
        acting.tell(Act.EXTENSION_REQUESTED, hazard, by, "延至 " + newDue + "。理由：" + why + "。管控措施：" + until);
    }

    /** @param opinion must say why when it is refused */
    @Transactional
    public void decide(long hazardId, boolean granted, String opinion, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.DECIDE_EXTENSION, by);
        String remark = granted ? opinion.strip() : Acting.required("text", opinion, "不批准的理由");
        Asked asked = asked(hazardId).orElseThrow();
        LocalDate newDue = asked.newDue();
        jdbc.sql("update hazard_extension set outcome = :outcome, decided_by_id = :by, decided_by_name = :name,"
                        + " decided_at = :at, opinion = :opinion where hazard_id = :id and outcome is null")
                .param("outcome", granted ? "GRANTED" : "REFUSED")
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", acting.now())
                .param("opinion", remark)
                .param("id", hazardId)
                .update();
        hazard.decideExtension();
        if (granted) {
            hazard.extend(newDue, asked.measure());
        }
        acting.tell(
                granted ? Act.EXTENSION_GRANTED : Act.EXTENSION_REFUSED,
                hazard,
                by,
                granted ? "延至 " + newDue + (remark.isEmpty() ? "" : "。" + remark) : remark);
    }

    Optional<Asked> asked(long hazardId) {
        return jdbc.sql("select by_name, asked_on, new_due, reason, measure from hazard_extension"
                        + " where hazard_id = :id and outcome is null")
                .param("id", hazardId)
                .query(Asked.class)
                .optional();
    }
}
