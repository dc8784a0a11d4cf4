package gassafety.reporting;

import static gassafety.reporting.Acts.Deed.act;
import static org.assertj.core.api.Assertions.assertThat;

import gassafety.journal.Act;
import gassafety.journal.LicenceState;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.register.EnterpriseRole;
import gassafety.reporting.Acts.Deed;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements against 41 queries that somebody wrote down by hand, over a campaign of 800 acts and their corrections. */
@SystemTest
class StatementByHandTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 8, 25);
    private static final int DAYS = 82;
    private static final int ACTS = 800;
    private static final int UNITS = 12;
    private static final Pattern BLOCK = Pattern.compile("-- (\\d+)\\n(.*?);", Pattern.DOTALL);

    @Autowired
    Statements statements;

    @Autowired
    Acts acts;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theStatementOfFiveDaysAgreesWithSqlWrittenByHand() throws IOException {
        Bureau bureau = world.bureau();
        Office otherCounty = world.county(bureau.city());
        Office otherField = world.fieldOffice(otherCounty);
        live(List.of(
                bureau.leader(),
                bureau.campaignOffice(),
                bureau.countyHead(),
                bureau.caseHandler(),
                bureau.inspector(),
                bureau.secondInspector(),
                world.inspector(otherField),
                world.inspector(otherCounty)));

        Map<Integer, String> queries = queriesByHand();
        assertThat(queries).hasSize(41);
        List<Office> offices =
                List.of(bureau.city(), bureau.county(), bureau.fieldOffice(), otherCounty, bureau.special());
        for (LocalDate day : days("2023-08-31", "2023-09-15", "2023-10-01", "2023-10-15", "2023-11-14")) {
            for (Office office : offices) {
                Statement statement = statements.of(Cut.now(office, day));
                for (Line line : Annex3.lines()) {
                    assertThat(statement.figure(line).exact())
                            .as("line %s of %s on %s", line.number(), office.getName(), day)
                            .isEqualByComparingTo(byHand(queries.get(line.number()), office, day));
                }
            }
        }
        Statement last = statements.of(Cut.now(bureau.city(), FIRST.plusDays(DAYS)));
        assertThat(Annex3.lines())
                .allSatisfy(line -> assertThat(last.figure(line).exact())
                        .as("line %s is put to the test", line.number())
                        .isPositive());
    }

    /** A campaign from a fixed seed: every act, few subjects so that they repeat, one entry in seven taken back. */
    private void live(List<Caller> callers) {
        Random chance = new Random(3);
        List<Act> kinds = Stream.of(Act.values()).toList();
        for (int at = 0; at < ACTS; at++) {
            Act kind = at % 4 == 0 ? Act.INSPECTED : kinds.get((at - at / 4 - 1) % kinds.size());
            Caller caller = callers.get(chance.nextInt(callers.size()));
            long position = acts.post(deed(kind, chance).by(caller, FIRST.plusDays(chance.nextInt(DAYS))));
            if (chance.nextInt(7) == 0) {
                acts.reverse(position, caller);
            }
        }
    }

    private static Deed deed(Act kind, Random chance) {
        EnterpriseRole[] roles = EnterpriseRole.values();
        LicenceState[] states = LicenceState.values();
        return act(kind)
                .of(Acts.newRecord(SourceKind.INSPECTION))
                .about(1 + chance.nextInt(UNITS))
                .role(roles[chance.nextInt(roles.length)].name())
                .licence(states[chance.nextInt(states.length)])
                .subject("S" + chance.nextInt(UNITS))
                .quantity(BigDecimal.valueOf(chance.nextInt(1_000_000), 2).toPlainString());
    }

    private BigDecimal byHand(String query, Office office, LocalDate day) {
        return jdbc.sql(query)
                .param("path", office.getPath())
                .param("day", day)
                .query(BigDecimal.class)
                .single();
    }

    private static Map<Integer, String> queriesByHand() throws IOException {
        String file =
                new ClassPathResource("reporting/statement-by-hand.sql").getContentAsString(StandardCharsets.UTF_8);
        return BLOCK.matcher(file)
                .results()
                .collect(Collectors.toMap(
                        block -> Integer.valueOf(block.group(1)),
                        block -> block.group(2),
                        (one, two) -> two,
                        TreeMap::new));
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
