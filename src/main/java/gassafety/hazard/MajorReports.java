package gassafety.hazard;

import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.document.WordDocument;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.register.Register;
import gassafety.register.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The written report of a major hazard to the bureau above and the local government, and the hours it has to go out in. */
@Component
class MajorReports {

    /** 24 hours from the determination: the notice says "及时报告" (design). */
    private static final String TERM = "MAJOR_HAZARD_REPORT";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);
    private static final DateTimeFormatter DAY_AND_MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Today.ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Deadlines deadlines;
    private final Register register;
    private final Offices offices;
    private final Today today;
    private final JdbcClient jdbc;

    MajorReports(Deadlines deadlines, Register register, Offices offices, Today today, JdbcClient jdbc) {
        this.deadlines = deadlines;
        this.register = register;
        this.offices = offices;
        this.today = today;
        this.jdbc = jdbc;
    }

    private record Determination(
            OffsetDateTime at, String officeName, @Nullable String basis, String criterion, String opinion) {

        String grounds() {
            return (basis == null ? "" : basis + "，") + criterion + (opinion.isEmpty() ? "" : "。" + opinion);
        }
    }

    private record Reported(String number, String receiver, String government, OffsetDateTime reportedAt) {

        List<String> parties() {
            return Stream.of(receiver, government)
                    .filter(party -> !party.isEmpty())
                    .toList();
        }
    }

    /** When it must have been reported, in words; empty when it has been, or needn't be. */
    String term(Hazard hazard) {
        if (!awaitsReport(hazard)) {
            return "";
        }
        Optional<Determination> determined = determination(hazard);
        if (determined.isEmpty()) {
            return hazard.getDeterminedOn() + " 认定为重大隐患，县局特设股须在 24 小时内上报。";
        }
        Instant at = determined.get().at().toInstant();
        Instant due = deadlines.dueInstant(TERM, at);
        return MINUTE.format(at) + " 认定为重大隐患，"
                + (today.now().isAfter(due)
                        ? "应在 " + MINUTE.format(due) + " 前上报，已超过期限，请县局特设股立即上报。"
                        : "县局特设股须在 " + MINUTE.format(due) + " 前上报。");
    }

    /** The minute in which it was determined; the day alone when an earlier ledger said so; null before that. */
    @Nullable
    LocalDateTime determinedAt(Hazard hazard) {
        LocalDate day = hazard.getDeterminedOn();
        return determination(hazard)
                .map(one ->
                        one.at().atZoneSameInstant(Today.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES))
                .orElse(day == null ? null : day.atStartOfDay());
    }

    /** Those to whom it was reported: the bureau above and the local government; empty before that. */
    @Transactional(readOnly = true)
    public List<String> parties(Hazard hazard) {
        return reported(hazard).map(Reported::parties).orElse(List.of());
    }

    private static boolean awaitsReport(Hazard hazard) {
        return hazard.getState().isOpen() && hazard.getLevel() == HazardLevel.MAJOR && hazard.getReportNumber() == null;
    }

    /**
     * The report of the bureau in charge as a Word document, whoever asks for it, with what is known filled in; 文号,
     * addressee and its own day once it has been sent.
     */
    @Transactional(readOnly = true)
    public byte[] word(Hazard hazard, Caller by) {
        Unit unit = register.require(hazard.getEnterpriseId(), by.scope());
        Optional<Determination> determined = determination(hazard);
        Optional<Reported> reported = reported(hazard);
        Origin origin = hazard.getOrigin();
        LocalDate due = hazard.getDue();
        Office reporting = offices.byId(unit.chargeOfficeId()).orElseThrow().bureau();
        String bureau = reporting.getName();
        LocalDate day = reported.map(report ->
                        report.reportedAt().atZoneSameInstant(Today.ZONE).toLocalDate())
                .orElse(today.day());
        return new WordDocument()
                .title(bureau, "重大事故隐患报告")
                .number(reported.map(Reported::number).orElse("〔" + day.getYear() + "〕　　号"))
                .addressee(reported.map(report -> String.join("、", report.parties()))
                        .orElseGet(() -> addressee(reporting)))
                .heading("一、单位基本情况")
                .field("单位名称", unit.name())
                .field("统一社会信用代码", unit.creditCode())
                .field("地址", unit.address())
                .heading("二、隐患情况")
                .field("隐患编号", hazard.getNumber())
                .field("发现时间", origin.getFoundOn().format(DAY))
                .field("发现人", origin.getFoundBy())
                .field("检查项目", origin.getLineText())
                .text(hazard.getProblem())
                .heading("三、认定情况")
                .field(
                        "认定时间",
                        determined
                                .map(one -> DAY_AND_MINUTE.format(one.at()))
                                .orElseGet(() -> hazard.getDeterminedOn() == null
                                        ? ""
                                        : hazard.getDeterminedOn().format(DAY)))
                .field("认定单位", determined.map(Determination::officeName).orElse(""))
                .field("判定依据", determined.map(Determination::grounds).orElse(""))
                .heading("四、已采取的管控措施")
                .text(hazard.getMeasure())
                .heading("五、整改安排")
                .field("整改责任人", hazard.getResponsible())
                .field("整改时限", due == null ? "立即停止" : due.format(DAY))
                .seal(bureau, day.format(DAY))
                .bytes();
    }

    private static String addressee(Office bureau) {
        String above = superior(bureau);
        return (above.isEmpty() ? "______________" : above) + "、" + government(bureau);
    }

    /** The name of the bureau above; empty when there is none here. */
    static String superior(Office bureau) {
        Office above = bureau.getParent();
        return above == null ? "" : above.getName();
    }

    /** The government of the bureau's area, as it is usually called. */
    static String government(Office bureau) {
        return bureau.getShortName() + "人民政府";
    }

    private Optional<Determination> determination(Hazard hazard) {
        return jdbc.sql("""
                        select d.at, d.office_name, c.title as basis, d.criterion, coalesce(d.opinion, '') as opinion
                        from hazard_determination d left join major_criterion c on c.code = d.basis
                        where d.hazard_id = :id and d.major
                        """)
                .param("id", hazard.getId())
                .query(Determination.class)
                .optional();
    }

    private Optional<Reported> reported(Hazard hazard) {
        return jdbc.sql("select number, receiver, government, reported_at from hazard_report where hazard_id = :id")
                .param("id", hazard.getId())
                .query(Reported.class)
                .optional();
    }
}
