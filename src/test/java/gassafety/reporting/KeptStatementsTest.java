package gassafety.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.office.Offices;
import gassafety.support.DemoTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept to be faster says what the journal says. */
@DemoTest
class KeptStatementsTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 15);

    @Autowired
    Statements statements;

    @Autowired
    Explanations explanations;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"city", "beiling", "beiling-chengguan"})
    void aStatementIsTheSameWhetherItIsCountedOrKept(String office) {
        for (LocalDate day : List.of(DAY, DAY.minusDays(30), DAY.minusDays(90))) {
            Cut cut = Cut.now(offices.byCode(office).orElseThrow(), day);
            Statement counted = statements.pass(cut);
            assertThat(statements.of(cut).isSameAs(counted))
                    .as("first made, on " + day)
                    .isTrue();
            assertThat(rows(cut)).isEqualTo(1);
            assertThat(statements.of(cut).isSameAs(counted))
                    .as("then kept, on " + day)
                    .isTrue();
        }
    }

    @Test
    void whatExplainsAFigureIsTheSameWhetherItIsCountedOrKept() {
        Cut cut = Cut.now(offices.byCode("city").orElseThrow(), DAY);
        for (Line line : Annex3.lines()) {
            Explanation counted = explanations.pass(line, cut);
            explanations.keep(line, cut);
            assertThat(explanations.of(line, cut))
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(counted);
        }
        assertThat(jdbc.sql("select count(*) from explanation_kept where office_path = :path and as_of = :day")
                        .param("path", cut.office().getPath())
                        .param("day", DAY)
                        .query(Integer.class)
                        .single())
                .as("all but the line of readings")
                .isEqualTo(Annex3.lines().size() - 1);
    }

    @Test
    void whatOtherRulesMadeIsMadeAnew() {
        Cut cut = Cut.now(offices.byCode("qihe").orElseThrow(), DAY);
        Statement counted = statements.of(cut);
        jdbc.sql("update statement_kept set rules = repeat('0', 64), figures = array_fill(7::numeric, array[41])")
                .update();
        assertThat(statements.of(cut).isSameAs(counted)).isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from statement_kept where office_path = :path and rules <> repeat('0', 64)")
                        .param("path", cut.office().getPath())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int rows(Cut cut) {
        return jdbc.sql(
                        "select count(*) from statement_kept where office_path = :path and as_of = :day and position > 0")
                .param("path", cut.office().getPath())
                .param("day", cut.asOf())
                .query(Integer.class)
                .single();
    }
}
