package gassafety.inspection;

import gassafety.register.Cylinder;
import gassafety.register.Cylinder.Phase;
import gassafety.register.Cylinder.State;
import gassafety.register.Cylinders;
import gassafety.register.StationDetails.CylinderSize;
import gassafety.register.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Cylinders for tests, each with a mark of its own. */
@TestComponent
class Bottles {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Cylinders cylinders;

    Bottles(Cylinders cylinders) {
        this.cylinders = cylinders;
    }

    /** The mark of one that nothing speaks against. */
    String of(Unit station) {
        return of(station, 2019, "2026-05-20", State.IN_USE);
    }

    /** The mark of one that was made in May of a year and lives for twelve. */
    String of(Unit station, int year, String nextInspection, State state) {
        int number = NUMBER.incrementAndGet();
        LocalDate made = LocalDate.of(year, 5, 20);
        Cylinder cylinder = new Cylinder(
                "TST%08d".formatted(number),
                "瓶17示例",
                station.id(),
                station.name(),
                "示例钢瓶制造有限公司",
                "T" + number,
                CylinderSize.YSP35_5,
                made,
                made.plusYears(12),
                null,
                LocalDate.parse(nextInspection),
                Phase.VAPOUR,
                state);
        cylinders.register(List.of(cylinder));
        return cylinder.mark();
    }
}
