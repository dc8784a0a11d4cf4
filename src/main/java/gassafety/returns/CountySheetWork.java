package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.campaign.ReportMonth;
import gassafety.campaign.Reporters;
import gassafety.campaign.Reporters.Manners;
import gassafety.campaign.ReportingManner;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.register.RegisteredRoles;
import gassafety.reporting.Annex3;
import gassafety.reporting.Annex3Reader;
import gassafety.reporting.Annex3Reader.Fault;
import gassafety.reporting.Annex3Reader.Read;
import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.Line;
import gassafety.returns.CountySheets.Handed;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes Annex 3 workbooks in, checks them, and posts the figures of those that are accepted. */
@Service
class CountySheetWork {

    private final CountySheets sheets;
    private final Reporters reporters;
    private final Campaigns campaigns;
    private final Offices offices;
    private final RegisteredRoles registered;
    private final Journal journal;
    private final Today today;

    CountySheetWork(
            CountySheets sheets,
            Reporters reporters,
            Campaigns campaigns,
            Offices offices,
            RegisteredRoles registered,
            Journal journal,
            Today today) {
        this.sheets = sheets;
        this.reporters = reporters;
        this.campaigns = campaigns;
        this.offices = offices;
        this.registered = registered;
        this.journal = journal;
        this.today = today;
    }

    /**
     * What became of a workbook that was sent.
     *
     * @param id of the record it is kept as; null when it has faults, so that nothing was kept
     * @param again whether the same one had been sent before
     */
    record Outcome(@org.jspecify.annotations.Nullable Long id, boolean again, List<Fault> faults) {}

    /** The bureaus for which this person hands in workbooks, in the campaign that is being carried out. */
    List<Office> senders(Caller by) {
        Manners manners = reporters.all();
        String path = by.office().bureau().getPath();
        return !CountySheet.maySend(by)
                ? List.of()
                : offices.below(path).stream()
                        .filter(office -> office.getKind().isBureau())
                        .filter(office -> manners.of(office, campaigns.current().firstDay()) == ReportingManner.BY_FILE)
                        .toList();
    }

    /** The months of the current campaign that have begun, the latest first. */
    List<ReportMonth> months() {
        LocalDate start = campaigns.current().firstDay();
        List<ReportMonth> months = new ArrayList<>();
        campaigns.months().stream()
                .filter(month ->
                        !month.opens().isBefore(start) && !month.opens().isAfter(today.day()))
                .forEach(month -> months.add(0, month));
        return months;
    }

    /**
     * Keeps a workbook until it is decided about; the same one again is recognised.
     *
     * @param office its code
     * @throws Forbidden when this person hands in nothing for that bureau
     * @throws Refusal when another one of that bureau for the month waits
     */
    @Transactional
    Outcome send(String office, ReportMonth month, String fileName, byte[] content, String progress, Caller by) {
        Office bureau = senders(by).stream()
                .filter(one -> one.getCode().equals(office))
                .findFirst()
                .orElseThrow(() -> new Forbidden("只能为以报表文件报送的县局送交报表。"));
        sheets.waitForOthers(bureau);
        Optional<CountySheet> same = sheets.same(bureau, month.month(), content);
        if (same.isPresent()) {
            return new Outcome(same.get().id(), true, List.of());
        }
        Read read = Annex3Reader.read("file", content);
        List<Fault> faults = faults(read, bureau, month);
        if (!faults.isEmpty()) {
            return new Outcome(null, false, faults);
        }
        if (sheets.waiting(bureau, month.month()).isPresent()) {
            throw new Refusal("file", bureau.getShortName() + " " + month.month() + " 还有一份报表待接收，先接收或退回那一份。");
        }
        LocalDate day = Objects.requireNonNull(read.day());
        long id = sheets.keep(new Handed(bureau, month.month(), day, fileName, content, read.figures(), progress), by);
        return new Outcome(id, false, List.of());
    }

