package gassafety.reporting;

import gassafety.journal.Source;
import gassafety.journal.Titles;
import gassafety.register.UnitNames;
import gassafety.reporting.Lineage.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts names to entries of the journal: of their units, and of the records that they belong to. */
@Component
class EntryNames {

    private final UnitNames names;
    private final Titles titles;

    EntryNames(UnitNames names, Titles titles) {
        this.names = names;
        this.titles = titles;
    }

    List<Entry> named(List<EntryRow> rows) {
        Map<Long, String> units = names.of(rows.stream()
                .map(EntryRow::enterpriseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Source, String> called =
                titles.of(rows.stream().map(EntryRow::source).collect(Collectors.toSet()));
        return rows.stream().map(row -> row.named(units, called)).toList();
    }
}
