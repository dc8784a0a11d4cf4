package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What keeps a hazard in view until it is gone, and after: checks of its interim measure, 挂牌督办, receipt and lifting. */
@Service
public class FollowUps {

    private final Acting acting;

    FollowUps(Acting acting) {
        this.acting = acting;
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

    /** Writes down the receipt of those to whom it was reported. */
    @Transactional
    public void receipt(long hazardId, String number, String party, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.RECEIPT, by);
        follow("RECEIPT", hazard, number, "回执文号或签收人", party, "回执单位", by);
        hazard.receipt(acting.day());
        acting.tell(Act.MAJOR_REPORT_RECEIVED, hazard, by, party.strip() + "回执：" + number.strip());
    }

    /** Reports that it is gone to those to whom it was reported. */
    @Transactional
    public void lift(long hazardId, String number, String party, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.LIFT, by);
        follow("LIFTING", hazard, number, "解除报告文号", party, "报送单位", by);
        hazard.lift(acting.day());
        acting.tell(Act.MAJOR_REPORT_LIFTED, hazard, by, "报" + party.strip() + "，文号：" + number.strip());
    }

    private void follow(
            String kind, Hazard hazard, String number, String numberLabel, String party, String partyLabel, Caller by) {
        acting.write(
                "hazard_report_follow_up",
                hazard,
                by,
                Map.of(
                        "kind", kind,
                        "done_on", acting.day(),
                        "number", Acting.required("number", number, numberLabel),
                        "party", Acting.required("receiver", party, partyLabel)));
    }
}
