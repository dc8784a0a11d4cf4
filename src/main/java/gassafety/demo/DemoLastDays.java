package gassafety.demo;

import gassafety.demo.DemoOffices.County;
import gassafety.demo.DemoOffices.FieldOffice;
import gassafety.demo.DemoRegister.Book;
import gassafety.demo.DemoRegister.Placed;
import gassafety.demo.DemoVisits.Found;
import gassafety.demo.DemoVisits.Visit;
import gassafety.enforcement.CaseDraft;
import gassafety.enforcement.CaseWork;
import gassafety.enforcement.Closedown;
import gassafety.enforcement.Ruling;
import gassafety.enforcement.Turn;
import gassafety.hazard.Cause;
import gassafety.hazard.Closing;
import gassafety.hazard.Extensions;
import gassafety.hazard.MajorHazards;
import gassafety.hazard.Rechecking;
import gassafety.hazard.Rectifying;
import gassafety.register.EnterpriseRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** What waits on the desks of 北岭县 and 特设科 on the last morning, one thing of each kind. */
@Component
class DemoLastDays {

    private static final String CHENGGUAN = "beiling-chengguan";
    private static final String NANPO = "beiling-nanpo";
    private static final int UNCERTIFIED = 8;
    private static final int UNDATED_HOSES = 13;
    private static final int LOADING = 24;

    private final DemoVisits visits;
    private final Rectifying rectifying;
    private final Rechecking rechecking;
    private final Closing closing;
    private final Extensions extensions;
    private final MajorHazards majorHazards;
    private final CaseWork cases;

    DemoLastDays(
            DemoVisits visits,
            Rectifying rectifying,
            Rechecking rechecking,
            Closing closing,
            Extensions extensions,
            MajorHazards majorHazards,
            CaseWork cases) {
        this.visits = visits;
        this.rectifying = rectifying;
        this.rechecking = rechecking;
        this.closing = closing;
        this.extensions = extensions;
        this.majorHazards = majorHazards;
        this.cases = cases;
    }

    void plan(Book book, Timetable timetable) {
        visit(timetable, book.sellerOf(CHENGGUAN, 0), UNCERTIFIED, november(6), (visit, found) -> {
            report(timetable, visit, found, november(13));
            timetable.add(november(14).atTime(16, 10), () -> recheck(visit, found));
            timetable.add(november(6).atTime(16, 0), () -> bringToDecision(timetable, visit, found));
        });
        visit(
                timetable,
                book.sellerOf(CHENGGUAN, 1),
                UNCERTIFIED,
                november(7),
                (visit, found) -> report(timetable, visit, found, november(14)));
        visit(
                timetable,
                book.sellerOf(CHENGGUAN, 2),
                UNCERTIFIED,
                november(8),
                (visit, found) -> timetable.add(november(14).atTime(15, 0), () -> askForTime(visit, found)));
        visit(
                timetable,
                book.sellerOf(CHENGGUAN, 3),
                UNDATED_HOSES,
                november(10),
                (visit, found) -> timetable.add(november(13).atTime(16, 0), () -> proposeCase(visit, found)));
        visit(timetable, book.sellerOf(NANPO, 0), UNCERTIFIED, november(13), (visit, found) -> {});
        Placed station = book.stationOf(NANPO);
        visit(
                timetable,
                station,
                LOADING,
                LocalDate.of(2023, 10, 31),
                (visit, found) -> settleMajor(timetable, visit, found));
    }

    private void visit(Timetable timetable, Placed place, int problem, LocalDate day, BiConsumer<Visit, Found> then) {
        FieldOffice office = place.office();
        String list = place.unit().has(EnterpriseRole.FILLING_STATION) ? "ANNEX2" : "SELLER";
        LocalDateTime begin = day.atTime(10, 30);
        Visit visit = new Visit(place, list, begin, office.inspectors().subList(0, 2), visits.problem(list, problem));
        timetable.add(begin, () -> visits.inspectForTerm(visit, timetable, found -> then.accept(visit, found.get(0))));
    }

    private void report(Timetable timetable, Visit visit, Found found, LocalDate day) {
        timetable.add(
                day.atTime(9, 50),
                () -> rectifying.report(
                        found.hazard().id(),
                        "已下架并退回供货单位，附退货单。",
                        visit.place().unit().responsiblePerson(),
                        visit.lead()));
    }

    private void recheck(Visit visit, Found found) {
        rechecking.propose(found.hazard().id(), true, "现场核实，已整改到位。", null, visit.lead());
    }

    private void askForTime(Visit visit, Found found) {
        LocalDate due = java.util.Objects.requireNonNull(found.hazard().due());
        extensions.request(found.hazard().id(), due.plusDays(10), "供货单位换货周期较长", "问题商品已单独存放，不再销售", visit.lead());
    }

    /** A case whose decision waits for the head. */
    private void bringToDecision(Timetable timetable, Visit visit, Found found) {
        long id = proposeCase(visit, found);
        County county = visit.place().county();
        timetable.add(
                november(7).atTime(10, 0),
                () -> cases.file(
                        Turn.of(county.head(), id).saying("同意立案"),
                        county.caseHandler().accountId()));
        Ruling ruling = new Ruling(
                BigDecimal.valueOf(5_000),
                BigDecimal.valueOf(260),
                List.of(),
                true,
                null,
                Closedown.NONE,
                "经查，当事人" + found.problem().text() + "，以上事实有检查记录、照片和当事人陈述为证。",
                "《中华人民共和国产品质量法》第二十七条、第五十四条");
        timetable.add(november(14).atTime(11, 0), () -> cases.propose(Turn.of(county.caseHandler(), id), ruling));
    }

    private long proposeCase(Visit visit, Found found) {
        String problem = found.problem().text();
        CaseDraft draft = new CaseDraft(
                "涉嫌" + problem,
                visit.day() + " 检查发现：" + problem + "。",
                "《中华人民共和国产品质量法》第二十七条",
                Set.of(found.hazard().id()),
                null);
        long id = cases.draft(
                visit.lead(),
                "demonstration-last-" + visit.day(),
                visit.place().unit().id(),
                draft);
        cases.proposeFiling(Turn.of(visit.lead(), id));
        return id;
    }

    /** Determined, reported up, put right and confirmed by the 所长: only 特设科 is left. */
    private void settleMajor(Timetable timetable, Visit visit, Found found) {
        long id = found.hazard().id();
        var section = visit.place().county().section();
        timetable.add(
                november(1).atTime(9, 30),
                () -> majorHazards.determine(id, true, "MEASURES_24", "现场情形见检查记录", "", section));
        timetable.add(
                november(1).atTime(15, 0),
                () -> majorHazards.reportUp(
                        id,
                        "示例特报〔2023〕101号",
                        "云岫市市场监督管理局",
                        "北岭县人民政府",
                        november(1).atTime(14, 40),
                        section));
        timetable.add(
                november(8).atTime(10, 0),
                () -> rectifying.report(
                        id, "已更换并经检验合格，附照片。", visit.place().unit().responsiblePerson(), visit.lead()));
        timetable.add(november(13).atTime(14, 0), () -> recheck(visit, found));
        timetable.add(november(13).atTime(14, 20), () -> rechecking.countersign(id, true, "", visit.second()));
        timetable.add(
                november(14).atTime(9, 20),
                () -> closing.confirm(
                        id, Cause.values()[1], "", visit.place().office().chief()));
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2023, 11, day);
    }
}
