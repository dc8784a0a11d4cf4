package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.campaign.ReportMonth;
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
    private final Offices offices;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Today today;

    Boards(Campaigns campaigns, Offices offices, Journal journal, JdbcClient jdbc, Today today) {
        this.campaigns = campaigns;
        this.offices = offices;
        this.journal = journal;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Who collects the returns of the counties. */
    static boolean mayUrge(Caller caller) {
        return caller.is(Role.CAMPAIGN_OFFICE)
                && MonthlyReturn.isTop(caller.office().bureau());
    }

    private record Key(long office, YearMonth month) {}

    private record Known(
            long id,
            ReturnState state,
            boolean sentBack,
            @Nullable LocalDate handedInOn) {}

    private record Days(LocalDate due, @Nullable LocalDate handedIn) {

        boolean isOnTime() {
            return handedIn != null && !handedIn.isAfter(due);
        }
    }

    /** @param wanted a year; the latest that has begun when there is no such one */
    @Transactional(readOnly = true)
    public Board of(Caller caller, @Nullable Integer wanted) {
        LocalDate day = today.day();
        List<ReportMonth> begun = campaigns.months().stream()
                .filter(month -> !month.opens().isAfter(day))
                .toList();
        List<Integer> years =
                begun.stream().map(month -> month.month().getYear()).distinct().toList();
        int year = years.contains(wanted) ? Objects.requireNonNull(wanted) : years.get(years.size() - 1);
        String path = Objects.requireNonNull(caller.scope().officePath());
        List<Office> bureaus = bureaus(path);
        Map<Key, Known> returns = returns(path);
        Map<Key, LocalDate> urged = urged(path);
        List<ReportMonth> shown =
                begun.stream().filter(month -> month.month().getYear() == year).toList();
        return new Board(
                year,
                years,
                shown.stream()
                        .map(month -> new Column(month, missing(month, bureaus, returns)))
                        .toList(),
                bureaus.stream()
                        .map(bureau -> row(bureau, begun, shown, returns, urged))
                        .toList());
    }

    private Row row(
            Office bureau,
            List<ReportMonth> begun,
            List<ReportMonth> shown,
            Map<Key, Known> returns,
            Map<Key, LocalDate> urged) {
        boolean top = MonthlyReturn.isTop(bureau);
        List<Days> days = begun.stream()
                .map(month -> new Days(month.due(top), handedIn(returns.get(key(bureau, month)))))
                .filter(one -> one.handedIn() != null || one.due().isBefore(today.day()))
                .toList();
        return new Row(
                bureau.getShortName(),
                shown.stream()
                        .map(month -> cell(month, top, returns.get(key(bureau, month)), urged.get(key(bureau, month))))
                        .toList(),
                days.size(),
                days.stream().filter(Days::isOnTime).count());
    }

    private Cell cell(ReportMonth month, boolean top, @Nullable Known known, @Nullable LocalDate urgedOn) {
        LocalDate due = month.due(top);
        long late = ReturnRow.daysLate(due, handedIn(known), today.day());
        if (known == null) {
            return new Cell(
                    month.month(),
                    null,
                    NOT_BEGUN,
                    late > 0 ? "late" : "",
                    ReturnState.DRAFT.with(top),
                    late,
                    false,
                    urgedOn);
        }
        return new Cell(
                month.month(),
                known.id(),
                known.sentBack() ? "已退回" : known.state().getLabel(),
                known.sentBack() ? "major" : known.state().getTone(),
                known.state().with(top),
                late,
                known.handedInOn() != null,
                urgedOn);
    }

    /** A county to be urged. */
    record Missing(Office office, @Nullable Long returnId) {}

    /** The counties that have not handed in for a month whose data are cut off. */
    @Transactional(readOnly = true)
    public List<Missing> missing(Caller caller, ReportMonth month) {
        String path = Objects.requireNonNull(caller.scope().officePath());
        Map<Key, Known> returns = returns(path);
        return bureaus(path).stream()
                .filter(bureau -> isMissing(month, bureau, returns))
                .map(bureau -> {
                    Known known = returns.get(key(bureau, month));
                    return new Missing(bureau, known == null ? null : known.id());
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

    private long missing(ReportMonth month, List<Office> bureaus, Map<Key, Known> returns) {
        return bureaus.stream()
                .filter(bureau -> isMissing(month, bureau, returns))
                .count();
    }

    private boolean isMissing(ReportMonth month, Office bureau, Map<Key, Known> returns) {
        return !MonthlyReturn.isTop(bureau)
                && !month.cutOff().isAfter(today.day())
                && handedIn(returns.get(key(bureau, month))) == null;
    }

    private List<Office> bureaus(String path) {
        return offices.below(path).stream()
                .filter(office -> office.getKind().isBureau())
                .toList();
    }

    private Map<Key, Known> returns(String path) {
        Map<Key, Known> returns = new HashMap<>();
        jdbc.sql("""
                        select id, office_id, month, state, handed_in_on, (
                            select step from return_step where return_id = id order by place desc limit 1) as last_step
                        from monthly_return where office_path like :path
                        """).param("path", path + "%").query(row -> {
            ReturnState state = ReturnState.valueOf(row.getString("state"));
            returns.put(
                    new Key(row.getLong("office_id"), YearMonth.from(row.getObject("month", LocalDate.class))),
                    new Known(
                            row.getLong("id"),
                            state,
                            state == ReturnState.DRAFT
                                    && ReturnStep.SEND_BACK.name().equals(row.getString("last_step")),
                            row.getObject("handed_in_on", LocalDate.class)));
        });
        return returns;
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
