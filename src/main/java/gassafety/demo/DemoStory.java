package gassafety.demo;

import gassafety.calendar.Today;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** The months of the demonstration, from the days before the campaign to its last day, in the order they happened. */
@Component
class DemoStory {

    private static final LocalDateTime BEGINNING = LocalDateTime.of(2023, 8, 28, 9, 0);

    private final Today today;
    private final DemoOffices offices;
    private final DemoRegister register;

    private final DemoVisits visits;

    DemoStory(Today today, DemoOffices offices, DemoRegister register, DemoVisits visits) {
        this.today = today;
        this.offices = offices;
        this.register = register;
        this.visits = visits;
    }

    void tell() {
        Timetable timetable = new Timetable();
        today.at(BEGINNING.atZone(Today.ZONE).toInstant(), () -> {
            DemoOffices.People people = offices.found();
            DemoRegister.Book book = register.fill(people);
            offices.enrol("station", book.stationOf("beiling-chengguan").unit());
            offices.enrol("seller", book.sellerOf("beiling-nanpo").unit());
            visits.plan(book, people, timetable);
        });
        timetable.play(today);
    }
}
