package gassafety.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.forms.FormFile;
import gassafety.support.SystemTest;
import gassafety.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class DeadlinesTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 15);

    @Autowired
    Deadlines deadlines;

    @Autowired
    DeadlineLoader loader;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "HAZARD_FIX, 2023-11-15, 2023-11-30, an ordinary term in calendar days",
        "HAZARD_FIX, 2023-09-14, 2023-10-07, from the first day of National Day to the make-up Saturday",
        "HAZARD_FIX, 2023-12-16, 2024-01-02, from a Sunday over New Year's Day",
        "HAZARD_FIX, 2024-01-20, 2024-02-04, a make-up Sunday is a working day",
        "HAZARD_FIX, 2024-01-28, 2024-02-18, over the Spring Festival",
        "HAZARD_FIX, 2024-09-27, 2024-10-12, a make-up Saturday again",
        "HAZARD_FIX, 2025-09-20, 2025-10-09, over eight days of holidays",
        "CASE_TERM, 2023-11-15, 2024-02-18, ninety days end in the Spring Festival",
        "SEIZURE, 2023-11-15, 2023-12-15, thirty days",
        "RECHECK, 2023-09-25, 2023-10-13, ten working days around National Day",
        "RECHECK, 2024-02-08, 2024-02-28, ten working days around the Spring Festival",
        "CLUE_CHECK, 2023-11-15, 2023-12-06, fifteen working days",
        "HEARING_NOTICE, 2023-10-09, 2023-09-22, counted back from the hearing",
        "MONTHLY_RETURN, 2023-11-15, 2023-11-20, the 20th of the month",
        "MONTHLY_RETURN, 2024-01-20, 2024-01-20, that day included though a Saturday",
        "MONTHLY_RETURN, 2023-12-21, 2024-01-20, then the next month's"
    })
    void aTermEndsOnTheDayThatTheLawMeans(String code, LocalDate from, LocalDate last, String why) {
        assertThat(deadlines.due(code, from)).as(why).isEqualTo(new DueDate(last, code, 1));
    }

    @Test
    void hoursRunThroughRestDays() {
        Instant eveOfNationalDay = Instant.parse("2023-09-28T10:00:00Z");
        assertThat(deadlines.dueInstant("TRANSFER_SEND", eveOfNationalDay))
                .isEqualTo(eveOfNationalDay.plus(Duration.ofHours(24)));
        assertThatThrownBy(() -> deadlines.due("TRANSFER_SEND", DAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> deadlines.dueInstant("SEIZURE", eveOfNationalDay))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theListIsLoadedWordForWordAndOnceOnly() {
        loader.load();
        List<List<String>> source = FormFile.rows("deadlines.csv").stream()
                .map(row -> row.stream().toList())
                .toList();
        assertThat(deadlines.all())
                .filteredOn(deadline -> deadline.edition() == 1)
                .map(deadline -> List.of(
                        deadline.code(),
                        deadline.title(),
                        String.valueOf(deadline.amount()),
                        deadline.unit().name().toLowerCase(),
                        deadline.extension(),
                        deadline.runsFrom(),
                        deadline.suspendedBy(),
                        deadline.source(),
                        deadline.confidence().name().toLowerCase()))
                .isEqualTo(source);
    }

    @Test
    void whatNobodyHasConfirmedIsOff() {
        assertThat(deadlines.all())
                .filteredOn(deadline -> !deadline.active())
                .extracting(Deadline::code)
                .containsExactly("HOTLINE_SIGN", "HOTLINE_FINISH");
        assertThat(deadlines.active("HOTLINE_SIGN", DAY)).isEmpty();
        assertThatThrownBy(() -> deadlines.due("HOTLINE_SIGN", DAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void aRuleThatHasEndedAppliesToNothingThatBeginsLater() {
        LocalDate lastDay = LocalDate.of(2026, 4, 14);
        assertThat(deadlines.active("COMPLAINT_ACCEPT", lastDay)).isPresent();
        assertThat(deadlines.active("COMPLAINT_ACCEPT", lastDay.plusDays(1))).isEmpty();
    }

    @Test
    void aNewEditionLeavesTermsThatBeganBeforeItAlone() {
        LocalDate newRule = LocalDate.of(2040, 1, 1);
        jdbc.sql("update deadline set valid_to = :day where code = 'LEAD_RETURN'")
                .param("day", newRule.minusDays(1))
                .update();
        jdbc.sql("""
                        insert into deadline (code, edition, title, amount, unit, runs_from, source, confidence,
                            valid_from, active)
                        select code, 2, title, 3, unit, runs_from, source, confidence, :day, true
                        from deadline where code = 'LEAD_RETURN'
                        """).param("day", newRule).update();
        assertThat(deadlines.due("LEAD_RETURN", LocalDate.of(2039, 12, 30)).edition())
                .isEqualTo(1);
        assertThat(deadlines.due("LEAD_RETURN", newRule))
                .isEqualTo(new DueDate(LocalDate.of(2040, 1, 4), "LEAD_RETURN", 2));
    }
}
