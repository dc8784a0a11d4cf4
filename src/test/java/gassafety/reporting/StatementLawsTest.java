package gassafety.reporting;

import static gassafety.reporting.Acts.Deed.act;
import static org.assertj.core.api.Assertions.assertThat;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.LicenceState;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.register.EnterpriseRole;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds of every journal, whatever was posted, taken back and frozen: figures of lines that count or add grow with
 * the day unless something was taken back, a parent has its children's and its own, and a figure is what its lineage lists.
 */
@SystemTest
class StatementLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 8, 28);
    private static final int DAYS = 90;
    private static final int ACTS = 600;
    private static final int UNITS = 9;
    private static final int LINES = 41;

    @Autowired
    Statements statements;

    @Autowired
    KeptStatements kept;

    @Autowired
    Lineages lineages;

    @Autowired
    Explanations explanations;

    @Autowired
    Journal journal;

    @Autowired
    Acts acts;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Office city;
    private List<Office> children;
    private final List<Statement> frozen = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void theLawsHoldOfARandomJournal(int seed) {
        live(new Random(seed));
        for (LocalDate day : List.of(FIRST.plusDays(20), FIRST.plusDays(50), FIRST.plusDays(DAYS))) {
            Statement whole = at(city, day);
            Statement later = at(city, day.plusDays(7));
            List<Statement> parts =
                    children.stream().map(child -> at(child, day)).toList();
            for (Line line : Annex3.lines()) {
                String what = "seed " + seed + ", line " + line.number() + " on " + day;
                BigDecimal figure = figure(whole, line);
                BigDecimal together =
                        parts.stream().map(part -> figure(part, line)).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (isOfReadings(line)) {
                    continue;
                }
                assertThat(figure(later, line)).as(what + ": cumulative").isGreaterThanOrEqualTo(figure);
                if (line.isDistinct()) {
                    assertThat(figure).as(what + ": a subject counts once").isLessThanOrEqualTo(together);
                    parts.forEach(part -> assertThat(figure(part, line)).isLessThanOrEqualTo(figure));
                } else {
                    assertThat(figure).as(what + ": the sum of its parts").isEqualByComparingTo(together);
                }
            }
        }
        for (Statement before : frozen) {
            Statement again = statements.of(before.cut());
            Cut now = Cut.now(city, before.cut().asOf());
            assertThat(kept.bringUp(before, now).isSameAs(statements.pass(now)))
                    .as(
                            "seed %s, what was kept at %s and what came since",
                            seed, before.cut().position())
                    .isTrue();
            for (Line line : Annex3.lines()) {
                if (!isOfReadings(line)) {
                    Explanation then = explanations.pass(line, before.cut());
                    assertThat(explanations.broughtUp(line, then, before.cut(), now))
                            .as("seed %s, what explained line %s and what came since", seed, line.number())
                            .usingRecursiveComparison()
                            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                            .isEqualTo(explanations.pass(line, now));
                }
                assertThat(figure(again, line))
                        .as("seed %s, frozen line %s", seed, line.number())
                        .isEqualByComparingTo(figure(before, line));
                explains(seed, line, before.cut());
                if (!isOfReadings(line)) {
                    assertThat(latest(Matching.ofLatest(line), before.cut()))
                            .as("seed %s, the latest entries of line %s", seed, line.number())
                            .isEqualTo(latest(Matching.of(line), before.cut()));
                }
            }
        }
    }

    /** The lineage names as many entries as the figure is made of, and what several offices share is the difference. */
    private void explains(int seed, Line line, Cut cut) {
        Lineage lineage = lineages.of(line, cut, 1);
        String what = "seed " + seed + ", lineage of line " + line.number();
        assertThat(lineage.counted().getTotalElements())
                .as(what)
                .isEqualTo(lineage.figure().entries());
        if (line.isDistinct()) {
            BigDecimal together = children.stream()
                    .map(child -> figure(statements.of(new Cut(child, cut.asOf(), cut.position())), line))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(figure(statements.of(cut), line)
                            .add(BigDecimal.valueOf(lineage.overlap().difference())))
                    .as(what + ": counted twice across offices")
                    .isEqualByComparingTo(together);
        }
    }

    /** Positions of some that count, found by these CTEs. */
    private List<Long> latest(String matching, Cut cut) {
        String few = "select position from standing order by occurred_on desc, position desc limit 7";
        return Matching.bind(jdbc, Explanations.standing(matching) + few, cut)
                .param("reach", 7)
                .query(Long.class)
                .list();
    }

    private static String cents(Random chance) {
        return BigDecimal.valueOf(chance.nextInt(100_000), 2).toPlainString();
    }

    private static boolean isOfReadings(Line line) {
        return line.clauses().stream().anyMatch(clause -> clause.counting() == Counting.LATEST);
    }

    private static BigDecimal figure(Statement statement, Line line) {
        return statement.figure(line).exact();
    }

    private Statement at(Office office, LocalDate day) {
        return statements.of(Cut.now(office, day));
    }

    /** Acts of the city's departments and of two counties; one in six is taken back; sheets of their own; frozen from time to time. */
    private void live(Random chance) {
        Bureau bureau = world.bureau();
        city = bureau.city();
        Office other = world.county(city);
        children = List.of(bureau.special(), bureau.county(), other);
        List<Caller> callers = List.of(
                bureau.campaignOffice(),
                bureau.countyHead(),
                bureau.inspector(),
                world.inspector(world.fieldOffice(other)));
        Act[] kinds = Act.values();
        List<Source> records = Stream.generate(
                        () -> Acts.newRecord(chance.nextBoolean() ? SourceKind.INSPECTION : SourceKind.OUTREACH))
                .limit(ACTS / 3)
                .toList();
        for (int at = 0; at < ACTS; at++) {
            Act kind = at % 5 == 0
                    ? Act.INSPECTED
                    : at % 7 == 0 ? Act.FIGURE_REPORTED : kinds[chance.nextInt(kinds.length)];
            Caller caller = callers.get(chance.nextInt(callers.size()));
            int day = chance.nextInt(DAYS);
            boolean byFile = kind == Act.FIGURE_REPORTED;
            long position = acts.post(act(kind)
                    .of(byFile ? Acts.newRecord(SourceKind.COUNTY_SHEET) : records.get(chance.nextInt(records.size())))
                    .about(1 + chance.nextInt(UNITS))
                    .role(EnterpriseRole.values()[chance.nextInt(EnterpriseRole.values().length)].name())
                    .licence(LicenceState.values()[chance.nextInt(LicenceState.values().length)])
                    .subject(byFile ? String.valueOf(1 + chance.nextInt(LINES)) : "S" + chance.nextInt(UNITS))
                    // Sheets that are handed in later say no less, so that every line is cumulative.
                    .quantity(byFile ? String.valueOf(day) : cents(chance))
                    .by(caller, FIRST.plusDays(day)));
            if (chance.nextInt(6) == 0) {
                acts.reverse(position, caller);
            }
            if (at % 200 == 150) {
                frozen.add(statements.of(new Cut(city, FIRST.plusDays(at / 8), journal.freeze())));
            }
        }
    }
}
