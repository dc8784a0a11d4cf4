package gassafety.office;

import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks passwords, and locks a name that was tried too often before it looks at the password at all. */
class LockingAuthenticationProvider extends DaoAuthenticationProvider {

    private final LoginFailures failures;

    LockingAuthenticationProvider(UserDetailsService accounts, PasswordEncoder encoder, LoginFailures failures) {
        super(accounts);
        setPasswordEncoder(encoder);
        // Only who knows the password is told what else is wrong with the account.
        setPreAuthenticationChecks(account -> {});
        setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        this.failures = failures;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        if (failures.locked(username)) {
            throw new LockedException("locked after repeated failures");
        }
        try {
            return super.authenticate(attempt);
        } catch (BadCredentialsException wrong) {
            failures.record(username);
            throw wrong;
        }
    }
}
