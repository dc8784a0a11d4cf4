package gassafety.register;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Stale;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What belongs to a unit on the books: its filling station, its people, its tanks. */
@Service
public class UnitFiles {

    private static final int NEW = -1;

    private final Enterprises enterprises;
    private final FillingStations stations;
    private final People people;
    private final Tanks tanks;
    private final Journal journal;

    UnitFiles(Enterprises enterprises, FillingStations stations, People people, Tanks tanks, Journal journal) {
        this.enterprises = enterprises;
        this.stations = stations;
        this.people = people;
        this.tanks = tanks;
        this.journal = journal;
    }

    /** Writes down what is known of the filling station of a unit, for the first time. */
    @Transactional
    public void describeStation(Caller by, LocalDate day, long enterpriseId, StationDetails details) {
        describeStation(by, day, enterpriseId, NEW, details);
    }

    /** @param version that the caller saw, or below zero when there was nothing yet */
    @Transactional
    void describeStation(Caller by, LocalDate day, long enterpriseId, int version, StationDetails details) {
        requireEditable(by, enterpriseId);
        FillingStation station = stations.findByEnterpriseId(enterpriseId).orElse(null);
        if (station == null) {
            stations.save(new FillingStation(enterpriseId, details));
            record(by, day, enterpriseId, "登记充装站信息");
            return;
        }
        requireUnchanged(version, station.getVersion());
        String account =
                StationForm.SHEET.account(StationForm.content(station.details()), StationForm.content(details));
        station.describe(details);
        record(by, day, enterpriseId, "充装站信息。" + account);
    }

    /** Adds someone who works at the unit; returns their number. */
    @Transactional
    public long appoint(Caller by, LocalDate day, long enterpriseId, PersonDetails details) {
        requireEditable(by, enterpriseId);
        Person person = people.save(new Person(enterpriseId, details));
        record(by, day, enterpriseId, "新增人员 " + titled(details));
        return person.getId();
    }

    @Transactional
    void describePerson(Caller by, LocalDate day, long enterpriseId, long id, int version, PersonDetails details) {
        requireEditable(by, enterpriseId);
        Person person = person(enterpriseId, id);
        requireUnchanged(version, person.getVersion());
        String account = PersonForm.SHEET.account(PersonForm.content(person.details()), PersonForm.content(details));
        person.describe(details);
        record(by, day, enterpriseId, "更新人员 " + titled(details) + "。" + account);
    }

    /** Takes someone off the unit's people; their certificate counts there no longer. */
    @Transactional
    public void dismiss(Caller by, LocalDate day, long enterpriseId, long id) {
        requireEditable(by, enterpriseId);
        Person person = person(enterpriseId, id);
        person.leave(day);
        record(by, day, enterpriseId, "人员离岗 " + titled(person.details()));
    }

    /** Adds a tank of the unit; returns its number. */
    @Transactional
    public long addTank(Caller by, LocalDate day, long enterpriseId, TankDetails details) {
        requireEditable(by, enterpriseId);
        Tank tank = tanks.save(new Tank(enterpriseId, details));
        record(by, day, enterpriseId, "新增储罐 " + details.registrationNumber());
        return tank.getId();
    }

    @Transactional
    void describeTank(Caller by, LocalDate day, long enterpriseId, long id, int version, TankDetails details) {
        requireEditable(by, enterpriseId);
        Tank tank = tank(enterpriseId, id);
        requireUnchanged(version, tank.getVersion());
        String account = TankForm.SHEET.account(TankForm.content(tank.details()), TankForm.content(details));
        tank.describe(details);
        record(by, day, enterpriseId, "更新储罐 " + details.registrationNumber() + "。" + account);
    }

    /** Takes a tank out of use. */
    @Transactional
    public void retireTank(Caller by, LocalDate day, long enterpriseId, long id) {
        requireEditable(by, enterpriseId);
        Tank tank = tank(enterpriseId, id);
        tank.retire(day);
        record(by, day, enterpriseId, "储罐停用 " + tank.details().registrationNumber());
    }

    private void requireEditable(Caller by, long enterpriseId) {
        Enterprise enterprise = enterprises.lock(enterpriseId, by.scope()).orElseThrow(NotFound::new);
        RegisterRights.requireEdit(by, enterprise.chargeOffice().getPath());
    }

    private Person person(long enterpriseId, long id) {
        return people.findByIdAndEnterpriseIdAndLeftOnIsNull(id, enterpriseId).orElseThrow(NotFound::new);
    }

    private Tank tank(long enterpriseId, long id) {
        return tanks.findByIdAndEnterpriseIdAndRetiredOnIsNull(id, enterpriseId).orElseThrow(NotFound::new);
    }

    private static void requireUnchanged(int seen, int now) {
        if (seen != now) {
            throw new Stale("您打开页面之后，这些内容已被别人修改。");
        }
    }

    private static String titled(PersonDetails person) {
        return person.name() + "（" + person.role().getLabel() + "）";
    }

    private void record(Caller by, LocalDate day, long enterpriseId, String note) {
        journal.record(Posting.of(Act.ENTERPRISE_UPDATED, day, by, new Source(SourceKind.ENTERPRISE, enterpriseId))
                .about(enterpriseId)
                .note(note));
    }
}
