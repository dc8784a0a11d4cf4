package gassafety.outreach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be recorded; texts that its kind does not have are empty.
 *
 * @param since first day of a class
 * @param day on which it counts
 * @param party outlet, association, place, or who issued the document
 * @param number 文号
 * @param quantity people by head count, copies, people reached, or views
 * @param basis of an estimate
 * @param repost whether a media piece is only passed on
 * @param item whose views were read
 * @param people name list of a training session
 */
public record Draft(
        OutreachKind kind,
        @Nullable LocalDate since,
        LocalDate day,
        String title,
        String party,
        String number,
        @Nullable Choice choice,
        long quantity,
        String basis,
        boolean repost,
        @Nullable Long item,
        List<Attendee> people) {

    public Draft {
        people = List.copyOf(people);
    }

    /** A record that has no more than this. */
    public static Draft of(OutreachKind kind, LocalDate day, String title) {
        return new Draft(kind, null, day, title, "", "", null, 0, "", false, null, List.of());
    }

    public Draft on(LocalDate counted) {
        return new Draft(kind, since, counted, title, party, number, choice, quantity, basis, repost, item, people);
    }

    public Draft title(String name) {
        return new Draft(kind, since, day, name, party, number, choice, quantity, basis, repost, item, people);
    }

    public Draft since(LocalDate first) {
        return new Draft(kind, first, day, title, party, number, choice, quantity, basis, repost, item, people);
    }

    public Draft party(String name) {
        return new Draft(kind, since, day, title, name, number, choice, quantity, basis, repost, item, people);
    }

    public Draft number(String text) {
        return new Draft(kind, since, day, title, party, text, choice, quantity, basis, repost, item, people);
    }

    public Draft choice(Choice made) {
        return new Draft(kind, since, day, title, party, number, made, quantity, basis, repost, item, people);
    }

    public Draft quantity(long amount, String reckoned) {
        return new Draft(kind, since, day, title, party, number, choice, amount, reckoned, repost, item, people);
    }

    public Draft reposted() {
        return new Draft(kind, since, day, title, party, number, choice, quantity, basis, true, item, people);
    }

    public Draft of(long viewed) {
        return new Draft(kind, since, day, title, party, number, choice, quantity, basis, repost, viewed, people);
    }

    public Draft people(List<Attendee> list) {
        return new Draft(kind, since, day, title, party, number, choice, list.size(), basis, repost, item, list);
    }
}
