package gassafety.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of answers to earlier problems; they are only ever added. */
@Component
class EarlierAnswers {

    private static final String COLUMNS = "hazard_id, version, base, request_key, put_right, remark, hazard_number,"
            + " problem, hazard_state, saved_by, saved_by_name, saved_at";

    private final JdbcClient jdbc;

    EarlierAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answers of a visit that hold, in the order of the hazards' numbers. */
    List<EarlierAnswer> latest(long inspectionId) {
        return jdbc.sql("select * from (select distinct on (hazard_id) " + COLUMNS
                        + " from inspection_earlier_answer where inspection_id = :id order by hazard_id, version desc)"
                        + " latest order by hazard_number")
                .param("id", inspectionId)
                .query((row, number) -> answer(row))
                .list();
    }

    Optional<EarlierAnswer> latest(long inspectionId, long hazardId) {
        return latest(inspectionId).stream()
                .filter(answer -> answer.hazardId() == hazardId)
                .findFirst();
    }

    /** What was saved last under the name of this request. */
    Optional<EarlierAnswer> savedUnder(long inspectionId, String requestKey) {
        return jdbc.sql("select " + COLUMNS + " from inspection_earlier_answer"
                        + " where inspection_id = :id and request_key = :key order by base desc limit 1")
                .param("id", inspectionId)
                .param("key", requestKey)
                .query((row, number) -> answer(row))
                .optional();
    }

    void add(long inspectionId, EarlierAnswer answer) {
        jdbc.sql("insert into inspection_earlier_answer (inspection_id, " + COLUMNS
                        + ") values (:id, :hazard, :version,"
                        + " :base, :key, :putRight, :remark, :number, :problem, :state, :by, :byName, :at)")
                .param("id", inspectionId)
                .param("hazard", answer.hazardId())
                .param("version", answer.version())
                .param("base", answer.base())
                .param("key", answer.requestKey())
                .param("putRight", answer.putRight())
                .param("remark", answer.remark())
                .param("number", answer.hazardNumber())
                .param("problem", answer.problem())
                .param("state", answer.state())
                .param("by", answer.savedBy())
                .param("byName", answer.savedByName())
                .param("at", answer.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static EarlierAnswer answer(ResultSet row) throws SQLException {
        return new EarlierAnswer(
                row.getLong("hazard_id"),
                row.getInt("version"),
                row.getInt("base"),
                row.getString("request_key"),
                row.getBoolean("put_right"),
                row.getString("remark"),
                row.getString("hazard_number"),
                row.getString("problem"),
                row.getString("hazard_state"),
                row.getLong("saved_by"),
                row.getString("saved_by_name"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
