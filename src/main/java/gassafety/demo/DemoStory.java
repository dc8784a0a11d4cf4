package gassafety.demo;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The months of the demonstration, from the days before the campaign to its last day, in the order they happened. */
@Component
class DemoStory {

    private static final LocalDateTime BEGINNING = LocalDateTime.of(2023, 8, 28, 9, 0);

    private final Today today;
    private final WorkingDays workingDays;
    private final TransactionTemplate transaction;
    private final DemoOffices offices;
    private final DemoRegister register;
    private final DemoVisits visits;
    private final DemoLastDays lastDays;
    private final DemoPlans plans;
    private final DemoOutreach outreach;
    private final DemoReturns returns;
    private final DemoSelfChecks selfChecks;

    DemoStory(
            Today today,
            WorkingDays workingDays,
            TransactionTemplate transaction,
            DemoOffices offices,
            DemoRegister register,
            DemoVisits visits,
            DemoLastDays lastDays,
            DemoPlans plans,
            DemoOutreach outreach,
            DemoReturns returns,
            DemoSelfChecks selfChecks) {
        this.today = today;
        this.workingDays = workingDays;
        this.transaction = transaction;
        this.offices = offices;
        this.register = register;
        this.visits = visits;
        this.lastDays = lastDays;
        this.plans = plans;
        this.outreach = outreach;
        this.returns = returns;
        this.selfChecks = selfChecks;
    }

    void tell() {
        Timetable timetable = new Timetable(workingDays.calendar());
        today.at(BEGINNING.atZone(Today.ZONE).toInstant(), () -> {
            DemoOffices.People people = offices.found();
            DemoRegister.Book book = register.fill(people);
            offices.enrol("station", book.stationOf("beiling-chengguan").unit());
            offices.enrol("seller", book.sellerOf("beiling-nanpo", 0).unit());
            visits.plan(book, people, timetable);
            lastDays.plan(book, timetable);
            plans.plan(people, timetable);
            outreach.plan(people, timetable);
            returns.plan(people, timetable);
            selfChecks.plan(timetable);
        });
        timetable.play(today, transaction);
    }
}
