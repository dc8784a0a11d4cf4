package gassafety.demo;

import gassafety.demo.DemoRegister.Placed;
import gassafety.register.Cylinder;
import gassafety.register.Cylinder.Phase;
import gassafety.register.Cylinder.State;
import gassafety.register.Cylinders;
import gassafety.register.StationDetails.CylinderSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Some dozens of cylinders of each licensed station; a few of them are overdue, too old, seized or scrapped. */
@Component
class DemoCylinders {

    private static final LocalDate LAST_DAY = LocalDate.of(2023, 11, 15);
    private static final int FEWEST = 30;
    private static final int GOOD = 3;
    private static final int OVERDUE = 7;
    private static final int YEARS_BETWEEN_INSPECTIONS = 4;
    private static final int YEARS_OF_LIFE = 12;

    private static final CylinderSize[] SIZES = {
        CylinderSize.YSP12,
        CylinderSize.YSP35_5,
        CylinderSize.YSP12,
        CylinderSize.YSP118,
        CylinderSize.YSP4_7,
        CylinderSize.YSP35_5,
        CylinderSize.YSP26_2
    };

    private final Cylinders cylinders;
    private final Map<Long, List<String>> marks = new HashMap<>();

    DemoCylinders(Cylinders cylinders) {
        this.cylinders = cylinders;
    }

    void register(List<Placed> stations) {
        List<Cylinder> all = new ArrayList<>();
        for (int station = 1; station <= stations.size(); station++) {
            Placed owner = stations.get(station - 1);
            if (!owner.isUnlicensed()) {
                for (int n = 1; n <= FEWEST + station % 9; n++) {
                    all.add(cylinder(owner, station, n));
                }
            }
        }
        cylinders.register(all);
        all.forEach(cylinder -> marks.computeIfAbsent(cylinder.stationId(), none -> new ArrayList<>())
                .add(cylinder.mark()));
    }

    /** Marks of a station's cylinders that an inspection looks at: some that are in order, and perhaps one that is overdue. */
    List<String> seenAt(Placed station, boolean overdue) {
        List<String> own = marks.getOrDefault(station.unit().id(), List.of());
        return own.isEmpty()
                ? own
                : Stream.concat(own.stream().limit(GOOD), overdue ? Stream.of(own.get(OVERDUE - 1)) : Stream.of())
                        .toList();
    }

    private static Cylinder cylinder(Placed owner, int station, int n) {
        boolean old = n % 17 == 5;
        boolean overdue = n % 12 == OVERDUE;
        int year = old ? 2010 : overdue ? 2015 : 2013 + (n * 3 + station) % 10;
        LocalDate made = LocalDate.of(year, 1 + (n * 7 + station) % 9, 20);
        LocalDate next = made.plusYears(YEARS_BETWEEN_INSPECTIONS);
        while (!next.isAfter(LAST_DAY)) {
            next = next.plusYears(YEARS_BETWEEN_INSPECTIONS);
        }
        if (overdue) {
            next = LAST_DAY.minusDays(90L + n * 7L);
        }
        LocalDate last = next.minusYears(YEARS_BETWEEN_INSPECTIONS);
        CylinderSize size = SIZES[n % SIZES.length];
        return new Cylinder(
                "SL%03d%05d".formatted(station, n),
                "瓶17示例%03d".formatted(station),
                owner.unit().id(),
                owner.unit().name(),
                "示例钢瓶制造有限公司",
                "%02d%02d%04d".formatted(made.getYear() % 100, station, n),
                size,
                made,
                made.plusYears(YEARS_OF_LIFE),
                last.isAfter(made) ? last : null,
                next,
                size == CylinderSize.YSP118 ? Phase.values()[n % 3] : Phase.VAPOUR,
                state(n, overdue));
    }

    private static State state(int n, boolean overdue) {
        return n % 19 == 11
                ? State.SCRAPPED
                : n % 23 == 13 ? State.SEIZED : overdue && n < 12 ? State.OVERDUE : State.IN_USE;
    }
}
