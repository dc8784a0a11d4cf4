package gassafety.office;

import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Remembers when each account was last used, by system time. */
class Logins {

    private final Accounts accounts;
    private final Clock systemClock;

    Logins(Accounts accounts, Clock systemClock) {
        this.accounts = accounts;
        this.systemClock = systemClock;
    }

    @Transactional
    public void record(String username) {
        accounts.findByUsername(username).ifPresent(account -> account.loggedIn(systemClock.instant()));
    }
}
