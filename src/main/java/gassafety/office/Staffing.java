package gassafety.office;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up offices and accounts. */
@Service
public class Staffing {

    /** User name of the first administrator. */
    static final String FIRST = "admin";

    private final Offices offices;
    private final Accounts accounts;
    private final PasswordEncoder encoder;

    Staffing(Offices offices, Accounts accounts, PasswordEncoder encoder) {
        this.offices = offices;
        this.accounts = accounts;
        this.encoder = encoder;
    }

    /** Adds an office whose documents are numbered by the first character of its short name: 北市监. */
    @Transactional
    public Office found(
            String code, String name, String shortName, String initials, OfficeKind kind, @Nullable Office parent) {
        String first = shortName.substring(0, shortName.offsetByCodePoints(0, 1));
        return found(code, name, shortName, initials, first + "市监", kind, parent);
    }

    /**
     * Adds an office below its parent, or at the top when there is none.
     *
     * @param abbreviation what numbers of its official documents begin with: 北市监
     */
    @Transactional
    public Office found(
            String code,
            String name,
            String shortName,
            String initials,
            String abbreviation,
            OfficeKind kind,
            @Nullable Office parent) {
        return offices.save(new Office(code, name, shortName, initials, abbreviation, kind, parent));
    }

    /**
     * Adds a demo account: its password is {@link DemoPassword}, and it is exempt from the forced change.
     *
     * @param certificate of an inspector, else null
     * @param enterpriseId of an enterprise user, else null
     */
    @Transactional
    public Caller hireForDemonstration(
            String username,
            String name,
            Office office,
            Set<Role> roles,
            @Nullable Certificate certificate,
            @Nullable Long enterpriseId) {
        Account account = new Account(username, demoHash(), name, office, roles).forDemonstration();
        if (certificate != null) {
            account.certified(certificate.kind(), certificate.number(), certificate.validTo());
        }
        if (enterpriseId != null) {
            account.ofEnterprise(enterpriseId);
        }
        return accounts.save(account).caller();
    }

    /**
     * Adds the account {@value #FIRST} at the municipal bureau, which is founded when it is missing; its password must
     * be changed at the first log-in.
     *
     * @param password one that the policy allows
     */
    @Transactional
    Caller appointFirstAdministrator(String password) {
        Office bureau = offices.byCode("city")
                .orElseGet(() -> found("city", "市场监督管理局", "市局", "SJ", OfficeKind.MUNICIPAL_BUREAU, null));
        Account account = new Account(FIRST, encoder.encode(password), "系统管理员", bureau, Set.of(Role.ADMINISTRATOR));
        return accounts.save(account.toChangePassword()).caller();
    }

    /** Whether nobody has an account yet, so that a first administrator must be made. */
    public boolean isUnstaffed() {
        return accounts.count() == 0;
    }

    private @Nullable String demoHash;

    private synchronized String demoHash() {
        if (demoHash == null) {
            demoHash = encoder.encode(DemoPassword.VALUE);
        }
        return java.util.Objects.requireNonNull(demoHash);
    }
}
