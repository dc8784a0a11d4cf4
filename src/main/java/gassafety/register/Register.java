package gassafety.register;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.LicenceState;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Office;
import gassafety.office.Scope;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units on the books: registers and changes them, and tells other rooms what it knows. */
@Service
public class Register {

    private final Enterprises enterprises;
    private final FillingStations stations;
    private final People people;
    private final Journal journal;
    private final JdbcClient jdbc;

    Register(Enterprises enterprises, FillingStations stations, People people, Journal journal, JdbcClient jdbc) {
        this.enterprises = enterprises;
        this.stations = stations;
        this.people = people;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** The unit with this id within the scope; {@link NotFound} otherwise. */
    @Transactional(readOnly = true)
    public Unit require(long id, Scope scope) {
        return enterprises.find(id, scope).map(Enterprise::unit).orElseThrow(NotFound::new);
    }

    /** Custody of a record that this office makes about this unit. */
    public Custody custody(Unit unit, Office maker) {
        return new Custody(maker, unit.id(), unit.name(), unit.chargePath());
    }

    /** Puts a unit on the books of which only its identity is known; see the other method. */
    @Transactional
    public Unit register(
            Caller by,
            LocalDate day,
            Office chargeOffice,
            String name,
            String creditCode,
            String address,
            String responsiblePerson,
            Set<EnterpriseRole> roles) {
        return register(
                by,
                day,
                new Registration(chargeOffice, Identity.of(name, creditCode, address, responsiblePerson), roles));
    }

    /**
     * Puts a unit on the books.
     *
     * @throws gassafety.web.Forbidden when the caller does not register units of this office
     * @throws Refusal when the credit code is wrong or already on the books, or there is no role
     */
    @Transactional
    public Unit register(Caller by, LocalDate day, Registration registration) {
        RegisterRights.requireEdit(by, registration.chargeOffice().getPath());
        RegisterRights.requireTarget(by, registration.chargeOffice());
        check(registration.identity(), registration.roles(), 0);
        Enterprise enterprise = enterprises.save(new Enterprise(by.office(), registration));
        record(Act.ENTERPRISE_REGISTERED, by, day, enterprise, "");
        return enterprise.unit();
    }

    /**
     * Changes what is known of a unit.
     *
     * @param version that the caller saw
     * @throws Stale when someone changed it meanwhile
     */
    @Transactional
    Unit change(Caller by, LocalDate day, long id, int version, Identity identity, Set<EnterpriseRole> roles) {
        Enterprise enterprise = enterprises.lock(id, by.scope()).orElseThrow(NotFound::new);
        RegisterRights.requireEdit(by, enterprise.chargeOffice().getPath());
        if (enterprise.getVersion() != version) {
            throw new Stale("您打开页面之后，这个单位的档案已被别人修改。");
        }
        check(identity, roles, id);
        String account = EnterpriseForm.SHEET.account(
                EnterpriseForm.content(enterprise.identity(), enterprise.roles()),
                EnterpriseForm.content(identity, roles));
        enterprise.describe(identity, roles);
        record(Act.ENTERPRISE_UPDATED, by, day, enterprise, account);
        return enterprise.unit();
    }

    /**
     * Gives a unit another office in charge; all records about it are read there from now on, and those it leaves
     * behind are still read where they were made.
     *
     * @param reason shown in the unit's history
     */
    @Transactional
    public void reassign(Caller by, LocalDate day, long id, Office to, String reason) {
        Enterprise enterprise = enterprises.lock(id, by.scope()).orElseThrow(NotFound::new);
        Office from = enterprise.chargeOffice();
        RegisterRights.requireReassign(by, from.getPath());
        RegisterRights.requireTarget(by, to);
        if (from.getId() == to.getId()) {
            throw new Refusal("chargeOffice", "现在就由这个单位负责监管，没有变更。");
        }
        if (reason.isBlank()) {
            throw new Refusal("reason", "请写明变更原因。");
        }
        record(Act.ENTERPRISE_REASSIGNED, by, day, enterprise, from.getName() + " → " + to.getName() + "。" + reason);
        enterprise.reassign(to);
    }

    /** The filling licence of a unit on a day: 有证, 许可到期, or 无证 when it never had one. */
    @Transactional(readOnly = true)
    public LicenceState licenceOn(long enterpriseId, LocalDate day) {
        return stations.findByEnterpriseId(enterpriseId)
                .map(station -> station.licenceOn(day))
                .orElse(LicenceState.UNLICENSED);
    }

    /** People of a unit who can be made responsible for a rectification, as 姓名（职务）. */
    @Transactional(readOnly = true)
    public List<String> responsiblePeople(long enterpriseId) {
        Stream<String> head = jdbc
                .sql("select responsible_person from enterprise where id = :id")
                .param("id", enterpriseId)
                .query(String.class)
                .stream()
                .filter(name -> !name.isEmpty())
                .map(name -> titled(name, PersonDetails.Role.RESPONSIBLE));
        Stream<String> staff = people.findByEnterpriseIdAndLeftOnIsNullOrderById(enterpriseId).stream()
                .map(Person::details)
                .map(person -> titled(person.name(), person.role()));
        return Stream.concat(head, staff).distinct().toList();
    }

    /** The credit codes of these units; empty for those that have none. */
    @Transactional(readOnly = true)
    public Map<Long, String> creditCodes(Collection<Long> ids) {
        Map<Long, String> codes = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, credit_code from enterprise where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        codes.put(row.getLong("id"), row.getString("credit_code"));
                    });
        }
        return codes;
    }

    /** The units within the scope that have one of these names or credit codes, at most so many. */
    @Transactional(readOnly = true)
    public List<Unit> called(Collection<String> names, Collection<String> creditCodes, int most, Scope scope) {
        return enterprises
                .page(
                        (unit, query, criteria) -> criteria.or(
                                unit.get("identity").get("name").in(names),
                                unit.get("identity").get("creditCode").in(creditCodes)),
                        scope,
                        1,
                        most,
                        Sort.by("id"))
                .map(Enterprise::unit)
                .getContent();
    }

    private static String titled(String name, PersonDetails.Role role) {
        return name + "（" + role.getLabel() + "）";
    }

    private void check(Identity identity, Set<EnterpriseRole> roles, long self) {
        if (roles.isEmpty()) {
            throw new Refusal("roles", "请至少选择一种监管类别。");
        }
        if (identity.creditCode().isEmpty()) {
            if (identity.status() != Identity.Status.UNREGISTERED) {
                throw new Refusal("creditCode", "请填写统一社会信用代码；只有“无照经营”的场所可以不填。");
            }
        } else if (!CreditCode.isValid(identity.creditCode())) {
            throw new Refusal("creditCode", "统一社会信用代码不正确：应为 18 位，最后一位是校验码，请对照营业执照核对。");
        } else {
            holderOf(identity.creditCode(), self).ifPresent(holder -> {
                throw new Refusal("creditCode", "这个统一社会信用代码已经建档，由" + holder + "负责监管，不能重复登记；请与该单位核实。");
            });
        }
    }

    /** Name of the office in charge of the unit with this code; nothing else of it is told outside its scope. */
    private Optional<String> holderOf(String creditCode, long self) {
        return jdbc.sql("""
                        select o.name from enterprise e join office o on o.id = e.charge_office_id
                        where e.credit_code = :code and e.credit_code <> '' and e.id <> :self
                        """)
                .param("code", creditCode)
                .param("self", self)
                .query(String.class)
                .optional();
    }

    private void record(Act act, Caller by, LocalDate day, Enterprise enterprise, String note) {
        journal.record(Posting.of(act, day, by, new Source(SourceKind.ENTERPRISE, enterprise.getId()))
                .about(enterprise.getId())
                .note(note));
    }
}
