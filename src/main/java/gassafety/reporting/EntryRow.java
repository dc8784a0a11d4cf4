package gassafety.reporting;

import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.reporting.Lineage.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** An entry as the journal has it, with the unit's number instead of its name. */
record EntryRow(
        @Nullable Long enterpriseId,
        String note,
        Act act,
        LocalDate occurredOn,
        BigDecimal quantity,
        String officeName,
        String byName,
        LocalDate recordedOn,
        Source source,
        String reason) {

    static final RowMapper<EntryRow> MAPPER = (row, number) -> new EntryRow(
            row.getObject("enterprise_id", Long.class),
            row.getString("note"),
            Act.valueOf(row.getString("act")),
            row.getObject("occurred_on", LocalDate.class),
            row.getBigDecimal("quantity"),
            row.getString("office_name"),
            row.getString("by_name"),
            row.getObject("recorded_at", OffsetDateTime.class)
                    .atZoneSameInstant(Today.ZONE)
                    .toLocalDate(),
            new Source(SourceKind.valueOf(row.getString("source_kind")), row.getLong("source_id")),
            row.getString("reason"));

    Entry named(Map<Long, String> units, Map<Source, String> titles) {
        String unit = enterpriseId == null ? null : units.get(enterpriseId);
        String about = unit == null && !note.isBlank() ? note : unit;
        return new Entry(
                occurredOn,
                act,
                about,
                quantity,
                officeName,
                byName,
                recordedOn,
                source,
                String.valueOf(titles.get(source)),
                reason);
    }
}
