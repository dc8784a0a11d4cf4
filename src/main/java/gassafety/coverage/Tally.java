package gassafety.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * Units on the books, and how many of them were inspected in each of the periods.
 *
 * @param inspected in the order of the periods
 */
record Tally(long books, List<Long> inspected) {

    static Tally none(int periods) {
        return new Tally(0, java.util.Collections.nCopies(periods, 0L));
    }

    Tally plus(Tally other) {
        List<Long> sums = new ArrayList<>();
        for (int at = 0; at < inspected.size(); at++) {
            sums.add(inspected.get(at) + other.inspected.get(at));
        }
        return new Tally(books + other.books, sums);
    }
}
