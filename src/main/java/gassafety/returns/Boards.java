package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import gassafety.campaign.Campaigns;
import gassafety.campaign.ReportMonth;
import gassafety.campaign.Reporters;
import gassafety.campaign.Reporters.Manners;
import gassafety.campaign.ReportingManner;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.office.Role;
import gassafety.returns.Board.Cell;
import gassafety.returns.Board.Column;
import gassafety.returns.Board.Row;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import gassafety.web.WrongFilter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the board with a handful of queries, however many offices and months there are, and urges. */
@Service
class Boards {

    private static final String NOT_BEGUN = "未填报";

    private final Campaigns campaigns;
    private final Reporters reporters;
    private final CountySheets sheets;
    private final Offices offices;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final Today today;

    Boards(
            Campaigns campaigns,
            Reporters reporters,
            CountySheets sheets,
            Offices offices,
            Journal journal,
            JdbcClient jdbc,
            WorkingDays workingDays,
            Today today) {
        this.workingDays = workingDays;
        this.reporters = reporters;
        this.sheets = sheets;
        this.campaigns = campaigns;
        this.offices = offices;
        this.journal = journal;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Who collects the returns of the counties. */
    static boolean mayUrge(Caller caller) {
        return caller.is(Role.CAMPAIGN_OFFICE) && caller.office().bureau().isTop();
    }

    private record Key(long office, YearMonth month) {}

    /**
     * What there is of an office for a month.
     *
     * @param returnId null when it handed in a workbook
     * @param with who has it
     */
    private record Known(
            @Nullable Long returnId,
            String address,
            String state,
            String tone,
            String with,
            @Nullable LocalDate handedInOn) {}

    private record Days(LocalDate due, @Nullable LocalDate handedIn) {

        boolean isOnTime() {
            return handedIn != null && !handedIn.isAfter(due);
        }
    }

    /**
     * @param wanted a year; null for that of the last month whose data are cut off
     * @throws WrongFilter when no month of that year has begun
     */
    @Transactional(readOnly = true)
    public Board of(Caller caller, @Nullable Integer wanted) {
        LocalDate day = today.day();
        List<ReportMonth> begun = campaigns.months().stream()
                .filter(month -> !month.opens().isAfter(day))
                .toList();
        List<Integer> years =
                begun.stream().map(month -> month.month().getYear()).distinct().toList();
        if (wanted != null && !years.contains(wanted)) {
            throw new WrongFilter("year", "这一年没有需要报送的月份，请从页面上选择年份。");
        }
        int year = wanted == null ? collected(begun).getYear() : wanted;
        String path = Objects.requireNonNull(caller.scope().officePath());
        Map<Key, Known> returns = handedIn(path);
        List<ReportMonth> shown =
                begun.stream().filter(month -> month.month().getYear() == year).toList();
        Manners manners = reporters.all();
        List<Office> bureaus = bureaus(path, manners, shown);
        return new Board(
                year,
                years,
                shown.stream()
                        .map(month -> new Column(
                                month,
                                bureaus.stream()
                                        .filter(bureau -> reports(bureau, month, manners))
                                        .filter(bureau -> isMissing(month, bureau, returns))
                                        .count()))
                        .toList(),
                rows(bureaus, manners, begun, shown, returns, urged(path)));
    }

    /** The last month whose data are cut off; before the first cut-off the first month. */
    private YearMonth collected(List<ReportMonth> begun) {
        return begun.stream()
                .filter(month -> !month.cutOff().isAfter(today.day()))
                .reduce((earlier, later) -> later)
                .orElse(begun.get(0))
                .month();
    }

    private List<Row> rows(
            List<Office> bureaus,
            Manners manners,
            List<ReportMonth> begun,
            List<ReportMonth> shown,
            Map<Key, Known> returns,
            Map<Key, LocalDate> urged) {
        WorkCalendar calendar = workingDays.calendar();
        LocalDate latest = shown.get(shown.size() - 1).cutOff();
        return bureaus.stream()
                .map(bureau -> {
                    List<Days> days = begun.stream()
                            .filter(month -> reports(bureau, month, manners))
                            .map(month ->
                                    new Days(month.due(bureau.isTop()), handedIn(returns.get(key(bureau, month)))))
                            .filter(one -> one.handedIn() != null || one.due().isBefore(today.day()))
                            .toList();
                    return new Row(
                            bureau.getShortName()
                                    + (manners.of(bureau, latest) == ReportingManner.BY_FILE ? "（文件）" : ""),
                            shown.stream()
                                    .map(month -> reports(bureau, month, manners)
                                            ? cell(
                                                    month,
                                                    bureau.isTop(),
                                                    returns.get(key(bureau, month)),
                                                    urged.get(key(bureau, month)),
                                                    calendar)
                                            : Cell.none(month.month()))
                                    .toList(),
                            days.size(),
                            days.stream().filter(Days::isOnTime).count());
                })
                .toList();
    }

    private Cell cell(
            ReportMonth month, boolean top, @Nullable Known known, @Nullable LocalDate urgedOn, WorkCalendar calendar) {
        Lateness late = Lateness.of(month.due(top), handedIn(known), today.day(), calendar);
        return known == null
                ? new Cell(
                        month.month(),
                        null,
                        NOT_BEGUN,
                        late.late() ? "late" : "",
                        ReturnState.DRAFT.with(top),
                        late,
                        urgedOn)
                : new Cell(month.month(), known.address(), known.state(), known.tone(), known.with(), late, urgedOn);
    }

    /** A county to be urged. */
    record Missing(Office office, @Nullable Long returnId) {}

    /** The counties that have not handed in for a month whose data are cut off. */
    @Transactional(readOnly = true)
    public List<Missing> missing(Caller caller, ReportMonth month) {
        String path = Objects.requireNonNull(caller.scope().officePath());
        Map<Key, Known> returns = handedIn(path);
        return bureaus(path, reporters.all(), List.of(month)).stream()
                .filter(bureau -> isMissing(month, bureau, returns))
                .map(bureau -> {
                    Known known = returns.get(key(bureau, month));
                    return new Missing(bureau, known == null ? null : known.returnId());
                })
                .toList();
    }

    /**
     * Asks counties for their returns; the same county at most once a day.
     *
     * @return how many were asked now
     */
    @Transactional
    public int urge(Caller by, ReportMonth month, Set<String> codes, String note) {
        if (!mayUrge(by)) {
            throw new Forbidden("月报由专班办公室催办。");
        }
        List<Missing> asked = missing(by, month).stream()
                .filter(missing -> codes.contains(missing.office().getCode()))
                .toList();
        if (asked.isEmpty()) {
            throw new Refusal("offices", "请选择要催办的单位。");
        }
        return (int)
                asked.stream().filter(missing -> urge(by, month, missing, note)).count();
    }

    private boolean urge(Caller by, ReportMonth month, Missing missing, String note) {
        boolean first = jdbc.sql("""
                        insert into return_urging (office_id, month, urged_on, urged_by, urged_by_name, note)
                        values (:office, :month, :day, :by, :byName, :note)
                        on conflict (office_id, month, urged_on) do nothing
                        """)
                        .param("office", missing.office().getId())
                        .param("month", month.month().atDay(1))
                        .param("day", today.day())
                        .param("by", by.accountId())
                        .param("byName", by.name())
                        .param("note", note)
                        .update()
                == 1;
        if (first && missing.returnId() != null) {
            Source source = new Source(SourceKind.RETURN, missing.returnId());
            journal.record(Posting.of(Act.RETURN_URGED, today.day(), by, source).note(note));
        }
        return first;
    }

    /** Short names of the counties below a bureau whose figures for a month are not handed in. */
    @Transactional(readOnly = true)
    public List<String> notHandedIn(Office bureau, ReportMonth month) {
        Map<Key, Known> returns = handedIn(bureau.getPath());
        return bureaus(bureau.getPath(), reporters.all(), List.of(month)).stream()
                .filter(county -> !county.isTop() && handedIn(returns.get(key(county, month))) == null)
                .map(Office::getShortName)
                .toList();
    }

    private boolean isMissing(ReportMonth month, Office bureau, Map<Key, Known> returns) {
        return !bureau.isTop()
                && !month.cutOff().isAfter(today.day())
                && handedIn(returns.get(key(bureau, month))) == null;
    }

    /** Those that report for one of these months. */
    private List<Office> bureaus(String path, Manners manners, List<ReportMonth> months) {
        return offices.below(path).stream()
                .filter(office -> office.getKind().isBureau())
                .filter(office -> months.stream().anyMatch(month -> reports(office, month, manners)))
                .toList();
    }

    private static boolean reports(Office bureau, ReportMonth month, Manners manners) {
        return manners.of(bureau, month.cutOff()) != ReportingManner.NOT_REPORTING;
    }

    /** Returns, and the workbooks of those who hand in files; one that was refused hides no return. */
    private Map<Key, Known> handedIn(String path) {
        Map<Key, Known> known = new HashMap<>();
        jdbc.sql("""
                        select id, office_id, month, state, top, handed_in_on, (
                            select step from return_step where return_id = id order by place desc limit 1) as last_step
                        from monthly_return where office_path like :path
                        """).param("path", path + "%").query(row -> {
            ReturnState state = ReturnState.valueOf(row.getString("state"));
            boolean sentBack =
                    state == ReturnState.DRAFT && ReturnStep.SEND_BACK.name().equals(row.getString("last_step"));
            known.put(
                    new Key(row.getLong("office_id"), YearMonth.from(row.getObject("month", LocalDate.class))),
                    new Known(
                            row.getLong("id"),
                            SourceKind.RETURN.address(row.getLong("id")),
                            sentBack ? "已退回" : state.getLabel(),
                            sentBack ? "major" : state.getTone(),
                            state.with(row.getBoolean("top")),
                            row.getObject("handed_in_on", LocalDate.class)));
        });
        sheets.latest(path).forEach(latest -> {
            Key key = new Key(latest.sheet().officeId(), latest.sheet().month());
            if (latest.handedInOn() != null || !known.containsKey(key)) {
                known.put(key, known(latest));
            }
        });
        return known;
    }

    private static Known known(CountySheets.Latest latest) {
        CountySheet sheet = latest.sheet();
        return new Known(
                null,
                sheet.getAddress(),
                sheet.state().getLabel(),
                sheet.state().getTone(),
                sheet.state() == SheetState.WAITING ? "专班办公室" : latest.handedInOn() != null ? "" : "县局",
                latest.handedInOn());
    }

    private Map<Key, LocalDate> urged(String path) {
        Map<Key, LocalDate> urged = new HashMap<>();
        jdbc.sql("""
                        select office_id, month, max(urged_on) as urged_on
                        from return_urging join office on office.id = office_id where path like :path
                        group by office_id, month
                        """).param("path", path + "%").query(row -> {
            urged.put(
                    new Key(row.getLong("office_id"), YearMonth.from(row.getObject("month", LocalDate.class))),
                    row.getObject("urged_on", LocalDate.class));
        });
        return urged;
    }

    /** When a bureau was last asked for each month, by the month's first day. */
    @Transactional(readOnly = true)
    public Map<LocalDate, LocalDate> urgedOf(long office) {
        Map<LocalDate, LocalDate> urged = new HashMap<>();
        jdbc.sql("select month, max(urged_on) as urged_on from return_urging where office_id = :office group by month")
                .param("office", office)
                .query(row -> {
                    urged.put(row.getObject("month", LocalDate.class), row.getObject("urged_on", LocalDate.class));
                });
        return urged;
    }

    private static Key key(Office bureau, ReportMonth month) {
        return new Key(bureau.getId(), month.month());
    }

    private static @Nullable LocalDate handedIn(@Nullable Known known) {
        return known == null ? null : known.handedInOn();
    }
}
