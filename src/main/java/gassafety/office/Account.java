package gassafety.office;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** A person's way in: who they are, where they work, what they may do, and the certificate they enforce with. */
@Entity
class Account {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(90);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String username;
    private String passwordHash;
    private String displayName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "office_id")
    private Office office;

    private @Nullable Long enterpriseId;

    /** Written by the database, which knows the units. */
    @Generated
    @Column(insertable = false, updatable = false)
    private @Nullable String enterpriseName;

    private @Nullable String certificateKind;
    private @Nullable String certificateNumber;
    private @Nullable LocalDate certificateValidTo;
    private boolean enabled = true;
    private boolean demo;
    private boolean mustChangePassword;
    private Instant passwordChangedAt = Instant.now();
    private @Nullable Instant lastLoginAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    @SuppressWarnings("NullAway.Init")
    Account(String username, String passwordHash, String displayName, Office office, Set<Role> roles) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.office = office;
        this.roles = EnumSet.copyOf(roles);
    }

    Account certified(String kind, String number, LocalDate validTo) {
        certificateKind = kind;
        certificateNumber = number;
        certificateValidTo = validTo;
        return this;
    }

    Account ofEnterprise(long id) {
        enterpriseId = id;
        return this;
    }

    Account forDemonstration() {
        demo = true;
        return this;
    }

    Account toChangePassword() {
        mustChangePassword = true;
        return this;
    }

    void changePassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
        mustChangePassword = false;
    }

    void loggedIn(Instant at) {
        lastLoginAt = at;
    }

    /** Whether nobody has used this account for so long that it must not be used any more; demo accounts stay open. */
    boolean isAbandoned(Instant now) {
        Instant used = lastLoginAt == null || lastLoginAt.isBefore(passwordChangedAt) ? passwordChangedAt : lastLoginAt;
        return !demo && used.isBefore(now.minus(LONGEST_PAUSE));
    }

    Caller caller() {
        return new Caller(
                id,
                username,
                displayName,
                office,
                roles,
                enterpriseId,
                enterpriseName,
                certificateNumber == null || certificateKind == null || certificateValidTo == null
                        ? null
                        : new Certificate(certificateKind, certificateNumber, certificateValidTo),
                mustChangePassword);
    }

    long getId() {
        return id;
    }

    String getUsername() {
        return username;
    }

    String getPasswordHash() {
        return passwordHash;
    }

    Office getOffice() {
        return office;
    }

    Set<Role> getRoles() {
        return roles;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isDemo() {
        return demo;
    }

    boolean isMustChangePassword() {
        return mustChangePassword;
    }

    @Nullable
    Instant getLastLoginAt() {
        return lastLoginAt;
    }
}
