package gassafety.demo;

import gassafety.calendar.Today;
import gassafety.demo.DemoRegister.Placed;
import gassafety.office.Caller;
import gassafety.register.PersonDetails;
import gassafety.register.PersonDetails.CertificateKind;
import gassafety.register.PersonDetails.Role;
import gassafety.register.StationDetails;
import gassafety.register.StationDetails.CylinderSize;
import gassafety.register.StationDetails.Equipment;
import gassafety.register.StationDetails.Licence;
import gassafety.register.StationDetails.Papers;
import gassafety.register.StationDetails.Traceability;
import gassafety.register.TankDetails;
import gassafety.register.UnitFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is on the books of each fictional filling station: licence, equipment, tanks and people. */
@Component
class DemoStations {

    private static final LocalDate LAST_DAY = LocalDate.of(2023, 11, 15);

    private final UnitFiles files;
    private final Today today;
    private int serial;

    DemoStations(UnitFiles files, Today today) {
        this.files = files;
        this.today = today;
    }

    void describe(Placed station, boolean unlicensed, boolean suspended, Random chance) {
        int number = ++serial;
        Caller by = station.office().inspectors().get(0);
        long id = station.unit().id();
        files.describeStation(by, today.day(), id, details(station, number, unlicensed, suspended, chance));
        if (unlicensed) {
            return;
        }
        for (int n = 0; n < 1 + number % 2; n++) {
            LocalDate validTo = LAST_DAY.plusDays(number % 9 == 0 ? 20 + n : 200 + number * 11L);
            files.addTank(
                    by,
                    today.day(),
                    id,
                    new TankDetails("容17示例%04d".formatted(number * 10 + n), new BigDecimal("50.00"), validTo));
        }
        staff(by, id, number);
    }

    private StationDetails details(Placed station, int number, boolean unlicensed, boolean suspended, Random chance) {
        LocalDate from = LocalDate.of(2020 + number % 3, 1 + number % 12, 10);
        LocalDate to = number % 11 == 0
                ? LAST_DAY.plusDays(30 + number % 20)
                : from.plusYears(4).minusDays(1);
        Licence licence = unlicensed
                ? new Licence("", "", null, null, "液化石油气", false)
                : new Licence(
                        "TS4299%03d-%d".formatted(number, to.getYear()), "示例省市场监督管理局", from, to, "液化石油气", suspended);
        int connectors = 4 + chance.nextInt(5);
        return new StationDetails(
                licence,
                new Equipment(connectors, connectors, true, number % 7 != 0, true, true, number % 10 != 0),
                new Papers(
                        "示例消验〔2020〕%d号".formatted(number),
                        unlicensed ? "" : "示例燃经2020%04d".formatted(number),
                        unlicensed ? null : LocalDate.of(2025, 6, 30),
                        LocalDate.of(2023, 1, 10),
                        LocalDate.of(2023, 6, 1 + number % 28)),
                new Traceability(
                        unlicensed ? "" : "示例气瓶追溯平台", !unlicensed, unlicensed ? null : LAST_DAY.minusDays(number % 5)),
                List.of(station.unit().address()),
                Map.of(CylinderSize.YSP12, 200 + chance.nextInt(300), CylinderSize.YSP35_5, 40 + chance.nextInt(80)));
    }

    private void staff(Caller by, long id, int number) {
        add(by, id, "演示安全总监" + number, Role.SAFETY_DIRECTOR, CertificateKind.A, number, 1);
        add(by, id, "演示安全员" + number, Role.SAFETY_OFFICER, CertificateKind.A, number, 2);
        add(by, id, "演示技术负责人" + number, Role.TECHNICAL_LEAD, null, number, 3);
        add(by, id, "演示充装员甲" + number, Role.FILLER, CertificateKind.P, number, 4);
        add(by, id, "演示充装员乙" + number, Role.FILLER, CertificateKind.P, number, 5);
        add(by, id, "演示检查员" + number, Role.CHECKER, CertificateKind.P, number, 6);
    }

    private void add(Caller by, long id, String name, Role role, @Nullable CertificateKind kind, int station, int n) {
        boolean expiring = (station * 7 + n) % 13 == 0;
        files.appoint(
                by,
                today.day(),
                id,
                new PersonDetails(
                        name,
                        role,
                        "1000001%03d%d".formatted(station, n),
                        LocalDate.of(2022, 3, 1),
                        LocalDate.of(2023, 3, 15),
                        kind,
                        kind == null ? "" : "示例证%03d%d".formatted(station, n),
                        kind == null ? null : expiring ? LAST_DAY.plusDays(10 + n * 5L) : LocalDate.of(2026, 3, 1 + n),
                        true,
                        true));
    }
}
