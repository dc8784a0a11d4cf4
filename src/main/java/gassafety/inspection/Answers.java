package gassafety.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of answers; they are only ever added. Whoever calls has read the inspection within its scope. */
@Component
class Answers {

    private static final String FIELD_COLUMNS =
            Arrays.stream(AnswerField.values()).map(AnswerField::column).collect(Collectors.joining(", "));

    private static final String INSERT =
            "insert into inspection_answer (inspection_id, position, version, base, stands,"
                    + " request_key, request_digest, saved_by, saved_by_name, saved_at, " + FIELD_COLUMNS + ") ";

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The standing answers of an inspection by position, with what contradicts them; no entry for an unanswered item. */
    Map<Integer, AnswerHistory> latest(long inspectionId) {
        List<Answer> rows = jdbc.sql("""
                        select * from (
                            select answer.*, max(version) filter (where stands) over (partition by position) as standing
                            from inspection_answer answer where inspection_id = :id) versions
                        where version >= coalesce(standing, 0)
                        """)
                .param("id", inspectionId)
                .query((row, number) -> answer(row))
                .list();
        Map<Integer, AnswerHistory> histories = new TreeMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(Answer::position))
                .forEach((position, saved) -> histories.put(position, new AnswerHistory(saved)));
        return histories;
    }

    AnswerHistory history(long inspectionId, int position) {
        return new AnswerHistory(
                jdbc.sql("select * from inspection_answer where inspection_id = :id and position = :position")
                        .param("id", inspectionId)
                        .param("position", position)
                        .query((row, number) -> answer(row))
                        .list());
    }

    /** The last version of each item that has one. */
    Map<Integer, Integer> lastVersions(long inspectionId) {
        Map<Integer, Integer> versions = new TreeMap<>();
        jdbc.sql("select position, max(version) as version from inspection_answer where inspection_id = :id"
                        + " group by position")
                .param("id", inspectionId)
                .query(row -> {
                    versions.put(row.getInt("position"), row.getInt("version"));
                });
        return versions;
    }

    /** An answer and the digest of what was sent to save it. */
    record Sent(Answer answer, String digest) {}

    /**
     * @param history of the item
     * @param sent what was saved last under the name of a request, of this item or another
     */
    record Known(AnswerHistory history, Optional<Sent> sent) {}

    Known known(long inspectionId, int position, String requestKey) {
        List<Sent> rows = jdbc.sql("select * from inspection_answer where inspection_id = :id"
                        + " and (position = :position or request_key = :key)")
                .param("id", inspectionId)
                .param("position", position)
                .param("key", requestKey)
                .query((row, number) -> new Sent(answer(row), row.getString("request_digest")))
                .list();
        return new Known(
                new AnswerHistory(rows.stream()
                        .map(Sent::answer)
                        .filter(answer -> answer.position() == position)
                        .toList()),
                rows.stream()
                        .filter(row -> row.answer().requestKey().equals(requestKey))
                        .max(Comparator.comparingInt(row -> row.answer().base())));
    }

    void add(long inspectionId, Answer answer, String digest) {
        String values = Arrays.stream(AnswerField.values())
                .map(field -> field.kind().from(":" + field.column()))
                .collect(Collectors.joining(", "));
        JdbcClient.StatementSpec insert = jdbc.sql(
                        INSERT + "values (:id, :position, :version, :base, :stands, :key, :digest, :by, :byName, :at, "
                                + values + ")")
                .param("id", inspectionId)
                .param("position", answer.position())
                .param("version", answer.version())
                .param("base", answer.base())
                .param("stands", answer.stands())
                .param("key", answer.requestKey())
                .param("digest", digest)
                .param("by", answer.savedBy())
                .param("byName", answer.savedByName())
                .param("at", answer.savedAt().atOffset(ZoneOffset.UTC));
        for (AnswerField field : AnswerField.values()) {
            insert = insert.param(field.column(), answer.content().get(field));
        }
        insert.update();
    }

    /** The first answers of many items, given by one person evenly over some time, in one statement. */
    void addFirst(
            long inspectionId,
            Map<Integer, AnswerContent> contents,
            long by,
            String byName,
            Instant from,
            Instant until) {
        List<Integer> positions = new ArrayList<>(contents.keySet());
        String values = Arrays.stream(AnswerField.values())
                .map(field -> field.kind().from("said." + field.column()))
                .collect(Collectors.joining(", "));
        String arrays = Arrays.stream(AnswerField.values())
                .map(field -> "cast(:" + field.column() + " as text[])")
                .collect(Collectors.joining(", "));
        JdbcClient.StatementSpec insert = jdbc.sql(INSERT
                        + "select :id, said.position, 1, 0, true, 'together-' || said.position, '', :by, :byName,"
                        + " cast(:from as timestamptz) + (said.position - 1) * cast(:step as interval), "
                        + values
                        + " from unnest(cast(:positions as integer[]), " + arrays + ") as said(position, "
                        + FIELD_COLUMNS + ")")
                .param("id", inspectionId)
                .param("by", by)
                .param("byName", byName)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param(
                        "step",
                        Duration.between(from, until)
                                .dividedBy(Math.max(1, contents.size() - 1))
                                .toString())
                .param("positions", positions.toArray(Integer[]::new));
        for (AnswerField field : AnswerField.values()) {
            insert = insert.param(
                    field.column(),
                    positions.stream()
                            .map(position -> contents.getOrDefault(position, AnswerContent.EMPTY)
                                    .get(field))
                            .toArray(String[]::new));
        }
        insert.update();
    }

    private static Answer answer(ResultSet row) throws SQLException {
        Map<AnswerField, String> said = new EnumMap<>(AnswerField.class);
        for (AnswerField field : AnswerField.values()) {
            String value = row.getString(field.column());
            said.put(field, value == null ? "" : value);
        }
        return new Answer(
                row.getInt("position"),
                row.getInt("version"),
                row.getInt("base"),
                row.getBoolean("stands"),
                row.getString("request_key"),
                new AnswerContent(said),
                row.getLong("saved_by"),
                row.getString("saved_by_name"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
