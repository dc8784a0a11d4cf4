package gassafety.office;

import gassafety.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's own passwords: changed by who knows the present one, never back to one of the last five. */
@Service
class Passwords {

    private static final int REMEMBERED = 5;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final LoginFailures failures;
    private final JdbcClient jdbc;

    Passwords(Accounts accounts, PasswordEncoder encoder, LoginFailures failures, JdbcClient jdbc) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.failures = failures;
        this.jdbc = jdbc;
    }

    /**
     * Changes the password and ends the account's other sessions.
     *
     * @param session id of the session that stays
     * @throws Refusal when the present password is wrong, or the new one is not good enough
     */
    @Transactional(noRollbackFor = Refusal.class)
    public void change(String username, String present, String fresh, String session) {
        Account account = accounts.findByUsername(username).orElseThrow();
        if (account.isDemo()) {
            throw new Refusal("present", "演示账号共用一个密码，不能修改。");
        }
        requirePresent(account, present);
        requireGood(account, fresh);
        remember(account, account.getPasswordHash());
        account.changePassword(encoder.encode(fresh), Instant.now());
        jdbc.sql("delete from spring_session where principal_name = :username and session_id <> :session")
                .param("username", username)
                .param("session", session)
                .update();
    }

    /** Guessing here counts like guessing at the log-in. */
    private void requirePresent(Account account, String present) {
        if (failures.locked(account.getUsername())) {
            throw new Refusal("present", "输错次数过多，请 30 分钟后再试。");
        }
        if (!encoder.matches(present, account.getPasswordHash())) {
            failures.record(account.getUsername());
            throw new Refusal("present", "当前密码不正确。");
        }
    }

    private void requireGood(Account account, String fresh) {
        List<PasswordRule> broken = PasswordPolicy.broken(fresh, account.getUsername());
        if (!broken.isEmpty()) {
            throw new Refusal(
                    "fresh", broken.stream().map(PasswordRule::sentence).collect(Collectors.joining("；", "", "。")));
        }
        boolean used = Stream.concat(Stream.of(account.getPasswordHash()), earlier(account).stream())
                .anyMatch(hash -> encoder.matches(fresh, hash));
        if (used) {
            throw new Refusal("fresh", "不能使用最近 " + REMEMBERED + " 次用过的密码。");
        }
    }

    /** Those before the present one. */
    private List<String> earlier(Account account) {
        return jdbc.sql("""
                        select password_hash from password_history
                        where account_id = :account order by set_at desc limit :most
                        """)
                .param("account", account.getId())
                .param("most", REMEMBERED - 1)
                .query(String.class)
                .list();
    }

    private void remember(Account account, String hash) {
        jdbc.sql(
                        "insert into password_history (account_id, password_hash, set_at) values (:account, :hash, clock_timestamp())")
                .param("account", account.getId())
                .param("hash", hash)
                .update();
    }
}
