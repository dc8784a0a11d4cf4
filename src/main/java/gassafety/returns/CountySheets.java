package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Scope;
import gassafety.reporting.Annex3;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the workbooks that were handed in, byte for byte. */
@Component
@Transactional(readOnly = true)
class CountySheets {

    private static final String COLUMNS = """
            select id, version, office_id, office_name, month, state, statement_day, file_name, sha256, figures, progress,
                sent_by_name, sent_on, decided_by_name, decided_on, opinion
            from county_sheet
            """;

    private static final String IN_SCOPE = " where starts_with(office_path, :path)";

    private final JdbcClient jdbc;
    private final Today today;

    CountySheets(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * What a bureau hands in.
     *
     * @param figures by line, exact
     */
    record Handed(
            Office office,
            YearMonth month,
            LocalDate statementDay,
            String fileName,
            byte[] content,
            Map<Integer, BigDecimal> figures,
            String progress) {}

    CountySheet require(long id, Scope scope) {
        return jdbc.sql(COLUMNS + IN_SCOPE + " and id = :id")
                .param("path", String.valueOf(scope.officePath()))
                .param("id", id)
                .query(SHEET)
                .optional()
                .orElseThrow(NotFound::new);
    }

    byte[] content(CountySheet sheet) {
        return jdbc.sql("select content from county_sheet where id = :id")
                .param("id", sheet.id())
                .query(byte[].class)
                .single();
    }

    /** The latest months first. */
    Page<CountySheet> page(Scope scope, int number) {
        String path = String.valueOf(scope.officePath());
        long total = jdbc.sql("select count(*) from county_sheet" + IN_SCOPE)
                .param("path", path)
                .query(Long.class)
                .single();
        PageRequest page = Pages.request(number, total);
        return new PageImpl<>(
                jdbc.sql(COLUMNS + IN_SCOPE + " order by month desc, id desc limit :limit offset :offset")
                        .param("path", path)
                        .param("limit", page.getPageSize())
                        .param("offset", page.getOffset())
                        .query(SHEET)
                        .list(),
                page,
                total);
    }

    /**
     * What a bureau has handed in for a month.
     *
     * @param sheet the last that waits or counts; the last of all when none does
     * @param handedInOn when the first that waits or counts came
     */
    record Latest(CountySheet sheet, @Nullable LocalDate handedInOn) {}

    /** One for each bureau and month. */
    List<Latest> latest(String path) {
        return jdbc.sql("select distinct on (office_id, month) *,"
                        + " min(sent_on) filter (where state in ('WAITING', 'ACCEPTED'))"
                        + " over (partition by office_id, month) as handed_in_on from (" + COLUMNS + IN_SCOPE
                        + ") sheet order by office_id, month, state in ('WAITING', 'ACCEPTED') desc, id desc")
                .param("path", path)
                .query((row, number) -> new Latest(
                        Objects.requireNonNull(SHEET.mapRow(row, number)),
                        row.getObject("handed_in_on", LocalDate.class)))
                .list();
    }

    /** Those that wait, the oldest first. */
    List<CountySheet> waiting(Scope scope, int most) {
        return jdbc.sql(COLUMNS + IN_SCOPE + " and state = 'WAITING' order by id limit :most")
                .param("path", String.valueOf(scope.officePath()))
                .param("most", most)
                .query(SHEET)
                .list();
    }

    /** Whoever hands in for the same bureau at the same time waits here and finds what was kept. */
    @Transactional
    void waitForOthers(Office office) {
        jdbc.sql("select id from office where id = :id for no key update")
                .param("id", office.getId())
                .query(Long.class)
                .single();
    }

    /** The same workbook of this bureau for this month, if it waits or was taken. */
    Optional<CountySheet> same(Office office, YearMonth month, byte[] content) {
        return jdbc.sql(COLUMNS + "where office_id = :office and month = :month and sha256 = :sha256"
                        + " and state in ('WAITING', 'ACCEPTED')")
                .param("office", office.getId())
                .param("month", month.atDay(1))
                .param("sha256", DigestUtils.sha256Hex(content))
                .query(SHEET)
                .optional();
    }

    Optional<CountySheet> waiting(Office office, YearMonth month) {
        return jdbc.sql(COLUMNS + "where office_id = :office and month = :month and state = 'WAITING'")
                .param("office", office.getId())
                .param("month", month.atDay(1))
                .query(SHEET)
                .optional();
    }

    /** The one that counted before another: the last that was taken to an earlier day of its campaign. */
    Optional<CountySheet> before(CountySheet sheet, LocalDate start) {
        return jdbc.sql(COLUMNS + """
                        where office_id = :office and state = 'ACCEPTED' and statement_day >= :start
                            and (statement_day, id) < (:day, :id)
                        order by statement_day desc, id desc limit 1
                        """)
                .param("office", sheet.officeId())
                .param("id", sheet.id())
                .param("start", start)
                .param("day", sheet.statementDay())
                .query(SHEET)
                .optional();
    }

    @Transactional
    long keep(Handed handed, Caller by) {
        return jdbc.sql("""
                        insert into county_sheet (office_id, office_path, office_name, month, statement_day, file_name,
                            content, sha256, figures, progress, sent_by, sent_by_name, sent_on)
                        values (:office, :path, :officeName, :month, :day, :file, :content, :sha256, :figures,
                            :progress, :by, :byName, :today)
                        returning id
                        """)
                .param("office", handed.office().getId())
                .param("path", handed.office().getPath())
                .param("officeName", handed.office().getShortName())
                .param("month", handed.month().atDay(1))
                .param("day", handed.statementDay())
                .param("file", handed.fileName())
                .param("content", handed.content())
                .param("sha256", DigestUtils.sha256Hex(handed.content()))
                .param(
                        "figures",
                        Annex3.lines().stream()
                                .map(line ->
                                        Objects.requireNonNull(handed.figures().get(line.number())))
                                .toArray(BigDecimal[]::new))
                .param("progress", handed.progress())
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("today", today.day())
                .query(Long.class)
                .single();
    }

    /** @return whether it stood where the step begins, so that it was taken now */
    @Transactional
    boolean decide(CountySheet sheet, SheetStep step, String opinion, Caller by) {
        return jdbc.sql("""
                                update county_sheet set state = :to, version = version + 1, decided_by = :by,
                                    decided_by_name = :byName, decided_on = :today, opinion = :opinion
                                where id = :id and state = :from
                                """)
                        .param("to", step.to().name())
                        .param("from", step.from().name())
                        .param("by", by.accountId())
                        .param("byName", by.name())
                        .param("today", today.day())
                        .param("opinion", opinion)
                        .param("id", sheet.id())
                        .update()
                == 1;
    }

    private static final RowMapper<CountySheet> SHEET = (row, number) -> new CountySheet(
            row.getLong("id"),
            row.getInt("version"),
            row.getLong("office_id"),
            row.getString("office_name"),
            YearMonth.from(row.getObject("month", LocalDate.class)),
            SheetState.valueOf(row.getString("state")),
            row.getObject("statement_day", LocalDate.class),
            row.getString("file_name"),
            row.getString("sha256"),
            Arrays.asList((BigDecimal[]) row.getArray("figures").getArray()),
            row.getString("progress"),
            row.getString("sent_by_name"),
            row.getObject("sent_on", LocalDate.class),
            row.getString("decided_by_name"),
            row.getObject("decided_on", LocalDate.class),
            row.getString("opinion"));
}
