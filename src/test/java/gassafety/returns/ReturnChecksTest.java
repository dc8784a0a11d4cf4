package gassafety.returns;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.reporting.Bridge.Steps;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check: figures that it finds nothing in, and the one that makes it speak. */
class ReturnChecksTest {

    private static final int VISITS = 10;
    private static final int SERVED = 3;
    private static final long REGISTERED = 20;

    /** Figures by line, now and, behind a slash, at the last report; what is not named is 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nothing to say
                "4=20 15=5 16=3 | ",
                "4=20 15=5 16=3 1=5 2=5 24=5 5=20 7=20 17=4 23=100.50 36=1 32=9 | ",
                // hard
                "4=20.5 15=5 16=3 | whole4",
                "4=20 15=5 16=3 29=1 | national",
                // soft
                "4=20 15=5/6 16=3 | belowLast15",
                "4=20 15=5 16=3 5=2 7=3 | stations",
                "4=20 15=5 16=2 | directives",
                "4=19 15=5 16=3 | pairs",
                "4=20 15=5 16=3 1=6 2=7 24=8 | cases1 cases2 cases24",
                "4=20 16=3 17=1 18=1 21=1 22=1 23=1 | noCase17 noCase18 noCase21 noCase22 noCase23",
                "4=20 15=5 16=3 32=1 33=1 34=1 | noClass32 noClass33 noClass34",
                "4=20 15=5 16=3 5=21 7=21 11=21 | register5 register7 register11"
            })
    void findsWhatItIsFor(String figures, String names) {
        assertThat(found(figures, false)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource({"4=20/20 15=5/5 16=3/3, ''", "4=20/20 15=5/4 16=3/3, nil"})
    void aNilReturnIsOneInWhichNothingChanged(String figures, String names) {
        assertThat(found(figures, true)).isEqualTo(names);
    }

    private static String found(String figures, boolean nil) {
        Map<Integer, Steps> lines = new HashMap<>();
        for (String figure : figures.split(" ")) {
            String[] parts = figure.split("[=/]");
            BigDecimal now = new BigDecimal(parts[1]);
            BigDecimal last = parts.length > 2 ? new BigDecimal(parts[2]) : BigDecimal.ZERO;
            BigDecimal change = now.subtract(last);
            lines.put(
                    Integer.valueOf(parts[0]),
                    new Steps(
                            last,
                            change.max(BigDecimal.ZERO),
                            BigDecimal.ZERO,
                            change.min(BigDecimal.ZERO).negate(),
                            now));
        }
        Steps nothing = new Steps(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        Situation situation = new Situation(
                line -> lines.getOrDefault(line.number(), nothing),
                new ReturnContent(nil, "", Map.of()),
                VISITS,
                SERVED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ReturnChecks.ROLES.keySet().stream().collect(Collectors.toMap(line -> line, line -> REGISTERED)),
                "/returns/1");
        return ReturnChecks.of(situation).stream().map(Remark::name).collect(Collectors.joining(" "));
    }
}
