package gassafety.calendar;

import gassafety.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The deadlines in force, by their codes in {@code forms/deadlines.csv}. */
@Service
public class Deadlines {

    private static final String HAZARD_FIX = "HAZARD_FIX";

    /** In {@code forms/deadlines.csv}: 超过30日须批准. */
    private static final int LONGEST_FIX_DAYS = 30;

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    Deadlines(JdbcClient jdbc, WorkingDays workingDays, DeadlineLoader loader) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        loader.load();
    }

    /**
     * The last day of a term that runs from a day.
     *
     * @throws Refusal when that deadline is switched off, or not in force on that day
     * @throws IllegalStateException when it is in hours
     */
    public DueDate due(String code, LocalDate from) {
        Deadline deadline = inUse(code, from);
        return new DueDate(workingDays.due(deadline, from), code, deadline.edition());
    }

    /**
     * The last day of the term that is proposed for putting a hazard right.
     *
     * @throws Refusal when that deadline is switched off, or not in force on that day
     */
    public LocalDate usualFix(LocalDate from) {
        return due(HAZARD_FIX, from).day();
    }

    /** Why a day is too late as the end of a first term; empty when it isn't. Longer terms are extensions. */
    public static Optional<String> tooLongFix(LocalDate from, LocalDate due) {
        LocalDate last = from.plusDays(LONGEST_FIX_DAYS);
        return due.isAfter(last)
                ? Optional.of("整改时限超过 " + LONGEST_FIX_DAYS + " 日须经批准：请填 " + last + " 以前的日期，确需更长时间的在到期前申请延期。")
                : Optional.empty();
    }

    /**
     * The last moment of a term in hours.
     *
     * @throws Refusal when that deadline is switched off, or not in force on that day
     * @throws IllegalStateException when it is not in hours
     */
    public Instant dueInstant(String code, Instant from) {
        return inUse(code, LocalDate.ofInstant(from, Today.ZONE)).dueInstant(from);
    }

    /** The edition in force on a day; empty when there is none or it is switched off until confirmed. */
    public Optional<Deadline> active(String code, LocalDate day) {
        return jdbc.sql("select * from deadline where code = :code and active"
                        + " and valid_from <= :day and (valid_to is null or valid_to >= :day)"
                        + " order by edition desc limit 1")
                .param("code", code)
                .param("day", day)
                .query((row, number) -> deadline(row))
                .optional();
    }

    /** All editions of all deadlines, in force or not, to be shown with their sources. */
    public List<Deadline> all() {
        return jdbc.sql("select * from deadline order by id")
                .query((row, number) -> deadline(row))
                .list();
    }

    private Deadline inUse(String code, LocalDate day) {
        return active(code, day)
                .orElseThrow(() -> new Refusal("本系统没有 " + day + " 适用的期限（" + code + "），请核对日期，或请管理员启用这一期限。"));
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getLong("id"),
                row.getString("code"),
                row.getInt("edition"),
                row.getString("title"),
                row.getInt("amount"),
                Deadline.Unit.valueOf(row.getString("unit")),
                row.getBoolean("counts_back"),
                row.getString("extension"),
                row.getString("runs_from"),
                row.getString("suspended_by"),
                row.getString("source"),
                Deadline.Confidence.valueOf(row.getString("confidence")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("active"));
    }
}
