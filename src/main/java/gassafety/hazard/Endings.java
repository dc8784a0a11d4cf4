package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends otherwise than by being put right: proposed by an inspector with a reason, confirmed by the 所长. */
@Service
public class Endings {

    private final Acting acting;
    private final JdbcClient jdbc;

    Endings(Acting acting, JdbcClient jdbc) {
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** An ending that waits to be confirmed. */
    record ProposedEnding(
            String byName,
            Ending ending,
            String reason,
            @Nullable String receiver) {}

    /** @param receiver the department it goes to, when it is transferred */
    @Transactional
    public void propose(long hazardId, @Nullable Ending ending, String reason, @Nullable String receiver, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.PROPOSE_ENDING, by);
        if (ending == null) {
            throw new Refusal("ending", "请选择终止、移送或误登。");
        }
        String why = Acting.required("text", reason, "理由");
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("ending", ending.name());
        columns.put("reason", why);
        columns.put(
                "receiver",
                ending == Ending.TRANSFERRED
                        ? Acting.required("receiver", receiver == null ? "" : receiver, "接收部门")
                        : null);
        acting.write("hazard_ending", hazard, by, columns);
        hazard.proposeEnding(by);
        acting.tell(Act.HAZARD_ENDING_PROPOSED, hazard, by, ending.getLabel() + "：" + why);
    }

    /** @param opinion must say why when it is turned down */
    @Transactional
    public void decide(long hazardId, boolean confirmed, String opinion, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.DECIDE_ENDING, by);
        ProposedEnding proposal = proposed(hazardId).orElseThrow();
        String remark = confirmed ? opinion.strip() : Acting.required("text", opinion, "不同意的理由");
        jdbc.sql("update hazard_ending set confirmed = :confirmed, decided_by_id = :by, decided_by_name = :name,"
                        + " decided_at = :at, opinion = :opinion where hazard_id = :id and confirmed is null")
                .param("confirmed", confirmed)
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", acting.now())
                .param("opinion", remark)
                .param("id", hazardId)
                .update();
        hazard.decideEnding(confirmed ? proposal.ending().state() : null, acting.day());
        if (!confirmed) {
            acting.tell(Act.HAZARD_ENDING_REFUSED, hazard, by, remark);
            return;
        }
        if (proposal.ending() == Ending.VOIDED) {
            acting.takeBack(Act.RECTIFICATION_ORDERED, hazard, by, proposal.reason());
            acting.takeBack(Act.HAZARD_REGISTERED, hazard, by, proposal.reason());
        }
        acting.tell(proposal.ending().act(), hazard, by, told(proposal, remark));
    }

    Optional<ProposedEnding> proposed(long hazardId) {
        return jdbc.sql("select by_name, ending, reason, receiver from hazard_ending"
                        + " where hazard_id = :id and confirmed is null")
                .param("id", hazardId)
                .query(ProposedEnding.class)
                .optional();
    }

    private static String told(ProposedEnding proposal, String remark) {
        String to = proposal.receiver() == null ? "" : "移送" + proposal.receiver() + "。";
        return to + proposal.byName() + "提出：" + proposal.reason() + (remark.isEmpty() ? "" : "。" + remark);
    }
}
