package gassafety.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.SourceKind;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Bridge.Steps;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random acts on random days, some taken back, with reports in between: every bridge adds up, agrees with the statements
 * at both ends, and is what the sets of the definition give.
 */
@SystemTest
class BridgeTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 9, 1);
    private static final int REPORTS = 6;
    private static final int ACTS = 40;

    /** The acts by the line that counts them. */
    private static final Map<Integer, Act> LINES = Map.of(
            14, Act.INTERVIEWED, 15, Act.CASE_FILED, 23, Act.FINE_DECIDED, 1, Act.CASE_EXPOSED, 41, Act.VIEWS_READ);

    private static final Set<Integer> OF_SUBJECTS = Set.of(1, 14);

    @Autowired
    Bridges bridges;

    @Autowired
    Statements statements;

    @Autowired
    Journal journal;

    @Autowired
    World world;

    @Autowired
    TransactionTemplate transaction;

    private record Posted(int line, LocalDate day, String subject, long position) {}

    private final List<Posted> posted = new ArrayList<>();
    private final Map<Long, Long> takenBack = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyBridgeAddsUpAndIsWhatTheDefinitionSays(int seed) {
        Random chance = new Random(seed);
        Bureau bureau = world.bureau();
        Cut from = new Cut(bureau.county(), FIRST.minusDays(1), 0);
        for (int report = 1; report <= REPORTS; report++) {
            act(bureau, chance);
            Cut to = new Cut(bureau.county(), FIRST.plusDays(15L * report), journal.freeze());
            act(bureau, chance);
            check(bridges.between(from, to));
            from = to;
        }
    }

    private void check(Bridge bridge) {
        Statement before = statements.of(bridge.from());
        Statement now = statements.of(bridge.to());
        for (Line line : Annex3.lines()) {
            Steps steps = bridge.steps(line);
            assertThat(steps.last().add(steps.period()).add(steps.late()).subtract(steps.reversed()))
                    .as(line.item())
                    .isEqualByComparingTo(steps.now());
            assertThat(steps.last())
                    .as(line.item())
                    .isEqualByComparingTo(before.figure(line).exact());
            assertThat(steps.now())
                    .as(line.item())
                    .isEqualByComparingTo(now.figure(line).exact());
        }
        Set.of(1, 14, 15).forEach(line -> {
            Steps steps = bridge.steps(Annex3.line(line).orElseThrow());
            Set<Object> reported = set(line, bridge.from().asOf(), bridge.from().position());
            Set<Object> known = set(line, bridge.from().asOf(), bridge.to().position());
            Set<Object> stands = set(line, bridge.to().asOf(), bridge.to().position());
            assertThat(steps.late()).isEqualByComparingTo(without(known, reported));
            assertThat(steps.reversed()).isEqualByComparingTo(without(reported, known));
            assertThat(steps.period()).isEqualByComparingTo(without(stands, known));
        });
        Line cases = Annex3.line(15).orElseThrow();
        for (Part part : Part.values()) {
            assertThat(bridges.entries(cases, part, bridge.from(), bridge.to(), 1)
                            .getTotalElements())
                    .isEqualTo(bridge.steps(cases).part(part).longValue());
        }
    }

    /** S of the definition. */
    private Set<Object> set(int line, LocalDate day, long position) {
        return posted.stream()
                .filter(act -> act.line() == line && !act.day().isAfter(day) && act.position() <= position)
                .filter(act -> takenBack.getOrDefault(act.position(), Long.MAX_VALUE) > position)
                .map(act -> OF_SUBJECTS.contains(line) ? act.subject() : (Object) act.position())
                .collect(Collectors.toSet());
    }

    private static BigDecimal without(Set<Object> all, Set<Object> some) {
        Set<Object> rest = new HashSet<>(all);
        rest.removeAll(some);
        return BigDecimal.valueOf(rest.size());
    }

    private void act(Bureau bureau, Random chance) {
        transaction.executeWithoutResult(status -> {
            for (int n = 0; n < ACTS; n++) {
                int line = LINES.keySet().stream().sorted().toList().get(chance.nextInt(LINES.size()));
                int subject = chance.nextInt(12);
                LocalDate day = FIRST.plusDays(chance.nextInt(15 * REPORTS + 10));
                long position = journal.record(
                        Posting.of(LINES.get(line), day, bureau.inspector(), Acts.newRecord(SourceKind.CASE))
                                .about((long) subject)
                                .subject(line == 14 ? String.valueOf(subject) : "S" + subject)
                                .quantity(chance.nextInt(100_000)));
                posted.add(new Posted(line, day, line == 14 ? String.valueOf(subject) : "S" + subject, position));
            }
            for (int n = 0; n < ACTS / 5; n++) {
                long entry = posted.get(chance.nextInt(posted.size())).position();
                if (!takenBack.containsKey(entry)) {
                    takenBack.put(entry, journal.reverse(entry, bureau.inspector(), "录入错误"));
                }
            }
        });
    }
}
