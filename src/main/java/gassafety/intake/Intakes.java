package gassafety.intake;

import gassafety.calendar.Today;
import gassafety.intake.LedgerCheck.Result;
import gassafety.office.Caller;
import gassafety.office.Scope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of ledgers that were sent in. */
@Component
class Intakes {

    private static final int LATEST = 50;
    private static final int MOST_FAULTS = 20_000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    private final JdbcClient jdbc;
    private final Today today;

    Intakes(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * A workbook that was sent in.
     *
     * @param known lines that were in the ledger already
     * @param faulty lines that have something wrong
     * @param done whether it was taken over; if not, nothing was
     */
    record Intake(
            long id,
            String byName,
            String officeName,
            Instant at,
            String fileName,
            int lines,
            int added,
            int known,
            int faulty,
            boolean done) {

        public String atText() {
            return MINUTE.format(at);
        }
    }

    /** The earlier intake of the same file by the same office, when it was taken over. */
    @Transactional(readOnly = true)
    Optional<Long> done(String sha256, Caller by) {
        return jdbc.sql("select id from ledger_intake where office_id = :office and sha256 = :sha256 and done")
                .param("office", by.office().getId())
                .param("sha256", sha256)
                .query(Long.class)
                .optional();
    }

    @Transactional
    long write(String fileName, String sha256, Result result, boolean done, Caller by) {
        long id = jdbc.sql("""
                        insert into ledger_intake (office_id, office_path, by_id, by_name, office_name, at, file_name,
                            sha256, lines, added, known, faulty, done)
                        values (:office, :path, :by, :name, :place, :at, :file, :sha256, :lines, :added, :known,
                            :faulty, :done)
                        returning id
                        """)
                .param("office", by.office().getId())
                .param("path", by.office().getPath())
                .param("by", by.accountId())
                .param("name", by.name())
                .param("place", by.place())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .param("file", fileName)
                .param("sha256", sha256)
                .param("lines", result.lines())
                .param("added", done ? result.fresh().size() : 0)
                .param("known", result.known())
                .param("faulty", result.faulty())
                .param("done", done)
                .query(Long.class)
                .single();
        int place = 0;
        for (Fault fault :
                result.faults().subList(0, Math.min(MOST_FAULTS, result.faults().size()))) {
            jdbc.sql("insert into ledger_intake_fault (intake_id, place, line, column_name, content, reason)"
                            + " values (:id, :place, :line, :column, :content, :reason)")
                    .param("id", id)
                    .param("place", ++place)
                    .param("line", fault.line())
                    .param("column", fault.column())
                    .param("content", fault.content())
                    .param("reason", fault.reason())
                    .update();
        }
        return id;
    }

    /** The intake, for those who read the office that sent it in or one of the hazards that came with it. */
    @Transactional(readOnly = true)
    Optional<Intake> find(long id, Scope scope) {
        String path = scope.officePath();
        return path == null
                ? Optional.empty()
                : jdbc.sql("""
                                select * from ledger_intake i
                                where id = :id and (starts_with(office_path, :path) or exists (select 1 from hazard h
                                    where h.source_kind = 'LEDGER' and h.source_id = i.id
                                        and (starts_with(h.office_path, :path) or starts_with(h.charge_path, :path))))
                                """)
                        .param("id", id)
                        .param("path", path)
                        .query(INTAKE)
                        .optional();
    }

    /** The latest that were sent in by the offices of the scope. */
    @Transactional(readOnly = true)
    List<Intake> latest(Scope scope) {
        return jdbc.sql("select * from ledger_intake where starts_with(office_path, :path)" + " order by id desc limit "
                        + LATEST)
                .param("path", String.valueOf(scope.officePath()))
                .query(INTAKE)
                .list();
    }

    /** What was wrong, in the order of the lines. */
    @Transactional(readOnly = true)
    List<Fault> faults(long id, int most) {
        return jdbc.sql("select line, column_name as column, content, reason from ledger_intake_fault"
                        + " where intake_id = :id order by place limit :most")
                .param("id", id)
                .param("most", most)
                .query(Fault.class)
                .list();
    }

    @Transactional(readOnly = true)
    int faultCount(long id) {
        return jdbc.sql("select count(*) from ledger_intake_fault where intake_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static final RowMapper<Intake> INTAKE = (row, number) -> new Intake(
            row.getLong("id"),
            row.getString("by_name"),
            row.getString("office_name"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("file_name"),
            row.getInt("lines"),
            row.getInt("added"),
            row.getInt("known"),
            row.getInt("faulty"),
            row.getBoolean("done"));
}
