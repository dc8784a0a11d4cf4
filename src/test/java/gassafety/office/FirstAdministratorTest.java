package gassafety.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.deployment.Deployment;
import gassafety.deployment.StartupProblem;
import gassafety.support.SystemTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** A new system with an external database, nobody in it, and GASSAFETY_ADMIN_PASSWORD. */
@SystemTest
@TestPropertySource(properties = "gassafety.admin-password=" + FirstAdministratorTest.PASSWORD)
class FirstAdministratorTest {

    static final String PASSWORD = "Start-2026-x";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Staffing staffing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void comesInWithThatPasswordAndMustChangeIt() {
        assertThat(browser.post()
                        .uri("/login")
                        .param("username", "admin")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .hasRedirectedUrl("/");
        assertThat(browser.get().uri("/").with(user("admin"))).hasRedirectedUrl("/password");
    }

    @Test
    void isMadeOnlyOnce() {
        start(PASSWORD);
        assertThat(jdbc.sql("select username from account").query(String.class).list())
                .containsExactly("admin");
    }

    @Test
    @Transactional
    void isNotMadeWithAWeakPassword() {
        jdbc.sql("delete from account_role").update();
        jdbc.sql("delete from account").update();
        assertThatThrownBy(() -> start("admin123"))
                .isInstanceOfSatisfying(
                        StartupProblem.class,
                        problem -> assertThat(problem).hasMessageContaining("at least 10 characters"));
        assertThat(staffing.isUnstaffed()).isTrue();
    }

    private void start(String password) {
        new FirstAdministrator(new Deployment(false, false, Path.of("data")), staffing, password)
                .afterSingletonsInstantiated();
    }
}
