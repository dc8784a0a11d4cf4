package gassafety.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 尽职履责档案: all that an inspector did, in order of time, for those who may know. */
@DemoTest
class DutyTest {

    private static final String OCTOBER = "?from=2023-10-01&to=2023-10-31";

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyActAndSignatureOfThePeriodIsListed() {
        long acts = count("""
                select count(*) from journal_entry where by_account_id = :id
                    and occurred_on between '2023-10-01' and '2023-10-31'
                """);
        long signatures = count("""
                select count(*) from inspection_signature where account_id = :id
                    and signed_at >= '2023-10-01 00:00+08' and signed_at < '2023-11-01 00:00+08'
                """);
        long rechecks = count("""
                select count(*) from journal_entry where by_account_id = :id and act like 'RECHECK%'
                    and occurred_on between '2023-10-01' and '2023-10-31'
                """);
        assertThat(List.of(acts, signatures, rechecks)).doesNotContain(0L);
        Document page = page("inspector", address() + OCTOBER);
        assertThat(total(page)).isEqualTo(acts + signatures);
        assertThat(page.select("[data-kind=SIGNED]").text()).isEqualTo(String.valueOf(signatures));
        assertThat(page.select("[data-kind=RECHECKED]").text()).isEqualTo(String.valueOf(rechecks));
        assertThat(total(page("inspector", address() + OCTOBER + "&kind=RECHECKED")))
                .isEqualTo(rechecks);
    }

    @Test
    void itIsInOrderOfTimeAndInPages() {
        Document first = page("inspector", address());
        List<String> times = first.select("td[data-label=时间]").stream()
                .map(cell -> cell.ownText().strip())
                .toList();
        assertThat(times).hasSizeBetween(2, 50).isSorted();
        Document last = page("inspector", address() + "?page=99999");
        assertThat(last.select("tbody tr").last().select("td").first().text()).isEqualTo(String.valueOf(total(first)));
        String record = last.select("td[data-label=记录] a").attr("href");
        assertThat(answer("inspector", record)).hasStatusOk();
    }

    @Test
    void theHeadAndTheBureausAboveReadItAndNobodyElse() {
        for (String reader : List.of("inspector", "chief", "beilingspecial", "beilinghead", "special", "leader")) {
            assertThat(total(page(reader, address() + OCTOBER))).as(reader).isPositive();
        }
        for (String other : List.of("inspector2", "qiheinspector", "qihehead")) {
            assertThat(answer(other, address())).as(other).hasStatus(404);
        }
        for (String outside : List.of("station", "admin", "auditor")) {
            assertThat(answer(outside, address())).as(outside).hasStatus(403);
            assertThat(answer(outside, "/duty")).as(outside).hasStatus(403);
        }
        assertThat(answer("leader", "/duty/999999999")).hasStatus(404);
        assertThat(answer("leader", "/duty/" + id("special"))).hasStatus(404);
    }

    @Test
    void theListLeadsToThoseOnesOwnOfficesHave() {
        long below = jdbc.sql("""
                        select count(*) from account join account_role on account_id = account.id
                            join office on office.id = office_id
                        where role = 'INSPECTOR' and enabled
                            and starts_with(path, (select path from office where code = 'beiling'))
                        """).query(Long.class).single();
        Document page = page("beilingspecial", "/duty");
        assertThat(total(page)).isEqualTo(below);
        assertThat(page.select("a[href=" + address() + "]")).hasSize(1);
        assertThat(answer("inspector", "/duty")).hasRedirectedUrl(address());
        assertThat(page("inspector", "/me").select("a[href=" + address() + "]").text())
                .isEqualTo("我的履责档案");
    }

    @Test
    void aWrongPeriodIsKeptAndSaidBesideItsField() {
        MvcTestResult answer = answer("inspector", address() + "?from=soon&to=2023-10-31&kind=NOPE");
        assertThat(answer).hasStatus(422);
        Document page = parsed(answer);
        assertThat(page.select("#from").attr("value")).isEqualTo("soon");
        assertThat(page.select("#from-error").text()).contains("请按 2023-09-04 的样子填写");
        assertThat(page.select("#kind-error")).hasSize(1);
        assertThat(answer("inspector", address() + "?from=2023-10-02&to=2023-10-01"))
                .hasStatus(422);
    }

    private String address() {
        return "/duty/" + id("inspector");
    }

    private long id(String username) {
        return jdbc.sql("select id from account where username = :name")
                .param("name", username)
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("id", id("inspector")).query(Long.class).single();
    }

    private static long total(Document page) {
        return Long.parseLong(page.select("[data-total]").attr("data-total"));
    }

    private Document page(String username, String address) {
        MvcTestResult answer = answer(username, address);
        assertThat(answer).hasStatusOk();
        return parsed(answer);
    }

    private static Document parsed(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult answer(String username, String address) {
        return browser.get().uri(URI.create(address)).with(user(username)).exchange();
    }
}
