package gassafety.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.register.Unit;
import gassafety.support.Chromium;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A major hazard among 400 open ones, from 认定 to the last 销号, by seven people who never touch a mouse. */
@SystemTest
class LedgerJourneyTest {

    private static final int OTHERS = 400;
    private static final int MOST_TABS = 120;

    @LocalServerPort
    int port;

    @Autowired
    Found found;

    @Autowired
    World world;

    @Autowired
    Today today;

    @Autowired
    Hazards hazards;

    @Test
    void aMajorHazardGoesItsWholeWayByKeyboard() {
        World.Bureau people = world.bureau();
        Unit others = found.unit(people);
        for (int number = 0; number < OTHERS; number++) {
            found.raise(found.aFinding(people, others, false, false));
        }
        HazardSummary major = found.proposedMajor(people);
        Caller unitUser = world.enterpriseUser(people.fieldOffice(), major.enterpriseId());
        String address = "/hazards/" + major.id();
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            Page section = chromium.desk(people.countySection().username());
            section.navigate("/hazards?view=OPEN");
            assertThat(section.locator("[data-total]").first()).hasAttribute("data-total", String.valueOf(OTHERS + 1));
            section.keyboard().press("/");
            section.keyboard().type(major.number());
            section.keyboard().press("Enter");
            assertThat(section.locator("[data-total]").first()).hasAttribute("data-total", "1");
            section.keyboard().press("j");
            section.keyboard().press("Enter");
            section.waitForURL(Pattern.compile(Pattern.quote(address) + "$"));

            begin(section, address, "认定重大隐患");
            choose(section, true);
            tabTo(section, "#standard");
            section.keyboard().press("ArrowDown");
            write(section, "#criterion", "第七项，紧急切断失效");
            done(section, "认定重大隐患");
            begin(section, address, "上报重大隐患");
            write(section, "#number", "示特报〔2026〕1号");
            tabTo(section, "#at");
            LocalDateTime now = LocalDateTime.ofInstant(today.now(), Today.ZONE).truncatedTo(ChronoUnit.MINUTES);
            section.keyboard().type(DateTimeFormatter.ofPattern("MMddyyyy").format(now));
            section.keyboard().press("ArrowRight");
            section.keyboard()
                    .type(DateTimeFormatter.ofPattern("hhmma", Locale.ENGLISH).format(now));
            assertThat(section.locator("#at")).hasValue(now.toString());
            done(section, "上报重大隐患");

            Page unit = chromium.desk(unitUser.username());
            begin(unit, address, "报告整改完成");
            write(unit, "#text", "已更换切断阀并试验合格");
            done(unit, "报告整改完成");

            Page inspector = chromium.desk(people.inspector().username());
            begin(inspector, address, "填写复查结果");
            choose(inspector, true);
            write(inspector, "#text", "现场试验，切断动作正常");
            done(inspector, "填写复查结果");
            Page second = chromium.desk(people.secondInspector().username());
            begin(second, address, "复查会签");
            choose(second, true);
            done(second, "复查会签");

            Page chief = chromium.desk(people.chief().username());
            begin(chief, address, "确认销号");
            tabTo(chief, "#cause");
            chief.keyboard().press("ArrowDown");
            done(chief, "确认销号");
            Page special = chromium.desk(people.campaignOffice().username());
            begin(special, address, "确认销号");
            done(special, "确认销号");
            assertThat(special.locator(".head .st").nth(1)).hasText("已销号");
        }
        assertThat(hazards.find(major.id(), people.leader().scope()).orElseThrow())
                .extracting(Hazard::getState, Hazard::getReportNumber)
                .containsExactly(HazardState.CLOSED, "示特报〔2026〕1号");
    }

    private static void begin(Page page, String address, String act) {
        page.navigate(address);
        tabTo(page, ".doing a:text-is('" + act + "')");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(act);
    }

    private static void choose(Page page, boolean yes) {
        tabTo(page, "input[name=yes]");
        page.keyboard().press(yes ? "Space" : "ArrowDown");
        assertThat(page.locator("input[name=yes][value=" + yes + "]")).isChecked();
    }

    private static void write(Page page, String field, String words) {
        tabTo(page, field);
        page.keyboard().insertText(words);
    }

    private static void done(Page page, String act) {
        tabTo(page, "form.pane button.btn-primary");
        page.keyboard().press("Enter");
        assertThat(page.locator(".done-note")).containsText(act);
    }

    /** Presses Tab until one of these has the focus. */
    private static void tabTo(Page page, String selector) {
        Locator wanted = page.locator(selector);
        wanted.first().waitFor();
        for (int pressed = 0; pressed < MOST_TABS; pressed++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.first().evaluate("one => one === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("Tab never came to " + selector);
    }
}
