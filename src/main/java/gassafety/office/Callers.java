package gassafety.office;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the offices, as they act. */
@Service
@Transactional(readOnly = true)
public class Callers {

    private final Accounts accounts;
    private final Offices offices;

    Callers(Accounts accounts, Offices offices) {
        this.accounts = accounts;
        this.offices = offices;
    }

    /** The person with this user name, with all offices above theirs loaded. */
    public Optional<Caller> byUsername(String username) {
        return accounts.findByUsername(username).filter(Account::isEnabled).map(this::withLineage);
    }

    /** The person with this account. */
    public Optional<Caller> byId(long accountId) {
        return accounts.byId(accountId).map(this::withLineage);
    }

    /** Those who work at the office of this path or below it and hold this role, in the order of their offices. */
    public List<Caller> workingBelow(String officePath, Role role) {
        offices.lineage(officePath);
        offices.below(officePath);
        return accounts.workingBelow(officePath, role).stream()
                .map(Account::caller)
                .toList();
    }

    private Caller withLineage(Account account) {
        offices.lineage(account.getOffice().getPath());
        return account.caller();
    }
}
