package gassafety.register;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Offices;
import gassafety.office.Scope;
import gassafety.web.Mask;
import gassafety.web.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads everything the register shows of one unit. */
@Service
@Transactional(readOnly = true)
class UnitRecords {

    private final Enterprises enterprises;
    private final FillingStations stations;
    private final People people;
    private final Tanks tanks;
    private final Offices offices;
    private final Today today;
    private final JdbcClient jdbc;

    UnitRecords(
            Enterprises enterprises,
            FillingStations stations,
            People people,
            Tanks tanks,
            Offices offices,
            Today today,
            JdbcClient jdbc) {
        this.enterprises = enterprises;
        this.stations = stations;
        this.people = people;
        this.tanks = tanks;
        this.offices = offices;
        this.today = today;
        this.jdbc = jdbc;
    }

    UnitRecord require(long id, Caller caller) {
        Enterprise enterprise = enterprises.find(id, caller.scope()).orElseThrow(NotFound::new);
        LocalDate day = today.day();
        UnitRecord.Station station = station(id, day);
        return new UnitRecord(
                id,
                enterprise.getVersion(),
                enterprise.identity(),
                Mask.phone(enterprise.identity().responsiblePhone()),
                enterprise.roles().stream().sorted().toList(),
                offices.byId(enterprise.chargeOffice().getId()).orElseThrow(NotFound::new),
                station,
                people.findByEnterpriseIdAndLeftOnIsNullOrderById(id).stream()
                        .map(person -> staff(person, day))
                        .toList(),
                tanks.findByEnterpriseIdAndRetiredOnIsNullOrderById(id).stream()
                        .map(tank -> vessel(tank, day))
                        .toList(),
                warnings(id, station, enterprise, caller.scope(), day));
    }

    /** The same, for someone who wants to change it. */
    UnitRecord requireEditable(long id, Caller caller) {
        UnitRecord unit = require(id, caller);
        RegisterRights.requireEdit(caller, unit.chargeOffice().getPath());
        return unit;
    }

    private UnitRecord.@Nullable Station station(long id, LocalDate day) {
        return stations.findByEnterpriseId(id)
                .map(found -> new UnitRecord.Station(
                        found.details(),
                        found.getVersion(),
                        Validity.of(found.details().licence().licenceValidTo(), day),
                        Validity.of(found.details().papers().gasLicenceValidTo(), day)))
                .orElse(null);
    }

    private static UnitRecord.Staff staff(Person person, LocalDate day) {
        PersonDetails details = person.details();
        return new UnitRecord.Staff(
                person.getId(),
                person.getVersion(),
                details,
                Mask.phone(details.phone()),
                Validity.of(details.certificateValidTo(), day));
    }

    private static UnitRecord.Vessel vessel(Tank tank, LocalDate day) {
        return new UnitRecord.Vessel(
                tank.getId(),
                tank.getVersion(),
                tank.details(),
                Validity.of(tank.details().inspectionValidTo(), day));
    }

    private List<String> warnings(
            long id, UnitRecord.@Nullable Station station, Enterprise enterprise, Scope scope, LocalDate day) {
        List<String> warnings = new ArrayList<>();
        if (station != null) {
            StationWarning.of(station.details(), day).forEach(warning -> warnings.add(warning.sentence()));
        } else if (enterprise.roles().contains(EnterpriseRole.FILLING_STATION)) {
            warnings.add("还没有登记充装站信息，系统按没有充装许可证处理");
        }
        warnings.addAll(borrowedCertificates(id, scope));
        return warnings;
    }

    /** 挂证: certificates of this unit's people that are on the books of another unit too. */
    private List<String> borrowedCertificates(long id, Scope scope) {
        return jdbc.sql("""
                        select here.name as person, here.certificate_number, e.id, e.name, e.office_path, e.charge_path
                        from person here
                            join person there on there.certificate_number = here.certificate_number
                                and there.enterprise_id <> here.enterprise_id
                            join enterprise e on e.id = there.enterprise_id
                        where here.enterprise_id = :id and here.left_on is null and there.left_on is null
                            and here.certificate_number <> '' and there.certificate_number <> ''
                        order by here.id, e.id
                        limit 50
                        """)
                .param("id", id)
                .query((row, number) -> {
                    boolean named =
                            scope.covers(row.getString("office_path")) || scope.covers(row.getString("charge_path"));
                    return "疑似挂证：%s的证书 %s 同时登记在%s"
                            .formatted(
                                    row.getString("person"),
                                    row.getString("certificate_number"),
                                    named ? row.getString("name") : "本辖区以外的另一家单位");
                })
                .list();
    }
}
