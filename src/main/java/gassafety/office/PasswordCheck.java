package gassafety.office;

import gassafety.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks a person once more who they are, where a signature needs it; guarded against guessing like the log-in. */
@Service
public class PasswordCheck {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final LoginFailures failures;

    PasswordCheck(Accounts accounts, PasswordEncoder encoder, LoginFailures failures) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.failures = failures;
    }

    /**
     * Returns when the password is this person's; a failure is remembered whatever becomes of the caller's transaction.
     *
     * @throws Refusal on the field {@code password} when it is wrong, or the name is locked after repeated failures
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Refusal.class)
    public void confirm(Caller person, @Nullable String password) {
        if (failures.locked(person.username())) {
            throw new Refusal("password", person.name() + "的密码输错次数太多，账号已锁定，请半小时后再试。");
        }
        boolean right = password != null
                && accounts.findByUsername(person.username())
                        .filter(Account::isEnabled)
                        .filter(account -> encoder.matches(password, account.getPasswordHash()))
                        .isPresent();
        if (!right) {
            failures.record(person.username());
            throw new Refusal("password", person.name() + "的密码不正确，没有签字。");
        }
        failures.forget(person.username());
    }
}
