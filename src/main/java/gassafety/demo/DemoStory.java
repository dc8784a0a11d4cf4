package gassafety.demo;

import gassafety.calendar.Today;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** The months of the demonstration, from the day before the campaign to its last day, in the order they happened. */
@Component
class DemoStory {

    private static final LocalDateTime BEGINNING = LocalDateTime.of(2023, 8, 28, 9, 0);

    private final Today today;
    private final DemoOffices offices;

    DemoStory(Today today, DemoOffices offices) {
        this.today = today;
        this.offices = offices;
    }

    void tell() {
        today.at(BEGINNING.atZone(Today.ZONE).toInstant(), () -> offices.found());
    }
}
