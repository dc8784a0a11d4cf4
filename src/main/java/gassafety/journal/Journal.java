package gassafety.journal;

import gassafety.calendar.LastRecorded;
import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Scope;
import gassafety.web.Refusal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only record of acts. Nothing in it is changed or deleted (the database refuses it); a correction is a
 * reversal and a new entry.
 */
@Service
public class Journal implements LastRecorded {

    private static final String ENTRY_COLUMNS = """
            position, act, occurred_on, recorded_at, by_name, office_name, source_kind, source_id, enterprise_id,
            quantity, sign, note
            """;

    private final JdbcClient jdbc;
    private final Freezing freezing;
    private final Today today;

    Journal(JdbcClient jdbc, Freezing freezing, Today today) {
        this.jdbc = jdbc;
        this.freezing = freezing;
        this.today = today;
    }

    /**
     * Writes an act into the campaign to which its day belongs; must be called in the transaction that does what it
     * records.
     *
     * @return its position: later entries have higher ones
     * @throws Refusal when the acting office hands in files for that campaign, so that it would be counted twice
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(Posting posting) {
        freezing.transactionPosts();
        return jdbc.sql("""
                        insert into journal_entry (campaign, act, occurred_on, recorded_at, by_account_id, by_name,
                            office_id, office_name, office_path, enterprise_id, role, licence_state, subject, quantity, sign, note,
                            source_kind, source_id)
                        select campaign_on(:occurredOn), :act, :occurredOn, :recordedAt::timestamptz, :by, :byName, :office,
                            :officeName, :officePath, :enterprise::bigint, :role, :licence, :subject, :quantity::numeric,
                            1, :note, :sourceKind, :sourceId
                        where not :inSystem or not reports_by_file(:occurredOn, :officePath)
                        returning position
                        """)
                .param("act", posting.act().name())
                .param("occurredOn", posting.occurredOn())
                .param("recordedAt", now())
                .param("by", posting.by().accountId())
                .param("byName", posting.by().name())
                .param("office", posting.office().getId())
                .param(
                        "officeName",
                        posting.by().isStaff()
                                ? posting.office().getShortName()
                                : posting.by().place())
                .param("officePath", posting.office().getPath())
                .param("enterprise", posting.enterpriseId(), Types.BIGINT)
                .param("role", posting.role(), Types.VARCHAR)
                .param(
                        "licence",
                        posting.licenceState() == null
                                ? null
                                : posting.licenceState().name(),
                        Types.VARCHAR)
                .param("subject", posting.subject())
                .param("quantity", posting.quantity())
                .param("note", posting.note())
                .param("sourceKind", posting.source().kind().name())
                .param("sourceId", posting.source().id())
                .param("inSystem", posting.by().isStaff() && posting.act() != Act.FIGURE_REPORTED)
                .query(Long.class)
                .optional()
                .orElseThrow(() ->
                        new Refusal(posting.office().bureau().getShortName() + "在本次专项行动中以报表文件报送，业务不在系统内登记，以免重复计数。"));
    }

    /**
     * Takes an entry back: it counts no longer, on any day. Must be called in the transaction that corrects the record.
     *
     * @param position of an entry that is itself no reversal
     * @param reason why, shown wherever the entry is shown as not counted
     * @return position of the reversal
     * @throws Refusal when no reason is given, or the entry has been taken back already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long reverse(long position, Caller by, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("冲销必须写明理由。");
        }
        freezing.transactionPosts();
        return jdbc.sql("""
                        insert into journal_entry (campaign, act, occurred_on, recorded_at, by_account_id, by_name,
                            office_id, office_name, office_path, enterprise_id, role, licence_state, subject, quantity,
                            sign, reverses, note, source_kind, source_id)
                        select campaign, act, occurred_on, :recordedAt, :by, :byName, office_id, office_name,
                            office_path, enterprise_id, role, licence_state, subject, quantity, -1, position, :reason,
                            source_kind, source_id
                        from journal_entry where position = :position
                        on conflict (reverses) do nothing
                        returning position
                        """)
                .param("position", position)
                .param("recordedAt", now())
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("reason", Posting.clean(reason))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal("这条记录已经冲销过，不能再次冲销。"));
    }

    /** Positions of a record's entries of one act that have not been taken back, the oldest first. */
    @Transactional(readOnly = true)
    public List<Long> positionsOf(Source source, Act act) {
        return jdbc.sql("""
                        select position from journal_entry entry
                        where source_kind = :kind and source_id = :id and act = :act and sign = 1
                          and not exists (select 1 from journal_entry where reverses = entry.position)
                        order by position
                        """)
                .param("kind", source.kind().name())
                .param("id", source.id())
                .param("act", act.name())
                .query(Long.class)
                .list();
    }

