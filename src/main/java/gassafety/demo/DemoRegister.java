package gassafety.demo;

import gassafety.calendar.Today;
import gassafety.demo.DemoOffices.County;
import gassafety.demo.DemoOffices.FieldOffice;
import gassafety.demo.DemoOffices.People;
import gassafety.office.Caller;
import gassafety.register.CreditCode;
import gassafety.register.EnterpriseRole;
import gassafety.register.Identity;
import gassafety.register.Identity.BusinessForm;
import gassafety.register.Identity.Origin;
import gassafety.register.Identity.Region;
import gassafety.register.Identity.RiskLevel;
import gassafety.register.Identity.Status;
import gassafety.register.Register;
import gassafety.register.Registration;
import gassafety.register.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fictional units of 云岫市: as many of each role as a city of this size has. */
@Component
class DemoRegister {

    private static final int SELLERS = 430;
    private static final int LPG_POINTS = 61;

    /** Stations of 北岭, 栖禾, 临汐, 石麓 and 经开. */
    private static final int[] STATIONS = {7, 9, 9, 5, 4};

    private static final String[] PLACES = {
        "河湾", "青石", "柳泉", "东岗", "西坡", "南塘", "北桥", "新庄", "云台", "槐荫", "桃源", "松林", "金坪", "石井", "白沙", "平川"
    };

    private static final String[] TRADE_NAMES = {"兴隆", "顺达", "鑫源", "宏泰", "永安", "福满", "万家", "恒通"};

    private final Register register;
    private final DemoStations stations;
    private final DemoCylinders cylinders;
    private final Today today;
    private final Random chance = new Random(20230904);
    private int serial;

    DemoRegister(Register register, DemoStations stations, DemoCylinders cylinders, Today today) {
        this.register = register;
        this.stations = stations;
        this.cylinders = cylinders;
        this.today = today;
    }

    /** A unit, and the 所 in charge of it. */
    record Placed(Unit unit, County county, FieldOffice office) {

        boolean isUnlicensed() {
            return unit.creditCode().isEmpty();
        }
    }

    /** Everyone on the books. */
    record Book(List<Placed> stations, List<Placed> sellers, List<Placed> others) {

        Placed stationOf(String office) {
            return of(stations, office, 0);
        }

        /** @param n which of that office's, from 0 */
        Placed sellerOf(String office, int n) {
            return of(sellers, office, n);
        }

