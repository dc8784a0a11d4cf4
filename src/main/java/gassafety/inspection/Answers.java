package gassafety.inspection;

import gassafety.office.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of answers; they are only ever added. Whoever calls has read the inspection within its scope, but for {@link
 * #item}.
 */
@Component
class Answers {

    private static final String FIELD_COLUMNS =
            Arrays.stream(AnswerField.values()).map(AnswerField::column).collect(Collectors.joining(", "));

    private static final String INSERT =
            "insert into inspection_answer (inspection_id, position, version, base, stands,"
                    + " request_key, request_digest, saved_by, saved_by_name, saved_at, said_at, " + FIELD_COLUMNS
                    + ") ";

    private static final String ADD = INSERT
            + "values (:id, :position, :version, :base, :stands, :key, :digest, :by, :byName, :at, :saidAt, "
            + Arrays.stream(AnswerField.values())
                    .map(field -> field.kind().from(":" + field.column()))
                    .collect(Collectors.joining(", "))
            + ") on conflict do nothing";

    private final JdbcClient jdbc;
    private final JdbcClient quick;

    Answers(JdbcClient jdbc, @Qualifier("quick") JdbcClient quick) {
        this.jdbc = jdbc;
        this.quick = quick;
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
     * An item of an inspection.
     *
     * @param sent what was saved last under the name of a request, of this item or another
     */
    record Item(
            InspectionStatus status,
            LocalDate visitDay,
            long checklistId,
            AnswerHistory history,
            Optional<Sent> sent) {}

    /** The item of an inspection, if that is within the scope of this person, who inspects there. */
    Optional<Item> item(long inspectionId, int position, String requestKey, Caller by) {
        return quick.sql("""
                        select inspection.status, inspection.visit_day, inspection.checklist_id, answer.*
                        from inspection
                        join inspection_inspector inspector on inspector.inspection_id = inspection.id
                            and inspector.account_id = :by and inspector.withdrawn_at is null
                        left join inspection_answer answer on answer.inspection_id = inspection.id
                            and (answer.position = :position or answer.request_key = :key)
                        where inspection.id = :id
                            and (starts_with(inspection.office_path, :scope) or starts_with(inspection.charge_path, :scope))
                        """)
                .param("by", by.accountId())
                .param("position", position)
                .param("key", requestKey)
                .param("id", inspectionId)
                .param("scope", by.scope().officePath())
                .query(rows -> rows.next() ? Optional.of(item(rows, position, requestKey)) : Optional.empty());
    }

    private static Item item(ResultSet rows, int position, String requestKey) throws SQLException {
        InspectionStatus status = InspectionStatus.valueOf(rows.getString("status"));
        LocalDate visitDay = rows.getObject("visit_day", LocalDate.class);
        long checklist = rows.getLong("checklist_id");
        List<Answer> saved = new ArrayList<>();
        Sent sent = null;
        do {
            if (rows.getString("request_key") == null) {
                continue;
            }
            Answer answer = answer(rows);
            if (answer.position() == position) {
                saved.add(answer);
            }
            if (answer.requestKey().equals(requestKey)
                    && (sent == null || answer.base() > sent.answer().base())) {
                sent = new Sent(answer, rows.getString("request_digest"));
            }
        } while (rows.next());
        return new Item(status, visitDay, checklist, new AnswerHistory(saved), Optional.ofNullable(sent));
    }

    /** @return false when that version of the item is there already, or the request has saved on that base before */
    boolean add(long inspectionId, Answer answer, String digest) {
        JdbcClient.StatementSpec insert = quick.sql(ADD)
                .param("id", inspectionId)
                .param("position", answer.position())
                .param("version", answer.version())
                .param("base", answer.base())
                .param("stands", answer.stands())
                .param("key", answer.requestKey())
                .param("digest", digest)
                .param("by", answer.savedBy())
                .param("byName", answer.savedByName())
                .param("at", answer.savedAt().atOffset(ZoneOffset.UTC))
                .param("saidAt", answer.saidAt().atOffset(ZoneOffset.UTC));
        for (AnswerField field : AnswerField.values()) {
            insert = insert.param(field.column(), answer.content().get(field));
        }
        return insert.update() > 0;
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
                        + " cast(:from as timestamptz) + (said.position - 1) * cast(:step as interval), null, "
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
        Instant savedAt = row.getObject("saved_at", OffsetDateTime.class).toInstant();
        OffsetDateTime saidAt = row.getObject("said_at", OffsetDateTime.class);
        return new Answer(
                row.getInt("position"),
                row.getInt("version"),
                row.getInt("base"),
                row.getBoolean("stands"),
                row.getString("request_key"),
                new AnswerContent(said),
                row.getLong("saved_by"),
                row.getString("saved_by_name"),
                savedAt,
                saidAt == null ? savedAt : saidAt.toInstant());
    }
}
