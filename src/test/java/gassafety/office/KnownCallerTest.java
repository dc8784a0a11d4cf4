package gassafety.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import gassafety.support.SystemTest;
import gassafety.support.World;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is remembered of people and their logins is never more than what holds. */
@SystemTest
class KnownCallerTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    Caller leader;
    Cookie session;

    @BeforeEach
    void leaderIsAtWork() {
        leader = world.bureau().leader();
        session = Objects.requireNonNull(browser.post()
                .uri("/login")
                .param("username", leader.username())
                .param("password", DemoPassword.VALUE)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("SESSION"));
        assertThat(open("/hazards")).hasStatusOk();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
        jdbc.sql("delete from account_role where account_id = ?")
                .param(leader.accountId())
                .update();
        assertThat(open("/hazards")).hasStatus(403);
    }

    @Test
    void whoMovesToAnotherOfficeReadsWhatThatOfficeReads() {
        Office elsewhere = world.bureau().city();
        jdbc.sql("update account set office_id = ? where id = ?")
                .param(elsewhere.getId())
                .param(leader.accountId())
                .update();
        assertThat(open("/me")).bodyText().contains(elsewhere.getName());
    }

    @Test
    void anOfficeThatIsRenamedIsCalledSoToThoseWhoWorkThere() {
        jdbc.sql("update office set name = '改名后的市场监督管理局' where id = ?")
                .param(leader.office().getId())
                .update();
        assertThat(open("/me")).bodyText().contains("改名后的市场监督管理局");
    }

    @Test
    void aLoginThatIsEndedElsewhereIsOverHere() {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(leader.username())
                .update();
        assertThat(open("/hazards")).hasRedirectedUrl("/login");
    }

    @Test
    void aLoginThatWasNotUsedForHalfAnHourIsOver() {
        jdbc.sql("update spring_session set expiry_time = ? where principal_name = ?")
                .param(System.currentTimeMillis() - 1)
                .param(leader.username())
                .update();
        assertThat(open("/hazards")).hasRedirectedUrl("/login");
    }

    @Test
    void aLoginThatIsOnlyReadIsWrittenOnceAMinute() {
        long before = lastUsed();
        assertThat(open("/hazards")).hasStatusOk();
        assertThat(lastUsed()).isEqualTo(before);
        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000 where principal_name = ?")
                .param(leader.username())
                .update();
        assertThat(open("/hazards")).hasStatusOk();
        assertThat(lastUsed()).isGreaterThanOrEqualTo(before);
    }

    private long lastUsed() {
        return jdbc.sql("select last_access_time from spring_session where principal_name = ?")
                .param(leader.username())
                .query(Long.class)
                .single();
    }

    private MvcTestResult open(String address) {
        return browser.get().uri(address).cookie(session).exchange();
    }
}