        private static Placed of(List<Placed> units, String office, int n) {
            return units.stream()
                    .filter(placed -> placed.office().office().getCode().equals(office))
                    .skip(n)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Transactional
    Book fill(People people) {
        List<Placed> fillingStations = new ArrayList<>();
        for (int county = 0; county < STATIONS.length; county++) {
            for (int n = 0; n < STATIONS[county]; n++) {
                fillingStations.add(station(people.counties().get(county), n));
            }
        }
        cylinders.register(fillingStations);
        List<Placed> sellers = new ArrayList<>();
        for (int n = 0; n < SELLERS; n++) {
            sellers.add(seller(people.counties().get(n % STATIONS.length), n));
        }
        List<Placed> others = new ArrayList<>();
        for (int n = 0; n < LPG_POINTS; n++) {
            others.add(
                    place(people.counties().get(n % STATIONS.length), "液化气供应点", Set.of(EnterpriseRole.LPG_OPERATOR)));
        }
        addOthers(people, others);
        return new Book(fillingStations, sellers, others);
    }

    private void addOthers(People people, List<Placed> others) {
        County beiling = people.county("beiling");
        County jingkai = people.county("jingkai");
        others.add(place(jingkai, "钢瓶制造有限公司", Set.of(EnterpriseRole.CYLINDER_MAKER)));
        for (String county : List.of("beiling", "linxi", "jingkai")) {
            others.add(place(people.county(county), "气瓶检验站", Set.of(EnterpriseRole.CYLINDER_INSPECTION_BODY)));
        }
        for (String county : List.of("linxi", "jingkai")) {
            others.add(place(people.county(county), "压力管道检验有限公司", Set.of(EnterpriseRole.PIPELINE_INSPECTION_BODY)));
        }
        for (int n = 0; n < 9; n++) {
            others.add(
                    n < 4
                            ? place(
                                    people.counties().get(n),
                                    "管道燃气有限公司",
                                    Set.of(EnterpriseRole.PIPELINE_USER, EnterpriseRole.INSTALLATION_CHARGER))
                            : place(people.counties().get(n % 5), "食品有限公司", Set.of(EnterpriseRole.PIPELINE_USER)));
        }
        for (int n = 0; n < 6; n++) {
            others.add(place(n < 4 ? jingkai : beiling, "燃气具制造有限公司", Set.of(EnterpriseRole.APPLIANCE_PRODUCER)));
        }
        for (int n = 0; n < 2; n++) {
            others.add(place(jingkai, "电子商务有限公司", Set.of(EnterpriseRole.ECOMMERCE_PLATFORM)));
        }
    }

    private Placed station(County county, int n) {
        FieldOffice office =
                county.fieldOffices().get(n % (county.fieldOffices().size() - 1));
        boolean unlicensed = county.office().getCode().equals("shilu") && n == 4;
        String name = unlicensed ? "示例石麓无证充装点" : "示例" + county.office().getShortName() + ordinal(n) + "液化气充装站";
        Placed placed = register(
                county,
                office,
                name,
                unlicensed
                        ? Set.of(EnterpriseRole.FILLING_STATION)
                        : EnumSet.of(EnterpriseRole.FILLING_STATION, EnterpriseRole.LPG_OPERATOR),
                unlicensed ? Status.UNREGISTERED : Status.IN_BUSINESS,
                null,
                null);
        boolean suspended = county.office().getCode().equals("linxi") && n == 8;
        stations.describe(placed, unlicensed, suspended, chance);
        return placed;
    }

    private Placed seller(County county, int n) {
        boolean rural = chance.nextInt(100) < 55;
        BusinessForm form = rural ? BusinessForm.HARDWARE : BusinessForm.values()[chance.nextInt(4)];
        Region region = rural ? Region.RURAL : n % 3 == 0 ? Region.FRINGE : Region.URBAN;
        FieldOffice office =
                county.fieldOffices().get(n / 5 % (county.fieldOffices().size() - 1));
        String name = "示例" + county.office().getShortName() + tradeName() + (rural ? "五金店" : "厨具商行");
        return register(
                county, office, name, Set.of(EnterpriseRole.APPLIANCE_SELLER), Status.IN_BUSINESS, region, form);
    }

    private Placed place(County county, String kind, Set<EnterpriseRole> roles) {
        FieldOffice office =
                county.fieldOffices().get(serial % (county.fieldOffices().size() - 1));
        String name = "示例" + county.office().getShortName() + tradeName() + kind;
        return register(county, office, name, roles, Status.IN_BUSINESS, null, null);
    }

    private Placed register(
            County county,
            FieldOffice office,
            String name,
            Set<EnterpriseRole> roles,
            Status status,
            @Nullable Region region,
            @Nullable BusinessForm form) {
        int number = ++serial;
        LocalDate day = today.day();
        String address = county.office().getShortName() + PLACES[number % PLACES.length] + "镇示例路" + number + "号";
        String person = "演示负责人" + number;
        Identity identity = new Identity(
                name,
                status == Status.UNREGISTERED
                        ? ""
                        : CreditCode.complete("9199%04dMA%07d".formatted(number / 100, number)),
                person,
                person,
                "1000000%04d".formatted(number),
                address,
                address,
                status,
                RiskLevel.values()[risk(number)],
                null,
                "",
                Origin.SURVEY,
                day,
                region,
                form);
        Caller registrar = office.inspectors().get(0);
        return new Placed(
                register.register(registrar, day, new Registration(office.office(), identity, roles)), county, office);
    }

    private String tradeName() {
        return PLACES[serial % PLACES.length] + TRADE_NAMES[serial / PLACES.length % TRADE_NAMES.length];
    }

    private static int risk(int number) {
        int share = number * 37 % 100;
        return share < 30 ? 0 : share < 80 ? 1 : share < 95 ? 2 : 3;
    }

    private static String ordinal(int n) {
        return "第" + "一二三四五六七八九".charAt(n);
    }
}
