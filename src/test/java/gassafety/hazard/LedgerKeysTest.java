package gassafety.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import gassafety.support.Chromium;
import gassafety.support.DemoTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ledger is worked through by keys alone, with each record shown beside the list. */
@DemoTest
class LedgerKeysTest {

    @LocalServerPort
    int port;

    @Test
    void rowsAreMovedThroughShownTickedAndOpenedByKeys() {
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            Page page = chromium.desk("special");
            page.navigate("/hazards?view=OPEN");
            Locator rows = page.locator("table.hazards tbody tr");
            Locator pane = page.locator("#beside h2");
            page.keyboard().press("j");
            page.keyboard().press("ArrowDown");
            assertThat(rows.nth(2)).hasClass(Pattern.compile("cur"));
            assertThat(pane).hasText(rows.nth(2).locator(".what").innerText());
            page.keyboard().press("k");
            assertThat(pane).hasText(rows.nth(1).locator(".what").innerText());
            page.keyboard().press("x");
            assertThat(rows.nth(1).locator("input[name=hazard]")).isChecked();
            assertThat(page.locator(".bulk .picked")).hasText("已选 1 条");
            page.keyboard().press("?");
            assertThat(page.locator("dialog.keys")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog.keys")).isHidden();
            page.keyboard().press("/");
            assertThat(page.locator("#filter-q")).isFocused();
            page.keyboard().press("Escape");
            String record = rows.nth(1).locator(".what").getAttribute("href");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(Pattern.quote(record) + "$"));
        }
    }
}
