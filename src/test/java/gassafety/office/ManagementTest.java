package gassafety.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.SystemTest;
import gassafety.support.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SystemTest
class ManagementTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Test
    void healthIsToldToAnyoneWithoutDetails() {
        assertThat(browser.get().uri("/actuator/health"))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.components")
                .extractingPath("$.status")
                .isEqualTo("UP");
    }

    @Test
    void metricsAreForAdministrators() {
        World.Bureau bureau = world.bureau();
        Caller administrator = world.hire(bureau.city(), Role.ADMINISTRATOR);
        assertThat(browser.get().uri("/actuator/prometheus")).hasRedirectedUrl("/login");
        assertThat(browser.get().uri("/actuator/prometheus").with(as(bureau.leader())))
                .hasStatus(403);
        assertThat(browser.get().uri("/actuator/prometheus").with(as(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains("jvm_memory_used_bytes");
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Caller caller) {
        return user(caller.username())
                .roles(caller.roles().stream().map(Role::name).toArray(String[]::new));
    }
}
