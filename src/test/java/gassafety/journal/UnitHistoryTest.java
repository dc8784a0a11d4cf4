package gassafety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A unit reads what was done about it, and not what offices draft, order and read among themselves. */
@DemoTest
class UnitHistoryTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aUnitReadsOfItsHistoryWhatConcernsIt() {
        long unit = jdbc.sql("select enterprise_id from account where username = 'station'")
                .query(Long.class)
                .single();
        String address = "/enterprises/" + unit;
        assertThat(history("station", address)).contains("完成监督检查", "登记隐患").doesNotContain("起草", "提请签发", "开始检查");
        assertThat(history("special", address)).contains("起草", "提请签发");
    }

    private String history(String username, String address) {
        MvcTestResult answer = browser.get().uri(address).with(user(username)).exchange();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .select(".flow")
                .text();
    }
}
