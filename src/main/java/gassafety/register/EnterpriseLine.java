package gassafety.register;

import gassafety.office.Custody;
import gassafety.web.Mask;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of the list of units: a view over the unit, its office in charge, its roles and its filling licence. */
@Entity
@Immutable
class EnterpriseLine {

    @Id
    private long id;

    @Embedded
    @AttributeOverride(name = "enterpriseId", column = @Column(name = "id", insertable = false, updatable = false))
    @AttributeOverride(name = "enterpriseName", column = @Column(name = "name", insertable = false, updatable = false))
    private Custody custody;

    private String name;
    private String creditCode;
    private String registeredAddress;
    private String address;
    private String legalRepresentative;
    private String responsiblePerson;
    private String responsiblePhone;

    @Enumerated(EnumType.STRING)
    private Identity.Status status;

    @Enumerated(EnumType.STRING)
    private Identity.@Nullable RiskLevel riskLevel;

    private @Nullable LocalDate keySince;
    private @Nullable LocalDate verifiedOn;
    private String search;
    private String chargeOfficeName;
    private @Nullable String aboveChargeOfficeName;
    private @Nullable String licenceNumber;
    private @Nullable LocalDate licenceValidTo;
    private @Nullable Boolean suspended;
    private @Nullable String roles;

    /** For filters only; lines show {@link #getRoleLabels}, which come with the line. */
    @ElementCollection
    @CollectionTable(name = "enterprise_role", joinColumns = @JoinColumn(name = "enterprise_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<EnterpriseRole> held = EnumSet.noneOf(EnterpriseRole.class);

    @SuppressWarnings("NullAway.Init")
    protected EnterpriseLine() {}

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getCreditCode() {
        return creditCode;
    }

    /** Where the unit is found: the actual address, or the registered one when that is all that is known. */
    public String getAddress() {
        return address.isEmpty() ? registeredAddress : address;
    }

    public String getLegalRepresentative() {
        return legalRepresentative;
    }

    public String getResponsiblePerson() {
        return responsiblePerson;
    }

    /** The phone number, masked. */
    public String getPhone() {
        return Mask.phone(responsiblePhone);
    }

    public Identity.Status getStatus() {
        return status;
    }

    public String getRisk() {
        return riskLevel == null ? "" : riskLevel.getLabel();
    }

    public @Nullable LocalDate getKeySince() {
        return keySince;
    }

    public @Nullable LocalDate getVerifiedOn() {
        return verifiedOn;
    }

    String chargePath() {
        return custody.getChargePath();
    }

    /** The office in charge with the one above it. */
    public String getChargeOfficeName() {
        return aboveChargeOfficeName == null ? chargeOfficeName : aboveChargeOfficeName + " " + chargeOfficeName;
    }

    public @Nullable String getLicenceNumber() {
        return licenceNumber;
    }

    public @Nullable LocalDate getLicenceValidTo() {
        return licenceValidTo;
    }

    public boolean isSuspended() {
        return Boolean.TRUE.equals(suspended);
    }

    public String getRoleLabels() {
        return roles == null
                ? ""
                : Stream.of(roles.split(","))
                        .map(role -> EnterpriseRole.valueOf(role).getLabel())
                        .collect(Collectors.joining("、"));
    }

    /** The filling licence as it stands on a day. */
    public Validity licenceOn(LocalDate day) {
        return Validity.of(licenceValidTo, day);
    }
}
