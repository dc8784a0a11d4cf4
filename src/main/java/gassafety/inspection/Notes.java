package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written beside the answers: explanations before signing, supplements after it. Rows are only added. */
@Component
class Notes {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    private final JdbcClient jdbc;
    private final Today today;

    Notes(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** 补充说明, added after signing. */
    record Supplement(String body, String addedByName, Instant addedAt) {

        public String addedText() {
            return MINUTE.format(addedAt);
        }
    }

    /** The latest explanation for each rule. */
    Map<String, Explanation> explanations(long inspectionId) {
        return jdbc
                .sql("select distinct on (rule) rule, explanation, given_by_name from inspection_explanation"
                        + " where inspection_id = :id order by rule, id desc")
                .param("id", inspectionId)
                .query((row, at) -> new Explanation(
                        row.getString("rule"), row.getString("explanation"), row.getString("given_by_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Explanation::rule, Function.identity()));
    }

    void explain(long inspectionId, String rule, String text, Caller by) {
        jdbc.sql("insert into inspection_explanation (inspection_id, rule, explanation, given_by, given_by_name,"
                        + " given_at) values (:id, :rule, :text, :by, :name, :at)")
                .param("id", inspectionId)
                .param("rule", rule)
                .param("text", text)
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Supplement> supplements(long inspectionId) {
        return jdbc.sql("select body, added_by_name, added_at from inspection_supplement"
                        + " where inspection_id = :id order by id")
                .param("id", inspectionId)
                .query((row, at) -> new Supplement(
                        row.getString("body"),
                        row.getString("added_by_name"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @return false when the same request has added it already */
    boolean supplement(long inspectionId, String body, String key, Caller by) {
        return jdbc.sql("insert into inspection_supplement (inspection_id, body, request_key, added_by, added_by_name,"
                                + " added_at) values (:id, :body, :key, :by, :name, :at)"
                                + " on conflict (request_key) do nothing")
                        .param("id", inspectionId)
                        .param("body", body)
                        .param("key", key)
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("at", today.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether this request has added this very supplement. */
    boolean holds(long inspectionId, String body, String key) {
        return jdbc.sql("select exists (select 1 from inspection_supplement"
                        + " where inspection_id = :id and request_key = :key and body = :body)")
                .param("id", inspectionId)
                .param("key", key)
                .param("body", body)
                .query(Boolean.class)
                .single();
    }
}