    private List<Fault> faults(Read read, Office bureau, ReportMonth month) {
        List<Fault> faults = new ArrayList<>();
        if (!read.office().isEmpty() && !read.isOf(bureau.getName()) && !read.isOf(bureau.getShortName())) {
            faults.add(new Fault("A2", read.office(), "填报单位应为“" + bureau.getName() + "”"));
        }
        LocalDate day = read.day();
        LocalDate last = month.statementDay(today.day());
        if (day != null && (day.isBefore(month.opens()) || day.isAfter(last))) {
            faults.add(new Fault(
                    "C2",
                    day.toString(),
                    "填报日期应在 " + month.opens() + " 至 " + last + " 之间（" + month.month() + " 月报的数据截至 " + month.cutOff()
                            + "）"));
        }
        faults.addAll(read.faults());
        return faults;
    }

    /** What is doubtful in a workbook, beside the one before it. */
    List<Remark> remarks(CountySheet sheet) {
        Office bureau = offices.byId(sheet.officeId()).orElseThrow();
        Map<Integer, Long> units = ReturnChecks.ROLES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, roles -> registered.count(bureau.getPath(), roles.getValue())));
        Optional<CountySheet> before = before(sheet);
        return ReturnChecks.of(new Situation(
                line -> steps(line, sheet, before),
                new ReturnContent(false, sheet.progress(), Map.of()),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                units,
                sheet.getAddress()));
    }

    /** The workbook that counted before this one. */
    Optional<CountySheet> before(CountySheet sheet) {
        return sheets.before(sheet, campaigns.on(sheet.statementDay()).firstDay());
    }

    private static Steps steps(Line line, CountySheet sheet, Optional<CountySheet> before) {
        BigDecimal last = Line.plain(before.map(one -> one.figure(line)).orElse(BigDecimal.ZERO));
        BigDecimal now = Line.plain(sheet.figure(line));
        return new Steps(last, now.subtract(last), BigDecimal.ZERO, BigDecimal.ZERO, now);
    }

    /**
     * Takes a step; nothing happens when it was taken already. What is accepted counts from its statement day on, until a
     * later one of the same bureau; what is withdrawn counts no longer.
     *
     * @throws Refusal when it stands elsewhere, or a reason is missing
     */
    @Transactional
    void take(long id, SheetStep step, String opinion, Caller by) {
        CountySheet sheet = sheets.require(id, by.scope());
        requireDecide(by);
        if (sheet.state() == step.to()) {
            return;
        }
        if (opinion.isBlank() && (step != SheetStep.ACCEPT || !remarks(sheet).isEmpty())) {
            throw new Refusal(
                    "opinion",
                    step == SheetStep.ACCEPT
                            ? "报表有疑点，请写明怎样核实的：" + remarks(sheet).get(0).message()
                            : "请写明理由。");
        }
        if (!sheets.decide(sheet, step, opinion, by)) {
            throw new Refusal("这份报表现在是“" + sheet.state().getLabel() + "”，不能" + step.getLabel() + "。");
        }
        switch (step) {
            case ACCEPT -> post(sheet, by);
            case WITHDRAW ->
                journal.positionsOf(sheet.source(), Act.FIGURE_REPORTED)
                        .forEach(position -> journal.reverse(position, by, opinion));
            case REFUSE -> {}
        }
    }

    static void requireDecide(Caller by) {
        if (!CountySheet.mayDecide(by)) {
            throw new Forbidden("报表文件由专班办公室接收。");
        }
    }

    private void post(CountySheet sheet, Caller by) {
        Office bureau = offices.byId(sheet.officeId()).orElseThrow(NotFound::new);
        Annex3.lines()
                .forEach(
                        line -> journal.record(Posting.of(Act.FIGURE_REPORTED, sheet.statementDay(), by, sheet.source())
                                .actOf(bureau)
                                .subject(String.valueOf(line.number()))
                                .quantity(sheet.figure(line))));
        // Asked after posting, which keeps the manner from being changed until this is committed.
        if (reporters.of(bureau, sheet.statementDay()) != ReportingManner.BY_FILE) {
            throw new Refusal(bureau.getShortName() + "现在不以报表文件报送，不能接收。");
        }
    }
}
