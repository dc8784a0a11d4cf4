package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SystemTest
class RemindersTest {

    @Autowired
    Reminders reminders;

    @Autowired
    Found found;

    @Autowired
    World world;

    @Autowired
    Today today;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void twoCopiesAtOnceSendEachOfficeOneDigestADay() {
        World.Bureau bureau = world.bureau();
        overdueAt(bureau);
        LocalDate day = workingDay(found.today());

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> sendOn(day));
        sendOn(day);
        other.join();
        sendOn(day);
        assertThat(digests(bureau.fieldOffice())).isEqualTo(1);
        assertThat(digests(bureau.county())).isEqualTo(1);
        assertThat(digests(bureau.city())).isEqualTo(1);
        assertThat(digests(bureau.countySpecial())).as("a 股 gets its bureau's").isZero();

        sendOn(workingDay(day.plusDays(1)));
        assertThat(digests(bureau.fieldOffice())).isEqualTo(2);
    }

    @Test
    void nobodyIsRemindedOnADayOfRestOrOfNothing() {
        World.Bureau busy = world.bureau();
        World.Bureau idle = world.bureau();
        overdueAt(busy);

        sendOn(LocalDate.of(2027, 1, 2));
        assertThat(digests(busy.fieldOffice())).isZero();

        sendOn(workingDay(found.today()));
        assertThat(digests(busy.fieldOffice())).isEqualTo(1);
        assertThat(digests(idle.fieldOffice())).isZero();
    }

    @Test
    void theDeskShowsTodaysDigestToTheOfficeAndNotToTheUnit() {
        World.Bureau bureau = world.bureau();
        HazardSummary hazard = overdueAt(bureau);
        jdbc.sql("insert into hazard_reminder values (:office, :day, now(), 1, 0, 0, 0, 0)")
                .param("office", bureau.fieldOffice().getId())
                .param("day", found.today())
                .update();

        assertThat(desk(bureau.chief())).contains("今日提醒").contains("逾期未报告 1 条");
        assertThat(desk(bureau.countySection())).doesNotContain("今日提醒");
        assertThat(desk(world.enterpriseUser(bureau.fieldOffice(), hazard.enterpriseId())))
                .doesNotContain("今日提醒");
    }

    private HazardSummary overdueAt(World.Bureau bureau) {
        LocalDate day = found.today();
        return found.raise(found.dated(bureau, found.unit(bureau), day.minusDays(60), day.minusDays(30)));
    }

    private LocalDate workingDay(LocalDate day) {
        WorkCalendar calendar = workingDays.calendar();
        return calendar.sameOrNextWorkingDay(day);
    }

    private void sendOn(LocalDate day) {
        today.at(day.atTime(8, 0).atZone(Today.ZONE).toInstant(), reminders::send);
    }

    private int digests(Office office) {
        return jdbc.sql("select count(*) from hazard_reminder where office_id = :office")
                .param("office", office.getId())
                .query(Integer.class)
                .single();
    }

    private String desk(Caller caller) {
        String[] body = {""};
        assertThat(mvc.get().uri("/").with(user(caller.username())))
                .hasStatus(200)
                .bodyText()
                .satisfies(text -> body[0] = text);
        return Jsoup.parse(body[0]).text();
    }
}
