package gassafety.reporting;

import gassafety.journal.Act;
import gassafety.reporting.Line.Clause;
import gassafety.reporting.Line.NearMiss;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The words in which {@link Annex3} writes its rules down. */
final class Rule {

    private final List<Clause> clauses = new ArrayList<>();
    private final List<NearMiss> nearMisses = new ArrayList<>();
    private final String reading;
    private boolean ours;

    private Rule(String reading) {
        this.reading = reading;
    }

    static Rule reads(String reading) {
        return new Rule(reading);
    }

    /** Marks the reading as ours, the notice being silent (°). */
    Rule asWeReadIt() {
        ours = true;
        return this;
    }

    Rule count(Act... acts) {
        return add(Counting.ENTRIES, Entries.of(acts));
    }

    Rule sum(Act... acts) {
        return add(Counting.QUANTITY, Entries.of(acts));
    }

    Rule enterprises(Act... acts) {
        return add(Counting.ENTERPRISES, Entries.of(acts));
    }

    Rule enterprises(Entries entries) {
        return add(Counting.ENTERPRISES, entries);
    }

    Rule subjects(Act... acts) {
        return add(Counting.SUBJECTS, Entries.of(acts));
    }

    Rule offices(Act... acts) {
        return add(Counting.OFFICES, Entries.of(acts));
    }

    Rule latest(Act... acts) {
        return add(Counting.LATEST, Entries.of(acts));
    }

    /** Shows these entries beside the figure as not counted. */
    Rule butNot(Entries entries, String reason) {
        nearMisses.add(new NearMiss(entries, List.of(), reason));
        return this;
    }

    /** Shows those of them whose record got to none of the other acts. */
    Rule butNot(Entries begun, List<Act> unless, String reason) {
        nearMisses.add(new NearMiss(begun, unless, reason));
        return this;
    }

    Line on(CSVRecord printed) {
        return new Line(
                Integer.parseInt(printed.get("position")),
                printed.get("section"),
                printed.get("item"),
                printed.get("unit"),
                List.copyOf(clauses),
                List.copyOf(nearMisses),
                reading,
                ours);
    }

    private Rule add(Counting counting, Entries entries) {
        clauses.add(new Clause(counting, entries));
        return this;
    }
}
