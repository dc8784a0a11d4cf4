package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.hazard.Criteria.Criterion;
import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Major hazards: determined by the county's section, and reported up by it. */
@Service
public class MajorHazards {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Acting acting;
    private final Criteria criteria;
    private final MajorReports reports;

    MajorHazards(Acting acting, Criteria criteria, MajorReports reports) {
        this.reports = reports;
        this.acting = acting;
        this.criteria = criteria;
    }

    /**
     * Determines whether what an inspector marked 拟定重大 is major.
     *
     * @param basis code of the rule that makes it one, in force today; needed when it is
     * @param criterion which item of the rule, and why it fits; needed when it is
     * @param opinion why it is none; needed when it is not
     */
    @Transactional
    public void determine(long hazardId, boolean major, String basis, String criterion, String opinion, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.DETERMINE, by);
        Criterion chosen = major
                ? criteria.inForce(acting.day(), basis).orElseThrow(() -> new Refusal("standard", "请选择认定当日有效的判定标准。"))
                : null;
        String rule = major ? Acting.required("criterion", criterion, "具体条项和情形") : criterion.strip();
        String why = major ? opinion.strip() : Acting.required("text", opinion, "不认定为重大隐患的理由");
        acting.write("hazard_determination", hazard, by, columns(major, chosen, rule, why));
        hazard.determine(acting.day(), major);
        acting.tell(
                major ? Act.MAJOR_HAZARD_DETERMINED : Act.MAJOR_HAZARD_REJECTED,
                hazard,
                by,
                chosen != null ? "依据：" + chosen.label() + "，" + rule + (why.isEmpty() ? "" : "。" + why) : why);
    }

    private Map<String, @Nullable Object> columns(
            boolean major, @Nullable Criterion basis, String criterion, String opinion) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("done_on", acting.day());
        columns.put("major", major);
        columns.put("basis", basis == null ? null : basis.name());
        columns.put("criterion", criterion);
        columns.put("opinion", opinion);
        return columns;
    }

    /**
     * Writes down that it was reported to the superior.
     *
     * @param number 文号 of the report
     * @param superior the bureau above
     * @param government the local government
     * @param reportedAt when it went out, in the campaign's zone; not before the determination, not in the future
     */
    @Transactional
    public void reportUp(
            long hazardId, String number, String superior, String government, LocalDateTime reportedAt, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.REPORT_UP, by);
        String documentNumber = Acting.required("number", number, "上报文号");
        String above = Acting.required("receiver", superior, "上级市场监管部门");
        String local = Acting.required("government", government, "本级人民政府");
        ZonedDateTime at = reportedAt.atZone(Today.ZONE);
        if (at.toInstant().isAfter(acting.now().toInstant())) {
            throw new Refusal("at", "上报时间不能晚于现在。");
        }
        LocalDateTime determined = reports.determinedAt(hazard);
        if (determined != null && reportedAt.isBefore(determined)) {
            throw new Refusal("at", "上报时间不能早于认定时间 " + MINUTE.format(determined) + "。");
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
                        above,
                        "government",
                        local));
        hazard.reportUp(documentNumber);
        acting.tell(
                Act.MAJOR_HAZARD_REPORTED,
                hazard,
                by,
                "报" + above + "、" + local + "，文号：" + documentNumber + "，上报时间 " + MINUTE.format(reportedAt));
    }
}
