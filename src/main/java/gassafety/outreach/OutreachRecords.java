package gassafety.outreach;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Scope;
import gassafety.web.LikePattern;
import gassafety.web.Pages;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of outreach: written once, voided once, read within a scope. */
@Component
class OutreachRecords {

    private static final int FETCHED = 500;

    private static final String SELECT = """
            select r.*, o.short_name as office_name, e.by_name, e.at, i.title as item_title,
                (select n.id from outreach_record n where n.replaces = r.id) as replaced_by
            from outreach_record r join outreach_entry e on e.id = r.entry_id join office o on o.id = r.office_id
            left join outreach_record i on i.id = r.item_id
            """;

    private final JdbcClient jdbc;
    private final Today today;

    OutreachRecords(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** A sending of a form that was taken before. */
    record Sent(long id, String digest) {}

    /** How many records of a kind there are, and what their quantities add up to. */
    record Total(OutreachKind kind, long records, long quantity) {}

    /** Begins what one sending of a form enters; empty when this one was taken before, or is being taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> begin(Caller by, String key, String digest) {
        return jdbc.sql("""
                        insert into outreach_entry (by_id, request_key, digest, by_name, office_name, at)
                        values (:by, :key, :digest, :name, :place, :at)
                        on conflict (by_id, request_key) do nothing returning id
                        """)
                .param("by", by.accountId())
                .param("key", key)
                .param("digest", digest)
                .param("name", by.name())
                .param("place", by.place())
                .param("at", now())
                .query(Long.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Sent sent(Caller by, String key) {
        return jdbc.sql("select id, digest from outreach_entry where by_id = :by and request_key = :key")
                .param("by", by.accountId())
                .param("key", key)
                .query(Sent.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<Long> enteredWith(long entry) {
        return jdbc.sql("select id from outreach_record where entry_id = :entry order by id")
                .param("entry", entry)
                .query(Long.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long write(long entry, Caller by, Office counting, Draft draft, @Nullable Long replaces) {
        long id = jdbc.sql("""
                        insert into outreach_record (entry_id, office_id, office_path, counting_office_id, kind, since,
                            day, title, party, number, choice, quantity, basis, repost, named, item_id, replaces)
                        values (:entry, :office, :path, :counting, :kind, :since, :day, :title, :party, :number,
                            :choice, :quantity, :basis, :repost, :named, :item, :replaces)
                        returning id
                        """)
                .param("entry", entry)
                .param("office", by.office().getId())
                .param("path", by.office().getPath())
                .param("counting", counting.getId())
                .param("kind", draft.kind().name())
                .param("since", draft.since(), Types.DATE)
                .param("day", draft.day())
                .param("title", draft.title())
                .param("party", draft.party())
                .param("number", draft.number())
                .param("choice", draft.choice() == null ? null : draft.choice().name(), Types.VARCHAR)
                .param("quantity", draft.quantity())
                .param("basis", draft.basis())
                .param("repost", draft.repost())
                .param("named", !draft.people().isEmpty())
                .param("item", draft.item(), Types.BIGINT)
                .param("replaces", replaces, Types.BIGINT)
                .query(Long.class)
                .single();
        int place = 0;
        for (Attendee person : draft.people()) {
            jdbc.sql("insert into outreach_attendee (record_id, place, name, employer, masked, person)"
                            + " values (:id, :place, :name, :employer, :masked, :person)")
                    .param("id", id)
                    .param("place", ++place)
                    .param("name", person.name())
                    .param("employer", person.employer())
                    .param("masked", person.masked())
                    .param("person", person.person())
                    .update();
        }
        return id;
    }

    /** Whether the record stood until now. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean voidIt(long id, Caller by, String reason) {
        return jdbc.sql("""
                        update outreach_record set voided_at = :at, voided_by_id = :by, voided_by_name = :name,
                            void_reason = :reason
                        where id = :id and voided_at is null
                        """)
                        .param("id", id)
                        .param("at", now())
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void noteEvidence(long id) {
        jdbc.sql("update outreach_record set evidenced = true where id = :id and not evidenced and voided_at is null")
                .param("id", id)
                .update();
    }

    /** Keeps the record from being voided until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(long id) {
        jdbc.sql("select id from outreach_record where id = :id for share")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<OutreachRecord> find(long id, Scope scope) {
        return scope.officePath() == null
                ? Optional.empty()
                : jdbc.sql(SELECT + " where r.id = :id and starts_with(r.office_path, :path)")
                        .param("id", id)
                        .param("path", scope.officePath())
                        .query(ROW)
                        .optional();
    }

    @Transactional(readOnly = true)
    List<Attendee> people(long id) {
        return jdbc.sql("select name, employer, masked, person from outreach_attendee where record_id = :id"
                        + " order by place")
                .param("id", id)
                .query(Attendee.class)
                .list();
    }

    /** The standing readings of an item, the latest first. */
    @Transactional(readOnly = true)
    List<OutreachRecord> readings(long item) {
        return jdbc.sql(SELECT + " where r.item_id = :item and r.voided_at is null order by r.day desc, r.id desc")
                .param("item", item)
                .query(ROW)
                .list();
    }

    /** The latest pieces and products of the caller's own office whose views may be read. */
    @Transactional(readOnly = true)
    List<OutreachRecord> items(Caller caller, int most) {
        return jdbc.sql(SELECT + """
                         where r.office_path = :path and r.kind in ('MEDIA', 'PRODUCT') and r.voided_at is null
                            and not r.repost order by r.day desc, r.id desc limit :most
                        """)
                .param("path", caller.office().getPath())
                .param("most", most)
                .query(ROW)
                .list();
    }

    /**
     * The task force that a bureau was counted with before it founded this one (Annex 3 line 27).
     *
     * @param since the first day of the campaign
     */
    @Transactional(readOnly = true)
    Optional<OutreachRecord> taskForceBefore(OutreachRecord record, LocalDate since) {
        return jdbc.sql(SELECT + """
                         join outreach_record this on this.counting_office_id = r.counting_office_id
                        where this.id = :id and r.kind = 'TASK_FORCE' and r.voided_at is null and r.day >= :since
                            and (r.day, r.id) < (this.day, this.id)
                        order by r.day, r.id limit 1
                        """)
                .param("id", record.id())
                .param("since", since)
                .query(ROW)
                .optional();
    }

    /** Whether a standing record has the piece at this outlet already, or the document of this number. */
    @Transactional(readOnly = true)
    boolean knows(Caller by, Office counting, Draft draft) {
        return switch (draft.kind()) {
            case MEDIA ->
                jdbc.sql("select exists (select 1 from outreach_record where kind = 'MEDIA' and voided_at is null"
                                + " and office_id = :office and title = :title and party = :party)")
                        .param("office", by.office().getId())
                        .param("title", draft.title())
                        .param("party", draft.party())
                        .query(Boolean.class)
                        .single();
            case DOCUMENT_ISSUED ->
                jdbc.sql("select exists (select 1 from outreach_record where kind = 'DOCUMENT_ISSUED'"
                                + " and voided_at is null and counting_office_id = :office and number = :number)")
                        .param("office", counting.getId())
                        .param("number", draft.number())
                        .query(Boolean.class)
                        .single();
            default -> false;
        };
    }

    /** @param path of the office that the filter names, or of the scope */
    @Transactional(readOnly = true)
    Map<OutreachKind, Total> totals(OutreachFilter filter, String path) {
        Conditions conditions = new Conditions(filter.only(null), path);
        Map<OutreachKind, Total> totals = new EnumMap<>(OutreachKind.class);
        jdbc.sql("select kind, count(*) as records, sum(quantity) as quantity from outreach_record r " + conditions.sql
                        + " group by kind")
                .params(conditions.values)
                .query((row, number) -> new Total(
                        OutreachKind.valueOf(row.getString("kind")), row.getLong("records"), row.getLong("quantity")))
                .list()
                .forEach(total -> totals.put(total.kind(), total));
        return totals;
    }

    /** @param total how many the filter leaves; a page near the end is found from the end */
    @Transactional(readOnly = true)
    Page<OutreachRecord> page(OutreachFilter filter, String path, int number, long total) {
        PageRequest wanted = Pages.request(number, total);
        long before = wanted.getOffset();
        long rows = Math.max(0, Math.min(Pages.SIZE, total - before));
        boolean fromEnd = before > total / 2;
        Conditions conditions = new Conditions(filter, path);
        List<OutreachRecord> found = jdbc.sql(SELECT + " where r.id in (select r.id from outreach_record r"
                        + conditions.sql
                        + (fromEnd ? " order by r.day, r.id" : " order by r.day desc, r.id desc")
                        + " limit :rows offset :skipped) order by r.day desc, r.id desc")
                .params(conditions.values)
                .param("rows", rows)
                .param("skipped", fromEnd ? total - before - rows : before)
                .query(ROW)
                .list();
        return new PageImpl<>(found, wanted, total);
    }

    @Transactional(readOnly = true)
    void each(OutreachFilter filter, String path, Consumer<OutreachRecord> action) {
        Conditions conditions = new Conditions(filter, path);
        try (Stream<OutreachRecord> rows = jdbc
                .sql(SELECT + conditions.sql + " order by r.day desc, r.id desc")
                .withFetchSize(FETCHED)
                .params(conditions.values)
                .query(ROW)
                .stream()) {
            rows.forEach(action);
        }
    }

    private OffsetDateTime now() {
        return today.now().atOffset(ZoneOffset.UTC);
    }

    /** The filter in SQL. */
    private static final class Conditions {

        private final StringBuilder written = new StringBuilder(" where starts_with(r.office_path, :path)");
        private final Map<String, Object> values = new HashMap<>();
        private final String sql;

        Conditions(OutreachFilter filter, String path) {
            values.put("path", path);
            written.append(filter.voided() ? " and r.voided_at is not null" : " and r.voided_at is null");
            if (filter.bare()) {
                written.append(" and not r.evidenced");
            }
            add(
                    " and r.kind = :kind",
                    "kind",
                    filter.kind() == null ? null : filter.kind().name());
            add(" and r.day >= :from", "from", filter.from());
            add(" and r.day <= :to", "to", filter.to());
            add(" and r.searched like :q", "q", filter.q().isEmpty() ? null : LikePattern.containing(filter.q()));
            sql = written.toString();
        }

        private void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                written.append(condition);
                values.put(name, value);
            }
        }
    }

    private static final RowMapper<OutreachRecord> ROW = (row, number) -> {
        OffsetDateTime voided = row.getObject("voided_at", OffsetDateTime.class);
        String choice = row.getString("choice");
        return new OutreachRecord(
                row.getLong("id"),
                row.getLong("office_id"),
                row.getString("office_name"),
                OutreachKind.valueOf(row.getString("kind")),
                row.getObject("since", LocalDate.class),
                row.getObject("day", LocalDate.class),
                row.getString("title"),
                row.getString("party"),
                row.getString("number"),
                choice == null ? null : Choice.valueOf(choice),
                row.getLong("quantity"),
                row.getString("basis"),
                row.getBoolean("repost"),
                row.getBoolean("named"),
                row.getObject("item_id", Long.class),
                row.getString("item_title"),
                row.getObject("replaces", Long.class),
                row.getObject("replaced_by", Long.class),
                row.getBoolean("evidenced"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                voided == null ? null : voided.toInstant(),
                row.getString("voided_by_name"),
                row.getString("void_reason"));
    };
}
