package gassafety.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.support.SystemTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class WorkingDaysTest {

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "2023-11-15, true, an ordinary Wednesday",
        "2023-11-18, false, an ordinary Saturday",
        "2023-10-02, false, a Monday of National Day",
        "2023-10-07, true, a Saturday worked for it",
        "2024-02-09, true, New Year's Eve of 2024 is not a holiday by the notice",
        "2025-01-28, false, that of 2025 is",
        "2024-04-07, true, a Sunday worked for 清明节",
        "2025-01-01, false, a New Year's Day without any swap",
        "2026-01-02, false, a Friday made free",
        "2026-01-04, true, and its Sunday"
    })
    void aWorkingDayIsWhatTheNoticesMakeIt(LocalDate day, boolean working, String why) {
        assertThat(workingDays.isWorkingDay(day)).as(why).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-15, 15, 2023-12-06",
        "2023-09-28, 1, 2023-10-07",
        "2023-09-27, 3, 2023-10-08",
        "2023-09-25, 10, 2023-10-13",
        "2023-10-05, 2, 2023-10-08",
        "2023-12-29, 1, 2024-01-02",
        "2023-12-22, 10, 2024-01-08",
        "2024-02-02, 5, 2024-02-08",
        "2024-02-08, 10, 2024-02-28",
        "2024-02-09, 1, 2024-02-18",
        "2024-04-30, 3, 2024-05-08",
        "2024-09-13, 10, 2024-09-29",
        "2024-12-31, 1, 2025-01-02",
        "2025-01-24, 2, 2025-01-27",
        "2025-01-27, 5, 2025-02-10",
        "2025-09-26, 10, 2025-10-16",
        "2025-12-31, 1, 2026-01-04",
        "2026-02-14, 5, 2026-02-28",
        "2026-09-18, 10, 2026-10-09",
        "2023-10-09, -7, 2023-09-22",
        "2024-10-10, -7, 2024-09-25",
        "2023-10-01, 0, 2023-10-01"
    })
    void aTermOfWorkingDaysBeginsOnTheDayAfter(LocalDate start, int count, LocalDate last) {
        assertThat(workingDays.plusWorkingDays(start, count)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-15, 2023-11-15, 0",
        "2023-11-15, 2023-11-14, 0",
        "2023-11-10, 2023-11-12, 0",
        "2023-11-10, 2023-11-15, 3",
        "2023-09-28, 2023-10-06, 0",
        "2023-09-28, 2023-10-08, 2",
        "2024-02-09, 2024-02-18, 1",
        "2023-12-29, 2024-01-02, 1",
        "2024-01-31, 2024-02-29, 18",
        "2025-12-31, 2026-01-04, 1",
        "2023-01-01, 2026-12-31, 996"
    })
    void overdueAndLeftAreTheWorkingDaysAfterTheFirstUpToTheSecond(LocalDate first, LocalDate second, int days) {
        assertThat(workingDays.workingDaysOverdue(first, second)).isEqualTo(days);
        assertThat(workingDays.workingDaysUntil(first, second)).isEqualTo(days);
    }

    @Test
    void anEditOfTheTableCountsAtOnce() {
        LocalDate day = LocalDate.of(2030, 5, 1);
        assertThat(workingDays.isWorkingDay(day)).isTrue();
        jdbc.sql("insert into rest_day values (:day, 'HOLIDAY', '劳动节')")
                .param("day", day)
                .update();
        assertThat(workingDays.isWorkingDay(day)).isFalse();
        assertThat(workingDays.workingDaysOverdue(day.minusDays(1), day)).isZero();
    }
}
