package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.enforcement.Turn;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.reporting.Annex3;
import gassafety.reporting.Bridge;
import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.Cut;
import gassafety.reporting.Line;
import gassafety.reporting.Statement;
import gassafety.returns.Submission.Explained;
import gassafety.returns.Submission.FrozenLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was handed in: written once with SQL, never changed. */
@Component
@Transactional
class ReturnArchive {

    private static final String COLUMNS = """
            select s.id, s.return_id, s.place, s.revision, s.statement_day, s.position, s.base_id, s.base_day,
                s.base_position, s.edition, s.nil, s.progress, s.submitted_by_name, s.submitted_at, s.sha256, r.office_id,
                r.month, r.state
            from return_submission s join monthly_return r on r.id = s.return_id
            """;

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Campaigns campaigns;
    private final Today today;

    ReturnArchive(JdbcClient jdbc, Offices offices, Campaigns campaigns, Today today) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.offices = offices;
        this.today = today;
    }

    /**
     * What a return is bridged from: the last of an earlier month of the campaign, or nothing before it.
     *
     * @param cameBack its month when it came back to its office and was not handed in again
     */
    record Base(@Nullable Long id, Cut cut, @Nullable YearMonth cameBack) {}

    @Transactional(readOnly = true)
    public Base base(Office office, YearMonth month) {
        LocalDate start = campaigns.on(month.atEndOfMonth()).firstDay();
        return jdbc.sql(COLUMNS + """
                        where r.office_id = :office and r.month < :month and s.statement_day >= :start
                        order by r.month desc, s.place desc limit 1
                        """)
                .param("office", office.getId())
                .param("month", month.atDay(1))
                .param("start", start)
                .query((row, number) -> new Base(
                        row.getLong("id"),
                        new Cut(office, day(row, "statement_day"), row.getLong("position")),
                        ReturnState.DRAFT.name().equals(row.getString("state"))
                                ? YearMonth.from(day(row, "month"))
                                : null))
                .optional()
                .orElseGet(() -> new Base(null, new Cut(office, start.minusDays(1), 0), null));
    }

    void keep(MonthlyReturn found, Turn turn, Base base, Statement statement, Bridge bridge, List<Remark> remarks) {
        byte[] workbook = statement.workbook();
        long id = jdbc.sql("""
                        insert into return_submission (return_id, place, revision, statement_day, position, base_id,
                            base_day, base_position, edition, nil, progress, workbook, sha256, submitted_by,
                            submitted_by_name, submitted_at)
                        select :id, count(*) + 1, :revision, :day, :position, :baseId, :baseDay, :basePosition,
                            :edition, :nil, :progress, :workbook, :sha256, :by, :byName, :now
                        from return_submission where return_id = :id
                        returning id
                        """)
                .param("id", found.getId())
                .param("revision", found.getRevision())
                .param("day", statement.cut().asOf())
                .param("position", statement.cut().position())
                .param("baseId", base.id(), Types.BIGINT)
                .param("baseDay", base.cut().asOf())
                .param("basePosition", base.cut().position())
                .param("edition", Annex3.EDITION)
                .param("nil", found.content().nil())
                .param("progress", found.content().progress())
                .param("workbook", workbook)
                .param("sha256", DigestUtils.sha256Hex(workbook))
                .param("by", turn.by().accountId())
                .param("byName", turn.by().name())
                .param("now", OffsetDateTime.ofInstant(today.now(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        Annex3.lines().forEach(line -> keep(id, line, statement, bridge.steps(line)));
        remarks.forEach(remark -> jdbc.sql("insert into return_remark values (:id, :name, :message, :explanation)")
                .param("id", id)
                .param("name", remark.name())
                .param("message", remark.message())
                .param("explanation", found.content().explanations().get(remark.name()))
                .update());
    }

    private void keep(long id, Line line, Statement statement, Steps steps) {
        jdbc.sql("""
                        insert into return_figure (submission_id, line, item, reading, entries, last, period, late,
                            reversed, figure)
                        values (:id, :line, :item, :reading, :entries, :last, :period, :late, :reversed, :figure)
                        """)
                .param("id", id)
                .param("line", line.number())
                .param("item", line.printedItem())
                .param("reading", line.reading())
                .param("entries", statement.figure(line).entries())
                .param("last", steps.last())
                .param("period", steps.period())
                .param("late", steps.late())
                .param("reversed", steps.reversed())
                .param("figure", statement.figure(line).exact())
                .update();
    }

    /** Everything that was handed in for a return, the latest first. */
    @Transactional(readOnly = true)
    public List<Submission> of(MonthlyReturn found) {
        return jdbc.sql(COLUMNS + "where s.return_id = :id order by s.place desc")
                .param("id", found.getId())
                .query((row, number) -> submission(row))
                .list();
    }

    /** What was handed in last. */
    @Transactional(readOnly = true)
    public Optional<Submission> last(MonthlyReturn found) {
        return jdbc.sql(COLUMNS + "where s.return_id = :id order by s.place desc limit 1")
                .param("id", found.getId())
                .query((row, number) -> submission(row))
                .optional();
    }

    /** The text that the office handed in with its last return of an earlier month; empty when there is none. */
    @Transactional(readOnly = true)
    public String progressBefore(Base base) {
        return base.id() == null
                ? ""
                : jdbc.sql("select progress from return_submission where id = :id")
                        .param("id", base.id())
                        .query(String.class)
                        .single();
    }

    /** The workbook as it was handed in, byte for byte; the last one when no place is named. */
    @Transactional(readOnly = true)
    public Optional<byte[]> workbook(MonthlyReturn found, @Nullable Integer place) {
        return jdbc.sql("""
                        select workbook from return_submission
                        where return_id = :id and (:place::integer is null or place = :place)
                        order by place desc limit 1
                        """)
                .param("id", found.getId())
                .param("place", place, Types.INTEGER)
                .query(byte[].class)
                .optional();
    }

    private Submission submission(ResultSet row) throws SQLException {
        Office office = offices.byId(row.getLong("office_id")).orElseThrow();
        long id = row.getLong("id");
        return new Submission(
                id,
                row.getLong("return_id"),
                row.getInt("place"),
                row.getInt("revision"),
                row.getObject("base_id", Long.class),
                new Cut(office, day(row, "base_day"), row.getLong("base_position")),
                new Cut(office, day(row, "statement_day"), row.getLong("position")),
                row.getString("edition"),
                row.getBoolean("nil"),
                row.getString("progress"),
                lines(id),
                remarks(id),
                row.getString("submitted_by_name"),
                row.getObject("submitted_at", OffsetDateTime.class)
                        .atZoneSameInstant(Today.ZONE)
                        .toLocalDate(),
                row.getString("sha256"));
    }

    private Map<Integer, FrozenLine> lines(long id) {
        Map<Integer, FrozenLine> lines = new HashMap<>();
        jdbc.sql("select * from return_figure where submission_id = :id")
                .param("id", id)
                .query(row -> {
                    lines.put(
                            row.getInt("line"),
                            new FrozenLine(
                                    row.getString("item"),
                                    row.getString("reading"),
                                    row.getLong("entries"),
                                    new Steps(
                                            Line.plain(row.getBigDecimal("last")),
                                            Line.plain(row.getBigDecimal("period")),
                                            Line.plain(row.getBigDecimal("late")),
                                            Line.plain(row.getBigDecimal("reversed")),
                                            Line.plain(row.getBigDecimal("figure")))));
                });
        return lines;
    }

    private List<Explained> remarks(long id) {
        return jdbc.sql("select message, explanation from return_remark where submission_id = :id order by name")
                .param("id", id)
                .query(Explained.class)
                .list();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
