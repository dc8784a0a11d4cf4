package gassafety.duty;

import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.journal.Titles;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what one person did: the acts of the journal, and the signatures under records of inspections. */
@Component
@Transactional(readOnly = true)
class Duties {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);
    private static final String SIGNATURE = "SIGNATURE";

    /** Acts of an office that the reader reads, or of one above the reader's, in whose name field offices act. */
    private static final String DONE = """
            with done as (
                select occurred_on as day, recorded_at as at, position, act, source_kind, source_id, enterprise_id,
                    note, sign, case %s else 'OTHER' end as kind
                from journal_entry
                where by_account_id = :account and occurred_on between :from and :to
                    and (by_account_id = :reader or starts_with(office_path, :path) or starts_with(:path, office_path))
                    and (:returns or source_kind <> 'RETURN')
                union all
                select (signed_at at time zone 'Asia/Shanghai')::date, signed_at, 0, 'SIGNATURE', 'INSPECTION',
                    inspection.id, enterprise_id, '', 1, 'SIGNED'
                from inspection_inspector person
                    join inspection_signature using (inspection_id, account_id)
                    join inspection on inspection.id = inspection_id
                where account_id = :account and (signed_at at time zone 'Asia/Shanghai')::date between :from and :to
                    and (account_id = :reader or starts_with(office_path, :path) or starts_with(charge_path, :path)))
            """.formatted(Stream.of(DutyKind.values())
            .filter(kind -> !kind.acts().isEmpty())
            .map(kind -> "when act in (%s) then '%s'"
                    .formatted(
                            kind.acts().stream()
                                    .map(act -> "'" + act.name() + "'")
                                    .collect(Collectors.joining(", ")),
                            kind.name()))
            .collect(Collectors.joining(" ")));

    private final JdbcClient jdbc;
    private final Titles titles;

    Duties(JdbcClient jdbc, Titles titles) {
        this.jdbc = jdbc;
        this.titles = titles;
    }

    /**
     * One thing done.
     *
     * @param title of its record
     * @param takenBack whether it says that an earlier act does not count
     */
    record Duty(
            LocalDate day,
            Instant at,
            String act,
            DutyKind kind,
            String title,
            String address,
            @Nullable String unit,
            String note,
            boolean takenBack) {

        public String recordedText() {
            return MINUTE.format(at);
        }
    }

    /** How many things of each kind were done in the period, whatever kind is asked for. */
    Map<DutyKind, Long> counts(Caller inspector, Period period, Caller reader) {
        Map<DutyKind, Long> counts = new EnumMap<>(DutyKind.class);
        for (DutyKind kind : DutyKind.values()) {
            counts.put(kind, 0L);
        }
        bind(DONE + "select kind, count(*) as times from done group by kind", inspector, period, reader)
                .query(row -> {
                    counts.put(DutyKind.valueOf(row.getString("kind")), row.getLong("times"));
                });
        return counts;
    }

    /** @param total how many there are of the kinds asked for */
    Page<Duty> page(Caller inspector, Period period, Caller reader, int number, int size, long total) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        int place = Math.min(Math.max(1, number), last) - 1;
        List<Row> rows = bind(DONE + """
                        , shown as (select * from done where :kind = '' or kind = :kind
                            order by at, position, source_id limit :size offset :skip)
                        select shown.*, enterprise.name as unit from shown
                            left join enterprise on enterprise.id = enterprise_id
                        order by at, position, source_id
                        """, inspector, period, reader)
                .param("kind", period.kind() == null ? "" : period.kind().name())
                .param("size", size)
                .param("skip", (long) place * size)
                .query(Row.class)
                .list();
        Set<Source> sources = rows.stream().map(Row::source).collect(Collectors.toSet());
        Map<Source, String> names = titles.of(sources);
        return new PageImpl<>(
                rows.stream()
                        .map(row -> row.duty(names.getOrDefault(row.source(), "")))
                        .toList(),
                PageRequest.of(place, size),
                total);
    }

    private StatementSpec bind(String sql, Caller inspector, Period period, Caller reader) {
        String path = reader.scope().officePath();
        return jdbc.sql(sql)
                .param("account", inspector.accountId())
                .param("reader", reader.accountId())
                .param("path", path == null ? "-" : path)
                .param("returns", reader.scope().reads(RecordKind.RETURNS))
                .param("from", period.from())
                .param("to", period.to());
    }

    private record Row(
            LocalDate day,
            OffsetDateTime at,
            String act,
            SourceKind sourceKind,
            long sourceId,
            String kind,
            @Nullable String unit,
            String note,
            int sign) {

        Source source() {
            return new Source(sourceKind, sourceId);
        }

        Duty duty(String title) {
            return new Duty(
                    day,
                    at.toInstant(),
                    act.equals(SIGNATURE) ? "在检查记录上签字" : Act.valueOf(act).getLabel(),
                    DutyKind.valueOf(kind),
                    title,
                    sourceKind.address(sourceId),
                    unit,
                    note,
                    sign < 0);
        }
    }
}
