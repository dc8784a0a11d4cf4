package gassafety.inspection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import gassafety.inspection.Visits.Visit;
import gassafety.support.Chromium;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How little an inspector has to tap or press, and that a tap too many does no harm. */
@SystemTest
class FewTapsTest {

    private static final int MOST = 60;

    @LocalServerPort
    int port;

    @Autowired
    Visits visits;

    @Autowired
    SavedRows saved;

    @Autowired
    Signing signing;

    private Chromium chromium;
    private Visit visit;
    private Phone phone;
    private Page page;

    @BeforeEach
    void begin() {
        chromium = Chromium.orSkip("http://127.0.0.1:" + port);
        visit = visits.ofAStation();
        page = chromium.phone(visit.lead().username());
        page.navigate(visit.address());
        phone = new Phone(page, visit);
    }

    @AfterEach
    void end() {
        chromium.close();
    }

    @Test
    void everythingInOrderTakesHardlyMoreThanATapForEachItem() {
        int taps = 0;
        for (int position = 1; position <= Visits.ITEMS; position++) {
            phone.chooses(position, "COMPLIANT");
            taps++;
        }
        page.getByText("核对并签字").click();
        taps++;
        page.waitForURL("**/review");
        assertThat(taps).isLessThanOrEqualTo(MOST);
        assertThat(saved.answers(visit)).isEqualTo(allInOrder());
    }

    @Test
    void whatWasWrongWithOneWayToSignIsNotSaidOfAnother() {
        Visit answered = visits.answered(Map.of());
        List.of(answered.lead(), answered.second())
                .forEach(signer -> signing.inspectorSigns(answered.id(), signer, answered.lead()));
        Page review = chromium.phone(answered.lead().username());
        review.navigate(answered.address() + "/review");
        review.locator("label[for=o-REFUSED]").click();
        review.getByText("完成签字，检查记录生效").click();
        assertThat(review.locator("#pad-wrong")).containsText("请填写情况说明");
        review.locator("label[for=o-PAPER]").click();
        assertThat(review.locator("#pad-wrong")).isEmpty();
        assertThat(review.locator(".summary, .is-invalid")).hasCount(0);
        assertThat(review.locator("label[for=scan]")).containsText("签字后的扫描件或照片");
        assertThat(review.getByText("拒签、不在场的照片或录音录像")).isHidden();
        assertThat(review.getByText("终止检查")).hasCount(0);
    }

    @Test
    void theKeyboardAloneIsAsShort() {
        int keys = 0;
        page.locator("#onward").focus();
        page.keyboard().press("Enter");
        for (int position = 1; position <= Visits.ITEMS; position++) {
            assertThat(page.locator("#p" + position + " .pick").first()).isFocused();
            page.keyboard().press("1");
            keys++;
        }
        assertThat(page.locator("#to-review")).isVisible();
        while (!"to-review".equals(page.evaluate("() => document.activeElement.id"))) {
            page.keyboard().press("Tab");
            keys++;
            assertThat(keys).as("no trap on the way").isLessThan(2 * MOST);
        }
        page.keyboard().press("Enter");
        page.waitForURL("**/review");
        assertThat(keys).isLessThanOrEqualTo(MOST);
        assertThat(saved.answers(visit)).isEqualTo(allInOrder());
    }

    @Test
    void aSecondTapOnAnyButtonChangesNothing() {
        String lead = visit.lead().name();
        phone.choice(1, "COMPLIANT").dblclick();
        phone.choice(2, "NOT_APPLICABLE").dblclick();
        phone.choice(3, "NONCOMPLIANT").dblclick();
        phone.saysThatAllIsSaved();
        phone.card(3).locator(".phrase").first().dblclick();
        phone.card(4).locator("summary").dblclick();
        page.locator("#onward").dblclick();
        phone.saysThatAllIsSaved();
        phone.takesAPhoto(3, Shots.jpeg(320, 240));
        page.locator("#p3-photos .off").dblclick();
        assertThat(page.locator("#p3-photos .shots li")).hasCount(0);

        Phone second = new Phone(chromium.phone(visit.second().username()), visit).opened();
        second.losesTheNetwork();
        second.chooses(5, "NOT_APPLICABLE");
        phone.chooses(5, "COMPLIANT");
        phone.saysThatAllIsSaved();
        second.hasNetworkAgain();
        Locator versions = second.card(5).locator(".version button");
        assertThat(versions).hasCount(2);
        versions.first().dblclick();
        assertThat(versions).hasCount(0);
        second.saysThatAllIsSaved();

        assertThat(saved.answers(visit))
                .containsExactly(
                        "1 COMPLIANT " + lead,
                        "2 NOT_APPLICABLE " + lead,
                        "3 NONCOMPLIANT " + lead,
                        "3 NONCOMPLIANT " + lead,
                        "5 COMPLIANT " + lead,
                        "5 NOT_APPLICABLE " + visit.second().name(),
                        "5 COMPLIANT " + visit.second().name());
        assertThat(saved.photos(visit)).hasSize(1);
        page.locator(".check").dblclick();
        page.waitForURL("**/review");
    }

    private List<String> allInOrder() {
        return IntStream.rangeClosed(1, Visits.ITEMS)
                .mapToObj(position -> position + " COMPLIANT " + visit.lead().name())
                .toList();
    }
}
