package gassafety.demo;

import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** What happens when: events are played in the order of their moments, and may put later ones on the timetable. */
class Timetable {

    /** The demonstration's clock starts here, so what would come later is still open. */
    static final LocalDateTime END = LocalDateTime.of(2023, 11, 15, 9, 0);

    private final WorkCalendar calendar;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::when).thenComparing(Event::number));
    private int number;

    Timetable(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param alone whether it makes transactions of its own and can't be part of the day's */
    private record Event(LocalDateTime when, int number, Runnable what, boolean alone) {}

    /** The working day that is so many after this one. */
    LocalDate after(LocalDate day, int workingDays) {
        return calendar.plusWorkingDays(day, workingDays);
    }

    /** This day when it is a working day, else the next one. */
    LocalDate workingDay(LocalDate day) {
        return calendar.sameOrNextWorkingDay(day);
    }

    void add(LocalDateTime when, Runnable what) {
        add(when, what, false);
    }

    /** Adds what must see the day's work committed, such as a freeze of the journal. */
    void addAlone(LocalDateTime when, Runnable what) {
        add(when, what, true);
    }

    private void add(LocalDateTime when, Runnable what, boolean alone) {
        if (when.isBefore(END)) {
            events.add(new Event(when, number++, what, alone));
        }
    }

    /**
     * Plays each day as one transaction, since thousands of commits would take longer than everything that is done;
     * what an event wrote is there for the next.
     */
    void play(Today today, TransactionOperations transaction) {
        while (!events.isEmpty()) {
            if (events.element().alone()) {
                play(events.remove(), today);
            } else {
                LocalDate day = events.element().when().toLocalDate();
                transaction.executeWithoutResult(begun -> play(day, today, begun));
            }
        }
    }

    private void play(LocalDate day, Today today, TransactionStatus begun) {
        while (!events.isEmpty()
                && !events.element().alone()
                && events.element().when().toLocalDate().equals(day)) {
            play(events.remove(), today);
            begun.flush();
        }
    }

    private static void play(Event event, Today today) {
        today.at(event.when().atZone(Today.ZONE).toInstant(), event.what());
    }
}
