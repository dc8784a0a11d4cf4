package gassafety.register;

import gassafety.office.Custody;
import gassafety.office.Office;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;

/** Any regulated unit, with its identity and its roles. */
@Entity
class Enterprise {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    @AttributeOverride(name = "enterpriseId", column = @Column(name = "id", insertable = false, updatable = false))
    @AttributeOverride(name = "enterpriseName", column = @Column(name = "name", insertable = false, updatable = false))
    private Custody custody;

    @Embedded
    private Identity identity;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "charge_office_id")
    private Office chargeOffice;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "enterprise_role", joinColumns = @JoinColumn(name = "enterprise_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<EnterpriseRole> roles = EnumSet.noneOf(EnterpriseRole.class);

    @SuppressWarnings("NullAway.Init")
    protected Enterprise() {}

    Enterprise(Office registrar, Registration registration) {
        chargeOffice = registration.chargeOffice();
        identity = registration.identity();
        custody = new Custody(registrar, 0, identity.name(), chargeOffice.getPath());
        roles.addAll(registration.roles());
    }

    void describe(Identity now, Set<EnterpriseRole> rolesNow) {
        identity = now;
        roles.retainAll(rolesNow);
        roles.addAll(rolesNow);
    }

    void reassign(Office office) {
        chargeOffice = office;
    }

    Unit unit() {
        return new Unit(
                id,
                identity.name(),
                identity.creditCode(),
                identity.address(),
                identity.responsiblePerson(),
                chargeOffice.getId(),
                chargeOffice.getPath(),
                chargeOffice.getShortName(),
                Set.copyOf(roles));
    }

    Identity identity() {
        return identity;
    }

    Set<EnterpriseRole> roles() {
        return roles;
    }

    Office chargeOffice() {
        return chargeOffice;
    }

    long getId() {
        return id;
    }

    int getVersion() {
        return version;
    }
}