    /**
     * The highest position, taken so that no entry which becomes visible later has a lower one: what is counted up to
     * it stays the same for ever. 0 when nothing has been posted.
     *
     * @throws IllegalStateException when the caller's transaction has posted: its entries would be left out or lost
     * @throws Refusal when others keep posting for so long that the journal can't be held still
     */
    public long freeze() {
        return freezing.highestPosition();
    }

    /**
     * Lets nobody post until the end of the caller's transaction, which must not have posted.
     *
     * @throws Refusal when others are posting for longer than a second
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdStill() {
        freezing.holdStill();
    }

    /** The acts of one record, the newest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(Source source) {
        return jdbc.sql("select " + ENTRY_COLUMNS
                        + " from journal_entry where source_kind = :kind and source_id = :id"
                        + " order by position desc limit 500")
                .param("kind", source.kind().name())
                .param("id", source.id())
                .query(ENTRY)
                .list();
    }

    /** Those of them that this reader may read. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(Source source, Scope reader) {
        return openTo(reader, timeline(source));
    }

    private static List<TimelineEntry> openTo(Scope reader, List<TimelineEntry> entries) {
        return entries.stream()
                .filter(entry -> !reader.isEnterprise() || entry.act().isOpenToUnits())
                .map(entry -> reader.isEnterprise() ? entry.forUnits() : entry)
                .toList();
    }

    /** How often an act was recorded of each of these records and not taken back; those without one are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> countsOf(SourceKind kind, Collection<Long> ids, Act act) {
        Map<Long, Integer> counts = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select source_id, sum(sign)::integer as times from journal_entry"
                            + " where source_kind = :kind and source_id in (:ids) and act = :act"
                            + " group by source_id having sum(sign) > 0")
                    .param("kind", kind.name())
                    .param("ids", ids)
                    .param("act", act.name())
                    .query(row -> {
                        counts.put(row.getLong("source_id"), row.getInt("times"));
                    });
        }
        return counts;
    }

    /** The latest acts about one unit that this reader may read, whatever record they belong to, the newest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> timelineOf(long enterpriseId, int limit, Scope reader) {
        return openTo(
                reader,
                jdbc.sql("select " + ENTRY_COLUMNS
                                + " from journal_entry where enterprise_id = :id order by position desc limit :limit")
                        .param("id", enterpriseId)
                        .param("limit", limit)
                        .query(ENTRY)
                        .list());
    }

    @Override
    public Optional<Instant> lastRecorded() {
        return jdbc.sql("select recorded_at from journal_entry order by position desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return today.now().atOffset(ZoneOffset.UTC);
    }

    private static final RowMapper<TimelineEntry> ENTRY = (row, number) -> new TimelineEntry(
            row.getLong("position"),
            Act.valueOf(row.getString("act")),
            row.getObject("occurred_on", LocalDate.class),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getString("by_name"),
            row.getString("office_name"),
            new Source(SourceKind.valueOf(row.getString("source_kind")), row.getLong("source_id")),
            row.getObject("enterprise_id", Long.class),
            row.getBigDecimal("quantity"),
            row.getInt("sign"),
            row.getString("note"));
}
