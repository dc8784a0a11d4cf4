package gassafety.demo;

import gassafety.calendar.Today;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when: events are played in the order of their moments, and may put later ones on the timetable. */
class Timetable {

    /** The demonstration's clock starts here, so what would come later is still open. */
    static final LocalDateTime END = LocalDateTime.of(2023, 11, 15, 9, 0);

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::when).thenComparing(Event::number));
    private int number;

    private record Event(LocalDateTime when, int number, Runnable what) {}

    void add(LocalDateTime when, Runnable what) {
        if (when.isBefore(END)) {
            events.add(new Event(when, number++, what));
        }
    }

    void play(Today today) {
        while (!events.isEmpty()) {
            Event event = events.remove();
            today.at(event.when().atZone(Today.ZONE).toInstant(), event.what());
        }
    }
}
