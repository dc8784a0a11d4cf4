package gassafety.calendar;

import gassafety.forms.FormFile;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings {@code forms/deadlines.csv} into its table as first editions; what is there already is left alone. What the
 * list says only in words stands in {@code deadline-editions.csv}.
 */
@Component
class DeadlineLoader {

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

    private final JdbcClient jdbc;

    DeadlineLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void load() {
        FormFile.rows("deadlines.csv").forEach(this::insert);
    }

    private void insert(CSVRecord row) {
        Optional<CSVRecord> words = FormFile.rows("deadline-editions.csv").stream()
                .filter(edition -> edition.get("code").equals(row.get("code")))
                .findFirst();
        jdbc.sql("""
                        insert into deadline (code, edition, title, amount, unit, counts_back, extension, runs_from,
                            suspended_by, source, confidence, valid_from, valid_to, active)
                        values (:code, 1, :title, :amount, :unit, :countsBack, :extension, :runsFrom,
                            :suspendedBy, :source, :confidence, :validFrom, :validTo, :active)
                        on conflict (code, edition) do nothing
                        """)
                .param("code", row.get("code"))
                .param("title", row.get("title"))
                .param("amount", Integer.valueOf(row.get("amount")))
                .param("unit", row.get("unit").toUpperCase(Locale.ROOT))
                .param(
                        "countsBack",
                        words.map(word -> word.get("counts_back").equals("true"))
                                .orElse(false))
                .param("extension", row.get("extension"))
                .param("runsFrom", row.get("runs_from"))
                .param("suspendedBy", row.get("suspended_by"))
                .param("source", row.get("source"))
                .param("confidence", row.get("confidence").toUpperCase(Locale.ROOT))
                .param("validFrom", FIRST_DAY)
                .param(
                        "validTo",
                        words.map(word -> word.get("valid_to"))
                                .filter(day -> !day.isEmpty())
                                .map(LocalDate::parse)
                                .orElse(null),
                        Types.DATE)
                .param("active", !row.get("confidence").equals("low"))
                .update();
    }
}
