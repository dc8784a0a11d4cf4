package gassafety.inspection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import gassafety.inspection.Visits.Visit;
import gassafety.support.Chromium;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two inspectors in one inspection, on two phones or on one. */
@SystemTest
class TwoPhonesTest {

    @LocalServerPort
    int port;

    @Autowired
    Visits visits;

    @Autowired
    SavedRows saved;

    @Test
    void eachSeesTheOthersAnswersAndAPersonSettlesAConflict() {
        Visit visit = visits.ofAStation();
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            Phone first = new Phone(chromium.phone(visit.lead().username()), visit);
            first.page().clock().install();
            first.page().navigate(visit.address());
            Phone second = new Phone(chromium.phone(visit.second().username()), visit).opened();
            first.chooses(1, "COMPLIANT");
            first.saysThatAllIsSaved();
            second.chooses(2, "NOT_APPLICABLE");
            second.shows(1, "COMPLIANT");
            first.page().clock().fastForward(15_000);
            first.shows(2, "NOT_APPLICABLE");
            assertThat(first.page().locator("#tally b")).hasText("2");

            second.takesAPhoto(2, Shots.jpeg(640, 480));
            second.saysThatAllIsSaved();
            assertThat(second.photos(2)).hasCount(1);
            first.page().clock().fastForward(15_000);
            assertThat(first.photos(2)).hasCount(1);
            first.photos(2).locator("form button").click();
            assertThat(first.photos(2)).hasCount(0);
            second.chooses(4, "COMPLIANT");
            assertThat(second.photos(2)).hasCount(0);

            second.losesTheNetwork();
            second.chooses(3, "NONCOMPLIANT");
            second.writes(3, "problem", "证书过期");
            first.chooses(3, "COMPLIANT");
            first.shows(3, "COMPLIANT");
            first.saysThatAllIsSaved();
            second.hasNetworkAgain();
            assertThat(second.card(3).locator(".version")).hasCount(2);
            second.says("1 项两份填写不一致，待选定");
            second.card(3)
                    .locator(".version", hasText("证书过期"))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(second.card(3).locator(".version")).hasCount(0);
            second.saysThatAllIsSaved();
            first.page().clock().fastForward(15_000);
            first.shows(3, "NONCOMPLIANT");
        }
        String lead = visit.lead().name();
        String other = visit.second().name();
        assertThat(saved.answers(visit))
                .containsExactly(
                        "1 COMPLIANT " + lead,
                        "2 NOT_APPLICABLE " + other,
                        "3 COMPLIANT " + lead,
                        "3 NONCOMPLIANT 证书过期 " + other,
                        "3 NONCOMPLIANT 证书过期 " + other,
                        "4 COMPLIANT " + other);
    }

    @Test
    void anotherAccountOnTheSamePhoneNeitherSeesNorSendsWhatWaits() {
        Visit visit = visits.ofAStation();
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            Phone leads = new Phone(chromium.phone(visit.lead().username()), visit).opened();
            leads.losesTheNetwork();
            leads.chooses(1, "COMPLIANT");
            leads.chooses(2, "COMPLIANT");
            leads.says("离线，已存本机 2 项");
            saved.expireLogins(visit.lead().username());
            leads.hasNetworkAgain();
            leads.says("登录已过期，2 项待上传");

            Phone seconds = new Phone(leads.page().context().newPage(), visit);
            seconds.logsIn(visit.second().username());
            seconds.page().navigate(visit.address());
            assertThat(seconds.page().locator("#tally b")).hasText("0");
            seconds.chooses(5, "COMPLIANT");
            seconds.saysThatAllIsSaved();
            leads.page()
                    .waitForResponse(
                            reply -> reply.request().method().equals("POST") && reply.status() != 403,
                            () -> leads.chooses(3, "COMPLIANT"));
            leads.says("登录已过期，3 项待上传");
            assertThat(saved.answers(visit))
                    .as("nor does a page that was made for the first person send as the second")
                    .containsExactly("5 COMPLIANT " + visit.second().name());
            leads.page().close();

            Page page = seconds.page();
            logsOut(page);
            page.waitForURL("**/login?out");
            seconds.losesTheNetwork();
            page.navigate(visit.address());
            assertThat(page.locator("h1")).hasText("现在没有网络");
            seconds.hasNetworkAgain();

            seconds.logsIn(visit.lead().username());
            page.navigate(visit.address());
            seconds.saysThatAllIsSaved();
        }
        assertThat(saved.answers(visit))
                .containsExactly(
                        "1 COMPLIANT " + visit.lead().name(),
                        "2 COMPLIANT " + visit.lead().name(),
                        "3 COMPLIANT " + visit.lead().name(),
                        "5 COMPLIANT " + visit.second().name());
    }

    @Test
    void whoLogsOutIsToldWhatStillWaitsAndAnyPageSendsItAfterTheNextLogin() {
        Visit visit = visits.ofAStation();
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            Page page = chromium.phone(ServiceWorkerPolicy.BLOCK);
            Phone phone = new Phone(page, visit);
            phone.logsIn(visit.lead().username());
            page.navigate(visit.address());
            page.route("**/answers/*", Route::abort);
            phone.chooses(1, "COMPLIANT");
            phone.says("离线，已存本机 1 项");
            logsOut(page);
            assertThat(page.locator("#outbox")).containsText("还有 1 项没有上传");
            page.getByText("仍要退出").click();
            page.waitForURL("**/login?out");
            page.unroute("**/answers/*");
            Chromium.logIn(page, visit.lead().username());
            assertThat(page.locator("#outbox")).isHidden();
            page.navigate(visit.address());
            phone.shows(1, "COMPLIANT");
            phone.saysThatAllIsSaved();
        }
        assertThat(saved.answers(visit))
                .containsExactly("1 COMPLIANT " + visit.lead().name());
    }

    private static void logsOut(Page page) {
        page.navigate("/me");
        page.locator("main form[action$='/logout'] button").click();
    }

    private static Locator.LocatorOptions hasText(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }
}
