package gassafety.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import gassafety.support.SystemTest;
import gassafety.support.World;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class LockOutTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Test
    void theRightPasswordLetsIn() {
        Caller someone = world.bureau().inspector();
        assertThat(logIn(someone.username(), DemoPassword.VALUE)).hasRedirectedUrl("/");
    }

    @Test
    void afterAWrongPasswordTheNameNeedNotBeTypedAgain() {
        Cookie session = Objects.requireNonNull(
                browser.get().uri("/login").exchange().getResponse().getCookie("SESSION"));
        assertThat(browser.post()
                        .uri("/login")
                        .cookie(session)
                        .param("username", "someone")
                        .param("password", "wrong")
                        .with(csrf()))
                .hasRedirectedUrl("/login?wrong");
        assertThat(browser.get().uri("/login?wrong").cookie(session)).bodyText().contains("value=\"someone\"");
        assertThat(browser.get().uri("/login").cookie(session)).bodyText().doesNotContain("someone");
    }

    @Test
    void fiveWrongPasswordsLockTheNameEvenForTheRightOne() {
        Caller someone = world.bureau().inspector();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(logIn(someone.username(), "wrong")).hasRedirectedUrl("/login?wrong");
        }
        assertThat(logIn(someone.username(), DemoPassword.VALUE)).hasRedirectedUrl("/login?locked");
    }

    @Test
    void aNameNobodyHasIsLockedJustTheSame() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(logIn("nobody-here", "wrong")).hasRedirectedUrl("/login?wrong");
        }
        assertThat(logIn("nobody-here", "wrong")).hasRedirectedUrl("/login?locked");
    }

    private MvcTestResult logIn(String username, String password) {
        return browser.post()
                .uri("/login")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
