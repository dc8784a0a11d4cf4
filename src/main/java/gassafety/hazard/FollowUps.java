package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What keeps a hazard in view until it is gone, and after: checks of its interim measure, 挂牌督办, receipt and lifting. */
@Service
public class FollowUps {

    private static final String RECEIPT = "RECEIPT";

    private final Acting acting;
    private final MajorReports reports;
    private final JdbcClient jdbc;

    FollowUps(Acting acting, MajorReports reports, JdbcClient jdbc) {
        this.acting = acting;
        this.reports = reports;
        this.jdbc = jdbc;
    }

    /**
     * Checks whether the interim measure holds.
     *
     * @param findings what was seen; where it doesn't hold, what was ordered at once
     */
    @Transactional
    public void checkMeasure(long hazardId, boolean effective, String findings, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.CHECK_MEASURE, by);
        String seen = Acting.required("text", findings, "检查情况");
        acting.write(
                "hazard_measure_check",
                hazard,
                by,
                Map.of("done_on", acting.day(), "effective", effective, "findings", seen));
        acting.tell(Act.INTERIM_MEASURE_CHECKED, hazard, by, (effective ? "措施有效：" : "措施失效：") + seen);
    }

    /** What officers saw last of a hazard that is being put right, where something follows from it; else empty. */
    @Transactional(readOnly = true)
    public String seenLast(Hazard hazard) {
        if (hazard.getState() != HazardState.RECTIFYING) {
            return "";
        }
        String failed = jdbc.sql(
                        "select done_on, effective from hazard_measure_check where hazard_id = :id order by id desc limit 1")
                .param("id", hazard.getId())
                .query((row, number) ->
                        row.getBoolean("effective") ? "" : row.getString("done_on") + " 检查发现管控措施失效，须立即重新采取措施，并再次检查。")
                .optional()
                .orElse("");
        String fixed = jdbc.sql(
                        "select seen_on, put_right from hazard_sighting where hazard_id = :id order by id desc limit 1")
                .param("id", hazard.getId())
                .query((row, number) -> row.getBoolean("put_right")
                        ? row.getString("seen_on") + " 检查时已见整改，请由单位报告，或者凭单位签字的报告录入，再复查。"
                        : "")
                .optional()
                .orElse("");
        return failed + fixed;
    }

    /**
     * Puts a major hazard under supervision.
     *
     * @param number 文号 of the notice
     * @param until by when it must be gone, after today
     */
    @Transactional
    public void supervise(long hazardId, String number, @Nullable LocalDate until, String demands, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.SUPERVISE, by);
        String notice = Acting.required("number", number, "督办文号");
        String wanted = Acting.required("text", demands, "督办要求");
        if (until == null || !until.isAfter(acting.day())) {
            throw new Refusal("due", "督办期限应在今天 " + acting.day() + " 以后。");
        }
        acting.write("hazard_supervision", hazard, by, Map.of("number", notice, "until", until, "demands", wanted));
        hazard.supervise(until);
        acting.tell(Act.HAZARD_SUPERVISED, hazard, by, notice + "，" + until + " 前销号：" + wanted);
    }

    /** Writes down the receipt of one of those to whom it was reported; each gives one. */
    @Transactional
    public void receipt(long hazardId, String number, String party, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.RECEIPT, by);
        List<String> awaited = withoutReceipt(hazard);
        if (!awaited.contains(party.strip())) {
            throw new Refusal("receiver", "请选择还没有回执的报送单位：" + String.join("、", awaited) + "。");
        }
        follow(RECEIPT, hazard, number, "回执文号或签收人", party.strip(), by);
        hazard.receipt(awaited.size() == 1 ? acting.day() : null);
        acting.tell(Act.MAJOR_REPORT_RECEIVED, hazard, by, party.strip() + "回执：" + number.strip());
    }

    /** Reports that it is gone to those to whom it was reported. */
    @Transactional
    public void lift(long hazardId, String number, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.LIFT, by);
        String parties = String.join("、", reports.parties(hazard));
        follow("LIFTING", hazard, number, "解除报告文号", parties, by);
        hazard.lift(acting.day());
        acting.tell(Act.MAJOR_REPORT_LIFTED, hazard, by, "报" + parties + "，文号：" + number.strip());
    }

    /** Those to whom it was reported and whose receipt isn't written down yet. */
    @Transactional(readOnly = true)
    public List<String> withoutReceipt(Hazard hazard) {
        Set<String> received = jdbc.sql(
                        "select party from hazard_report_follow_up where hazard_id = :id and kind = :kind")
                .param("id", hazard.getId())
                .param("kind", RECEIPT)
                .query(String.class)
                .set();
        return reports.parties(hazard).stream()
                .filter(party -> !received.contains(party))
                .toList();
    }

    private void follow(String kind, Hazard hazard, String number, String numberLabel, String party, Caller by) {
        acting.write(
                "hazard_report_follow_up",
                hazard,
                by,
                Map.of(
                        "kind",
                        kind,
                        "done_on",
                        acting.day(),
                        "number",
                        Acting.required("number", number, numberLabel),
                        "party",
                        party));
    }
}
