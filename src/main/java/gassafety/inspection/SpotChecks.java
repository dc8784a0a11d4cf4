package gassafety.inspection;

import gassafety.register.Cylinder;
import gassafety.register.Cylinders;
import gassafety.register.EnterpriseRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the 抽查明细; they are only ever added. Whoever calls has read the inspection within its scope. */
@Component
class SpotChecks {

    private static final Set<String> ROLES = Set.of(
            EnterpriseRole.FILLING_STATION.name(),
            EnterpriseRole.LPG_OPERATOR.name(),
            EnterpriseRole.CYLINDER_INSPECTION_BODY.name());

    private static final String LATEST = "select distinct on (mark) * from inspection_cylinder"
            + " where inspection_id = :id order by mark, version desc";

    private final JdbcClient jdbc;

    SpotChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether those who are inspected with this list have cylinders. */
    static boolean belongTo(Inspection inspection) {
        return ROLES.contains(inspection.getRole());
    }

    SpotCheckList of(Inspection inspection) {
        return SpotCheckList.of(latest(inspection.getId()), inspection);
    }

    /** What was said last of each mark, in their order, also of those that were taken off. */
    List<SpotCheck> latest(long inspectionId) {
        return jdbc.sql(LATEST)
                .param("id", inspectionId)
                .query((row, number) -> check(row))
                .list();
    }

    Optional<SpotCheck> latest(long inspectionId, String mark) {
        return jdbc.sql("select * from inspection_cylinder where inspection_id = :id and mark = :mark"
                        + " order by version desc limit 1")
                .param("id", inspectionId)
                .param("mark", mark)
                .query((row, number) -> check(row))
                .optional();
    }

    /** What was saved under the name of this request. */
    Optional<SpotCheck> savedUnder(long inspectionId, String requestKey) {
        return jdbc.sql("select * from inspection_cylinder where inspection_id = :id and request_key = :key")
                .param("id", inspectionId)
                .param("key", requestKey)
                .query((row, number) -> check(row))
                .optional();
    }

    int saves(long inspectionId) {
        return jdbc.sql("select count(*) from inspection_cylinder where inspection_id = :id")
                .param("id", inspectionId)
                .query(Integer.class)
                .single();
    }

    void add(long inspectionId, SpotCheck check) {
        JdbcClient.StatementSpec insert = jdbc.sql("insert into inspection_cylinder (inspection_id, mark, version,"
                        + " request_key, removed, result, note, registration_number, station_id, station_name, maker,"
                        + " serial, size, made_on, design_life_until, last_inspected_on, next_inspection_on, phase, state,"
                        + " saved_by, saved_by_name, saved_at) values (:id, :mark, :version, :key, :removed, :result, :note,"
                        + " :registration, :station, :stationName, :maker, :serial, :size, :made, :until, :last, :next,"
                        + " :phase, :state, :by, :byName, :at)")
                .param("id", inspectionId)
                .param("mark", check.mark())
                .param("version", check.version())
                .param("key", check.requestKey())
                .param("removed", check.removed())
                .param("result", check.result().name())
                .param("note", check.note())
                .param("by", check.savedBy())
                .param("byName", check.savedByName())
                .param("at", check.savedAt().atOffset(ZoneOffset.UTC));
        Cylinder said = check.registered();
        insert.param("registration", said == null ? null : said.registrationNumber(), Types.VARCHAR)
                .param("station", said == null ? null : said.stationId(), Types.BIGINT)
                .param("stationName", said == null ? null : said.stationName(), Types.VARCHAR)
                .param("maker", said == null ? null : said.maker(), Types.VARCHAR)
                .param("serial", said == null ? null : said.serial(), Types.VARCHAR)
                .param("size", said == null ? null : said.size().name(), Types.VARCHAR)
                .param("made", said == null ? null : said.madeOn(), Types.DATE)
                .param("until", said == null ? null : said.designLifeUntil(), Types.DATE)
                .param("last", said == null ? null : said.lastInspectedOn(), Types.DATE)
                .param("next", said == null ? null : said.nextInspectionOn(), Types.DATE)
                .param("phase", said == null ? null : said.phase().name(), Types.VARCHAR)
                .param("state", said == null ? null : said.state().name(), Types.VARCHAR)
                .update();
    }

    private static SpotCheck check(ResultSet row) throws SQLException {
        return new SpotCheck(
                row.getString("mark"),
                row.getInt("version"),
                row.getString("request_key"),
                row.getBoolean("removed"),
                SpotCheck.Result.valueOf(row.getString("result")),
                row.getString("note"),
                row.getString("state") == null ? null : Cylinders.read(row),
                row.getLong("saved_by"),
                row.getString("saved_by_name"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
