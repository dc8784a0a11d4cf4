package gassafety.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.SystemTest;
import gassafety.support.World;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class PasswordTest {

    private static final String GIVEN = "Given-by-another-1";
    private static final String OWN = "Nur-fuer-mich-7";

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcClient jdbc;

    String newcomer = "";

    @BeforeEach
    void someoneIsNew() {
        Office office = world.bureau().fieldOffice();
        newcomer = "new" + office.getId();
        accounts.save(new Account(newcomer, encoder.encode(GIVEN), "演示员新", office, Set.of(Role.INSPECTOR))
                .toChangePassword());
    }

    @ParameterizedTest
    @CsvSource({"/", "/me", "/annex3", "/no-such-page", "/actuator/prometheus"})
    void withAPasswordFromSomeoneElseOnlyThePasswordPageOpens(String address) {
        Set<Role> roles = Set.of(Role.ADMINISTRATOR);
        Office office = world.bureau().city();
        String administrator = "adm" + office.getId();
        accounts.save(new Account(administrator, encoder.encode(GIVEN), "演示员管", office, roles).toChangePassword());
        assertThat(browser.get().uri(address).with(user(administrator).roles("ADMINISTRATOR")))
                .hasRedirectedUrl("/password");
        assertThat(browser.get().uri("/password").with(user(administrator))).hasStatusOk();
    }

    @Test
    void anOwnPasswordOpensEverythingAndWorksAtTheNextLogIn() {
        assertThat(change(GIVEN, OWN, OWN)).hasRedirectedUrl("/");
        assertThat(browser.get().uri("/me").with(user(newcomer))).hasStatusOk();
        assertThat(logIn(newcomer, OWN)).hasRedirectedUrl("/");
        assertThat(logIn(newcomer, GIVEN)).hasRedirectedUrl("/login?wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "Short-1, 至少 10 个字符",
        "alllowercase, 至少 3 种",
        "lower2upper, 至少 3 种",
        "Welcome@123, 太常见",
        "Given-by-another-1, 最近 5 次",
    })
    void aWeakPasswordIsRefusedBesideItsField(String weak, String sentence) {
        refused(change(GIVEN, weak, weak), "fresh", sentence);
    }

    @Test
    void theUserNameInItIsRefused() {
        String named = "A-" + newcomer.toUpperCase(java.util.Locale.ROOT) + "-2023";
        refused(change(GIVEN, named, named), "fresh", "不能包含用户名");
    }

    @Test
    void moreThanTheHashLooksAtIsRefused() {
        String endless = "Aa1-" + "气".repeat(100_000);
        refused(change(GIVEN, endless, endless), "fresh", "最多");
        refused(change(endless, OWN, OWN), "present", "当前密码不正确");
        assertThat(logIn(newcomer, endless)).hasRedirectedUrl("/login?wrong");
    }

    @Test
    void twoDifferentNewPasswordsAreRefused() {
        refused(change(GIVEN, OWN, OWN + "x"), "repeated", "不一致");
    }

    @Test
    void absentFieldsAreRefused() {
        assertThat(browser.post().uri("/password").with(user(newcomer)).with(csrf()))
                .hasStatus(422);
    }

    @Test
    void guessingThePresentPasswordLocksLikeGuessingAtTheLogIn() {
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(change("wrong", OWN, OWN), "present", "当前密码不正确");
        }
        refused(change(GIVEN, OWN, OWN), "present", "30 分钟后再试");
        assertThat(logIn(newcomer, GIVEN)).hasRedirectedUrl("/login?locked");
    }

    @Test
    void noneOfTheLastFiveComesBackButTheSixthMay() {
        String present = GIVEN;
        for (String next : List.of("Second-pass-2", "Third-pass-33", "Fourth-pass-4", "Fifth-pass-55")) {
            assertThat(change(present, next, next)).hasRedirectedUrl("/");
            present = next;
        }
        refused(change(present, GIVEN, GIVEN), "fresh", "最近 5 次");
        assertThat(change(present, "Sixth-pass-66", "Sixth-pass-66")).hasRedirectedUrl("/");
        assertThat(change("Sixth-pass-66", GIVEN, GIVEN)).hasRedirectedUrl("/");
    }

    @Test
    void theOtherSessionsOfTheAccountEnd() {
        Cookie elsewhere = session(logIn(newcomer, GIVEN));
        Cookie here = session(logIn(newcomer, GIVEN));
        assertThat(browser.post()
                        .uri("/password")
                        .param("present", GIVEN)
                        .param("fresh", OWN)
                        .param("repeated", OWN)
                        .cookie(here)
                        .with(csrf()))
                .hasRedirectedUrl("/");
        assertThat(browser.get().uri("/me").cookie(elsewhere)).hasRedirectedUrl("/login");
    }

    @Test
    void theSharedPasswordOfTheDemonstrationStays() {
        newcomer = world.bureau().inspector().username();
        refused(change(DemoPassword.VALUE, OWN, OWN), "present", "演示账号共用一个密码");
    }

    @Test
    void typedPasswordsAreNeverSentBack() {
        Document page = page(change(GIVEN, OWN, OWN + "x"));
        assertThat(page.outerHtml()).doesNotContain(GIVEN).doesNotContain(OWN);
    }

    @Test
    void anAccountNobodyUsedForNinetyDaysIsRefusedWithAReason() {
        lastUsed(newcomer, 91);
        assertThat(logIn(newcomer, GIVEN)).hasRedirectedUrl("/login?unused");
        assertThat(page(browser.get().uri("/login").queryParam("unused", "").exchange())
                        .text())
                .contains("超过 90 天没有使用");
    }

    @Test
    void whoDoesNotKnowThePasswordIsNotToldThatTheAccountIsAbandoned() {
        lastUsed(newcomer, 91);
        assertThat(logIn(newcomer, "wrong")).hasRedirectedUrl("/login?wrong");
    }

    @Test
    void demoAccountsAreExemptFromBoth() {
        Caller demo = world.bureau().inspector();
        lastUsed(demo.username(), 400);
        assertThat(logIn(demo.username(), DemoPassword.VALUE)).hasRedirectedUrl("/");
        assertThat(browser.get().uri("/me").with(user(demo.username()))).hasStatusOk();
    }

    private void lastUsed(String username, int daysAgo) {
        jdbc.sql("""
                        update account set last_login_at = now() - make_interval(days => :days),
                            password_changed_at = now() - make_interval(days => :days)
                        where username = :username
                        """).param("days", daysAgo).param("username", username).update();
    }

    private MvcTestResult change(String present, String fresh, String repeated) {
        return browser.post()
                .uri("/password")
                .param("present", present)
                .param("fresh", fresh)
                .param("repeated", repeated)
                .with(user(newcomer))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult logIn(String username, String password) {
        return browser.post()
                .uri("/login")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private static Cookie session(MvcTestResult logIn) {
        return Objects.requireNonNull(logIn.getResponse().getCookie("SESSION"));
    }

    private static void refused(MvcTestResult result, String field, String sentence) {
        assertThat(result).hasStatus(422);
        assertThat(page(result).select("#" + field + "-error").text()).contains(sentence);
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(
                new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
