package gassafety.support;

import gassafety.office.Caller;
import gassafety.office.Certificate;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Role;
import gassafety.office.Staffing;
import gassafety.register.CreditCode;
import gassafety.register.EnterpriseRole;
import gassafety.register.Register;
import gassafety.register.StationDetails;
import gassafety.register.Unit;
import gassafety.register.UnitFiles;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes offices and people for a test; each call makes new ones, so that tests sharing a database don't meet. */
@TestComponent
public class World {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Staffing staffing;
    private final Register register;
    private final UnitFiles files;

    /** Units registered from here on are numbered far above those that tests of the journal name without registering them. */
    World(Staffing staffing, Register register, UnitFiles files, JdbcClient jdbc) {
        this.staffing = staffing;
        this.register = register;
        this.files = files;
        jdbc.sql("alter table enterprise alter column id restart with 1000000").update();
    }

    /** A municipal bureau with its 特设科, one county with its sections, and one 所 in it. */
    public record Bureau(
            Office city,
            Office special,
            Office county,
            Office countySpecial,
            Office countyEnforcement,
            Office fieldOffice,
            Caller leader,
            Caller campaignOffice,
            Caller enforcementDepartment,
            Caller countyHead,
            Caller countySection,
            Caller caseHandler,
            Caller reviewer,
            Caller chief,
            Caller inspector,
            Caller secondInspector) {}

    public Bureau bureau() {
        String n = String.valueOf(NUMBER.incrementAndGet());
        Office city =
                staffing.found("city" + n, "示例市" + n + "市场监督管理局", "示例市" + n, "SL", OfficeKind.MUNICIPAL_BUREAU, null);
        Office special = staffing.found("special" + n, "特设科", "特设科", "TS", OfficeKind.SECTION, city);
        Office enforcement = staffing.found("enforcement" + n, "执法稽查科", "执法稽查科", "ZF", OfficeKind.SECTION, city);
        Office county = county(city);
        Office countySpecial = staffing.found("cs" + county.getId(), "特设股", "特设股", "TS", OfficeKind.SECTION, county);
        Office countyCase = staffing.found("ce" + county.getId(), "执法股", "执法股", "ZF", OfficeKind.SECTION, county);
        Office fieldOffice = fieldOffice(county);
        return new Bureau(
                city,
                special,
                county,
                countySpecial,
                countyCase,
                fieldOffice,
                hire(city, Role.LEADER),
                hire(special, Role.CAMPAIGN_OFFICE),
                hire(enforcement, Role.DEPARTMENT),
                hire(county, Role.HEAD),
                hire(countySpecial, Role.COUNTY_SPECIAL_SECTION),
                hire(countyCase, Role.COUNTY_ENFORCEMENT),
                hire(countyCase, Role.LEGAL_REVIEWER),
                hire(fieldOffice, Role.FIELD_OFFICE_HEAD),
                inspector(fieldOffice),
                inspector(fieldOffice));
    }

    public Office county(Office city) {
        String n = String.valueOf(NUMBER.incrementAndGet());
        return staffing.found("county" + n, "示例县" + n + "市场监督管理局", "示例县" + n, "SX", OfficeKind.COUNTY_BUREAU, city);
    }

    public Office fieldOffice(Office county) {
        String n = String.valueOf(NUMBER.incrementAndGet());
        return staffing.found("field" + n, "示例所" + n, "示例所" + n, "SS", OfficeKind.FIELD_OFFICE, county);
    }

    public Caller inspector(Office office) {
        int n = NUMBER.incrementAndGet();
        Certificate certificate = new Certificate("特种设备安全行政执法证件", "示例" + n, LocalDate.of(2030, 12, 31));
        return staffing.hireForDemonstration("u" + n, "演示员" + n, office, Set.of(Role.INSPECTOR), certificate, null);
    }

    public Caller hire(Office office, Role... roles) {
        int n = NUMBER.incrementAndGet();
        return staffing.hireForDemonstration("u" + n, "演示员" + n, office, Set.of(roles), null, null);
    }

    public Caller enterpriseUser(Office office, long enterpriseId) {
        int n = NUMBER.incrementAndGet();
        return staffing.hireForDemonstration("u" + n, "演示员" + n, office, Set.of(Role.ENTERPRISE), null, enterpriseId);
    }

    /** A credit code with region 99 that no other unit of the tests or of the demonstration has. */
    public String creditCode() {
        return CreditCode.complete("91999999" + "MA%07d".formatted(NUMBER.incrementAndGet()));
    }

    /** A unit in the area of the bureau's 所, registered by its inspector. */
    public Unit unit(Bureau bureau, EnterpriseRole... roles) {
        String name = "示例单位" + NUMBER.incrementAndGet();
        return register.register(
                bureau.inspector(),
                LocalDate.of(2023, 9, 4),
                bureau.fieldOffice(),
                name,
                creditCode(),
                "示例路 1 号",
                "演示员甲",
                Set.of(roles));
    }

    /** A filling station in the area of the bureau's 所 with a licence from 2020 to 2030. */
    public Unit licensedStation(Bureau bureau) {
        Unit unit = unit(bureau, EnterpriseRole.FILLING_STATION, EnterpriseRole.LPG_OPERATOR);
        StationDetails.Licence licence = new StationDetails.Licence(
                "TS4399%03d-2030".formatted(unit.id() % 1_000),
                "示例省市场监督管理局",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2030, 12, 31),
                "液化石油气",
                false);
        files.describeStation(bureau.inspector(), LocalDate.of(2023, 9, 4), unit.id(), StationDetails.of(licence));
        return unit;
    }
}
