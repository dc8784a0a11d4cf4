package gassafety.web;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.support.SystemTest;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SystemTest
class StaticFilesTest {

    @Autowired
    MockMvcTester web;

    @Test
    void everyFileOfAPageIsNamedByItsContentAndKeptByTheBrowser() throws IOException {
        Document page =
                Jsoup.parse(web.get().uri("/login").exchange().getResponse().getContentAsString());
        List<String> files = page.select("link[href], script[src]").stream()
                .map(file -> file.attr("href") + file.attr("src"))
                .toList();
        assertThat(files).hasSizeGreaterThan(5).allSatisfy(file -> {
            assertThat(file).matches(".*-[0-9a-f]{32}[.](css|js|svg)");
            assertThat(web.get().uri(file))
                    .hasStatusOk()
                    .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
        });
    }

    @Test
    void theServiceWorkerAndThePageForTimesWithoutNetworkAreThereForEveryone() {
        assertThat(web.get().uri("/sw.js"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/javascript")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        assertThat(web.get().uri("/offline")).hasStatusOk().bodyText().contains("现在没有网络");
    }

    @Test
    void theIconsOfAStyleSheetAreFoundFromIt() throws IOException {
        Document page =
                Jsoup.parse(web.get().uri("/login").exchange().getResponse().getContentAsString());
        String sheet = page.select("link[href*=bootstrap-icons]").attr("href");
        String style = web.get().uri(sheet).exchange().getResponse().getContentAsString();
        String font = style.replaceAll("(?s).*url\\(\"?([^\")]+woff2[^\")]*).*", "$1");
        assertThat(web.get().uri(java.net.URI.create(sheet).resolve(font).toString()))
                .hasStatusOk();
    }
}
