package gassafety.demo;

import gassafety.checklist.Checklists;
import gassafety.demo.DemoOffices.County;
import gassafety.demo.DemoOffices.FieldOffice;
import gassafety.demo.DemoOffices.People;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.plan.Order;
import gassafety.plan.Planning;
import gassafety.register.EnterpriseRole;
import gassafety.register.UnitSelection;
import gassafety.register.UnitSelection.Listed;
import gassafety.register.UnitSelections;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The plans of the demonstration: all stations at the beginning, sellers drawn by each county, and what still
 * waits on the last morning.
 */
@Component
class DemoPlans {

    private static final int DRAWN = 6;
    private static final int CHOSEN = 4;
    private static final String CHENGGUAN = "beiling-chengguan";

    private final Planning planning;
    private final UnitSelections units;
    private final Checklists checklists;
    private final Callers callers;
    private int number;

    DemoPlans(Planning planning, UnitSelections units, Checklists checklists, Callers callers) {
        this.planning = planning;
        this.units = units;
        this.checklists = checklists;
        this.callers = callers;
    }

    void plan(People people, Timetable timetable) {
        timetable.add(at(9, 4, 16), () -> inspectAllStations(people, timetable));
        for (County county : people.counties()) {
            timetable.add(at(9, 5, 8), () -> drawSellers(county, timetable));
        }
        timetable.add(at(11, 13, 10), () -> chooseForTheLastDay(people.county("beiling"), timetable));
        timetable.add(at(11, 14, 14), this::inspectAllProducers);
    }

    private void inspectAllStations(People people, Timetable timetable) {
        Caller by = people.counties().get(0).campaignOffice();
        UnitSelection stations = units.select(Map.of("role", "FILLING_STATION"), by.scope());
        Order order = order("集中攻坚阶段充装单位全覆盖检查", "ANNEX2", LocalDate.of(2023, 10, 31));
        long plan = planning.orderAll(by, order, stations).plan();
        timetable.add(at(9, 5, 8), () -> people.counties().forEach(county -> assignAll(plan, county)));
    }

    private void drawSellers(County county, Timetable timetable) {
        boolean early = Set.of("beiling", "qihe").contains(county.office().getCode());
        UnitSelection sellers = units.select(
                Map.of(
                        "role", EnterpriseRole.APPLIANCE_SELLER.name(),
                        "office", county.office().getCode()),
                county.section().scope());
        Order order = order(
                county.office().getShortName() + "燃气器具销售单位随机抽查", "SELLER", LocalDate.of(2023, 11, early ? 10 : 24));
        long plan = planning.orderDrawn(
                        county.section(),
                        order,
                        sellers,
                        DRAWN,
                        "demo-" + county.office().getCode())
                .plan();
        timetable.add(at(9, 6, 8), () -> assignAll(plan, county));
        if (early) {
            timetable.add(
                    at(11, 1, 11),
                    () -> planning.withdraw(
                            planning.open(plan, county.section()).stream()
                                    .limit(1)
                                    .toList(),
                            county.section(),
                            "单位正在搬迁，新址核实后另行安排。"));
            timetable.add(
                    at(11, 14, 15),
                    () -> planning.urge(planning.open(plan, county.section()), county.section(), "已过完成期限，请本周内完成检查。"));
        }
    }

    private void chooseForTheLastDay(County county, Timetable timetable) {
        UnitSelection sellers = units.select(
                Map.of(
                        "role",
                        EnterpriseRole.APPLIANCE_SELLER.name(),
                        "office",
                        CHENGGUAN,
                        "uninspected",
                        "2023-09-01"),
                county.section().scope());
        Set<Long> chosen = sellers.all().stream().limit(CHOSEN).map(Listed::id).collect(Collectors.toSet());
        Order order = order("城关所销售单位冬季用气前复查", "SELLER", LocalDate.of(2023, 11, 15));
        long plan =
                planning.orderChosen(county.section(), order, sellers, chosen).plan();
        FieldOffice office = fieldOffice(county);
        timetable.add(at(11, 13, 16), () -> {
            List<Long> half = planning.open(plan, office.chief()).stream()
                    .limit(CHOSEN / 2)
                    .toList();
            planning.assign(half, office.chief(), accounts(office, 2, 3), "");
            planning.assign(half, office.chief(), accounts(office, 0, 1), "原检查人员参加培训，改派。");
        });
    }

    private void inspectAllProducers() {
        Caller by = callers.byUsername("quality").orElseThrow();
        UnitSelection producers = units.select(Map.of("role", EnterpriseRole.APPLIANCE_PRODUCER.name()), by.scope());
        planning.orderAll(by, order("燃气器具生产单位复查", "PRODUCER", LocalDate.of(2023, 11, 30)), producers);
    }

    private void assignAll(long plan, County county) {
        for (FieldOffice office : county.fieldOffices()) {
            List<Long> own = planning.open(plan, office.chief());
            if (!own.isEmpty()) {
                planning.assign(own, office.chief(), accounts(office, 0, 1), "");
            }
        }
    }

    private static List<Long> accounts(FieldOffice office, int... places) {
        return java.util.Arrays.stream(places)
                .mapToObj(place -> office.inspectors().get(place).accountId())
                .toList();
    }

    private static FieldOffice fieldOffice(County county) {
        return county.fieldOffices().stream()
                .filter(office -> office.office().getCode().equals(CHENGGUAN))
                .findFirst()
                .orElseThrow();
    }

    private Order order(String title, String list, LocalDate due) {
        return new Order("demonstration-plan-" + ++number, title, "", checklists.current(list, due), due, false);
    }

    private static LocalDateTime at(int month, int day, int hour) {
        return LocalDate.of(2023, month, day).atTime(hour, 0);
    }
}
