package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Major hazards: determined by the county's section, and reported up by it. */
@Service
public class MajorHazards {

    private final Acting acting;

    MajorHazards(Acting acting) {
        this.acting = acting;
    }

    /**
     * Determines whether what an inspector marked 拟定重大 is major.
     *
     * @param criterion the rule that makes it one; needed when it is
     * @param opinion why it is none; needed when it is not
     */
    @Transactional
    public void determine(long hazardId, boolean major, String criterion, String opinion, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.DETERMINE, by);
        String rule = major ? Acting.required("criterion", criterion, "认定依据") : criterion.strip();
        String why = major ? opinion.strip() : Acting.required("text", opinion, "不认定为重大隐患的理由");
        acting.write(
                "hazard_determination",
                hazard,
                by,
                Map.of("done_on", acting.day(), "major", major, "criterion", rule, "opinion", why));
        hazard.determine(acting.day(), major);
        acting.tell(
                major ? Act.MAJOR_HAZARD_DETERMINED : Act.MAJOR_HAZARD_REJECTED,
                hazard,
                by,
                major ? "依据：" + rule + (why.isEmpty() ? "" : "。" + why) : why);
    }

    /**
     * Writes down that it was reported to the superior.
     *
     * @param number 文号 of the report
     * @param receiver to whom: the bureau above, the local government
     * @param reportedAt when it went out, in the campaign's zone; not before the determination, not in the future
     */
    @Transactional
    public void reportUp(long hazardId, String number, String receiver, LocalDateTime reportedAt, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.REPORT_UP, by);
        String documentNumber = Acting.required("number", number, "上报文号");
        String to = Acting.required("receiver", receiver, "报送单位");
        ZonedDateTime at = reportedAt.atZone(Today.ZONE);
        if (at.toInstant().isAfter(acting.now().toInstant())) {
            throw new Refusal("at", "上报时间不能晚于现在。");
        }
        if (hazard.getDeterminedOn() != null && reportedAt.toLocalDate().isBefore(hazard.getDeterminedOn())) {
            throw new Refusal("at", "上报时间不能早于认定日期 " + hazard.getDeterminedOn() + "。");
        }
        acting.write(
                "hazard_report",
                hazard,
                by,
                Map.of(
                        "reported_at",
                        at.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC),
                        "number",
                        documentNumber,
                        "receiver",
                        to));
        hazard.reportUp(documentNumber);
        acting.tell(Act.MAJOR_HAZARD_REPORTED, hazard, by, "报" + to + "，文号：" + documentNumber);
    }
}
