package gassafety.reporting;

import static gassafety.reporting.Acts.Deed.act;
import static org.assertj.core.api.Assertions.assertThat;

import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.LicenceState;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.reporting.Acts.Deed;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three months of a city with two counties, written down as data: visits, cases, training, some entered late, some taken
 * back and written anew, units and people that several offices met. All 41 lines at five days for three offices, and at
 * three frozen returns, against figures that a separate query works out from the same data.
 */
@SystemTest
class HeldScenarioTest {

    private static final List<String> OFFICES = List.of("city", "north", "south");
    private static final List<LocalDate> DAYS =
            days("2023-09-15", "2023-09-30", "2023-10-15", "2023-10-31", "2023-11-30");
    private static final List<LocalDate> RETURNS = days("2023-10-15", "2023-11-15", "2023-11-30");
    private static final LocalDate EVERYTHING = LocalDate.of(2023, 12, 31);

    @Autowired
    Statements statements;

    @Autowired
    Journal journal;

    @Autowired
    Acts acts;

    @Autowired
    World world;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    private final List<CSVRecord> rows = rows();
    private final Map<String, Office> offices = new HashMap<>();
    private final Map<String, Caller> people = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    /** A return that an office handed in: its statement as it was frozen. */
    private record Frozen(String office, LocalDate day, Statement statement) {}

    @Test
    void everyFigureIsWhatASeparateQuerySaysAndFrozenReturnsStayAsTheyWere() throws IOException {
        assertThat(rows).hasSizeGreaterThan(120);
        found();
        List<Frozen> returns = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (LocalDate day : RETURNS) {
            post(before, day);
            long position = journal.freeze();
            OFFICES.forEach(office ->
                    returns.add(new Frozen(office, day, statements.of(new Cut(offices.get(office), day, position)))));
            before = day;
        }
        post(before, EVERYTHING);

        for (String office : OFFICES) {
            for (LocalDate day : DAYS) {
                Statement statement = statements.of(Cut.now(offices.get(office), day));
                assertThat(figures(statement)).as(office + " on " + day).isEqualTo(worked(office, day, EVERYTHING));
            }
        }
        for (Frozen frozen : returns) {
            Statement again = statements.of(frozen.statement().cut());
            assertThat(figures(again))
                    .as("return of " + frozen.office() + " on " + frozen.day())
                    .isEqualTo(figures(frozen.statement()))
                    .isEqualTo(worked(frozen.office(), frozen.day(), frozen.day()));
        }
        assertThat(figures(statements.of(Cut.now(offices.get("city"), EVERYTHING))))
                .as("every line but that of the national office is put to the test")
                .allSatisfy((line, figure) -> assertThat(figure.signum() == 0).isEqualTo(line == 29));
    }

    private void found() {
        Bureau bureau = world.bureau();
        offices.put("city", bureau.city());
        offices.put("north", bureau.county());
        offices.put("north-field", bureau.fieldOffice());
        offices.put("south", world.county(bureau.city()));
        offices.put("south-field", world.fieldOffice(offices.get("south")));
        offices.forEach((name, office) -> people.put(name, world.inspector(office)));
    }

    /** What was recorded after one day and up to another, each as of its day of recording. */
    private void post(LocalDate after, LocalDate until) {
        for (CSVRecord row : rows) {
            LocalDate recorded = LocalDate.parse(row.get("recorded"));
            if (recorded.isAfter(after) && !recorded.isAfter(until)) {
                today.at(recorded.atTime(16, 0).atZone(Today.ZONE).toInstant(), () -> post(row));
            }
        }
    }

    private void post(CSVRecord row) {
        Caller by = people.get(row.get("office"));
        if (!row.get("takes_back").isEmpty()) {
            acts.reverse(positions.get(row.get("takes_back")), by);
            return;
        }
        Deed deed = act(Act.valueOf(row.get("act"))).of(Acts.newRecord(SourceKind.CASE));
        if (!row.get("unit").isEmpty()) {
            deed.about(Long.parseLong(row.get("unit")));
        }
        if (!row.get("role").isEmpty()) {
            deed.role(row.get("role"));
        }
        if (!row.get("licence").isEmpty()) {
            deed.licence(LicenceState.valueOf(row.get("licence")));
        }
        if (!row.get("subject").isEmpty()) {
            deed.subject(row.get("subject"));
        }
        if (!row.get("quantity").isEmpty()) {
            deed.quantity(row.get("quantity"));
        }
        positions.put(row.get("no"), acts.post(deed.by(by, LocalDate.parse(row.get("day")))));
    }

    private static Map<Integer, BigDecimal> figures(Statement statement) {
        return Annex3.lines().stream()
                .collect(Collectors.toMap(
                        Line::number, line -> plain(statement.figure(line).exact())));
    }

    private Map<Integer, BigDecimal> worked(String office, LocalDate day, LocalDate known) throws IOException {
        String query = new ClassPathResource("reporting/held-scenario.sql").getContentAsString(StandardCharsets.UTF_8);
        Map<Integer, BigDecimal> figures = new HashMap<>();
        jdbc.sql(query)
                .param("rows", json())
                .param("office", office)
                .param("day", day)
                .param("known", known)
                .query(row -> {
                    figures.put(row.getInt("line"), plain(row.getBigDecimal("figure")));
                });
        return figures;
    }

    private String json() throws IOException {
        List<Map<String, String>> told = new ArrayList<>();
        for (CSVRecord row : rows) {
            Map<String, String> one = new LinkedHashMap<>();
            row.toMap().forEach((name, value) -> one.put(name, value.isEmpty() ? null : value));
            told.add(one);
        }
        return JsonMapper.shared().writeValueAsString(told);
    }

    private static BigDecimal plain(BigDecimal figure) {
        return figure.setScale(2);
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }

    private static List<CSVRecord> rows() {
        try (CSVParser file = CSVParser.parse(
                new ClassPathResource("reporting/held-scenario.csv").getInputStream(),
                StandardCharsets.UTF_8,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return file.getRecords();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
