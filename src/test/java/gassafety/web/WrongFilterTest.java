package gassafety.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** A list that is asked for something it does not offer says so, and leads back to itself without that filter. */
@DemoTest
class WrongFilterTest {

    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @CsvSource({
        "/tasks?q=站 & 点&state=NONE, state",
        "/tasks?due=15.11.2023&q=站 & 点, due",
        "/tasks.xlsx?plan=abc&q=站 & 点, plan",
        "/coverage?q=站 & 点&period=never, period",
        "/enterprises?q=站 & 点&role=BAKERY&page=3, role",
        "/enterprises?by=gestern&q=站 & 点, by",
        "/calendar?q=站 & 点&month=2023-13, month",
        "/outreach?evidence=some&q=站 & 点, evidence",
        "/cases?stage=LOST&q=站 & 点, stage",
        "/cases.xlsx?filed=2023-1&q=站 & 点, filed",
        "/cases?office=nowhere&q=站 & 点, office",
        "/directives?kind=LETTER&q=站 & 点, kind",
        "/clearing?level=HUGE&q=站 & 点, level",
        "/outreach?kind=DANCE&q=站 & 点, kind"
    })
    void aWrongFilterIsSaidAndCanBeLeftOut(String address, String filter) {
        String typed = UriComponentsBuilder.fromUriString(address.replace("站 & 点", "{q}"))
                .encode()
                .buildAndExpand("站 & 点")
                .toUriString();
        MvcTestResult answer = get(typed);
        assertThat(answer).hasStatus(422);
        Document page = page(answer);
        assertThat(page.select("h1").text()).isEqualTo("筛选条件不正确");
        Element back = page.select("a:contains(去掉这个条件)").first();
        assertThat(back).isNotNull();
        assertThat(back.attr("href")).doesNotContain(filter + "=", "page=", ".xlsx");
        MvcTestResult list = get(back.attr("href"));
        assertThat(list).hasStatusOk();
        assertThat(UriComponentsBuilder.fromUriString(back.attr("href"))
                        .build()
                        .getQueryParams()
                        .getFirst("q"))
                .isEqualTo("%E7%AB%99%20%26%20%E7%82%B9");
    }

    private MvcTestResult get(String address) {
        return browser.get()
                .uri(java.net.URI.create(address))
                .with(user("leader"))
                .exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
