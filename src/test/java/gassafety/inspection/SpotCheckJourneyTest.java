package gassafety.inspection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import gassafety.inspection.Visits.Visit;
import gassafety.register.Cylinder.State;
import gassafety.support.Chromium;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cylinders are looked up and put on the list with a phone, with and without network. */
@SystemTest
class SpotCheckJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    Visits visits;

    @Autowired
    Bottles bottles;

    @Autowired
    JdbcClient jdbc;

    private Chromium chromium;
    private Visit visit;

    @BeforeEach
    void begin() {
        chromium = Chromium.orSkip("http://127.0.0.1:" + port);
        visit = visits.ofAStation();
    }

    @AfterEach
    void end() {
        chromium.close();
    }

    @Test
    void aPhotoOfTheCodeShowsTheCylinderAndOneTapAddsItForBothInspectors() {
        String mark = bottles.of(visit.unit(), 2019, "2023-05-20", State.IN_USE);
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        Phone second = new Phone(chromium.phone(visit.second().username()), visit);
        second.page().clock().install();
        second.page().navigate(visit.address());
        photographs(phone, mark);
        assertThat(found(phone)).containsText(mark);
        assertThat(found(phone)).containsText("下次检验日期 2023-05-20 已过");
        assertThat(found(phone)).containsText(visit.unit().name());
        tap(phone, "加入抽查明细");
        assertThat(list(phone)).containsText(mark);
        phone.saysThatAllIsSaved();
        assertThat(rows()).containsExactly(mark + " ABNORMAL " + visit.lead().name());

        second.page().clock().fastForward(15_000);
        assertThat(list(second)).containsText(mark);
        assertThat(second.page().locator("#chips .apart")).hasText("气瓶抽查 1");
        tap(second, "移出 " + mark);
        assertThat(list(second).locator("li")).hasCount(0);
        second.saysThatAllIsSaved();
        assertThat(rows()).containsExactly(mark + " ABNORMAL removed");
    }

    @Test
    void withoutNetworkTypedAndPhoneReadCodesWaitAndGoUpInOrder() {
        String typed = bottles.of(visit.unit());
        String read = bottles.of(visit.unit(), 2019, "2023-05-20", State.IN_USE);
        Page page = chromium.phone(ServiceWorkerPolicy.ALLOW);
        page.addInitScript(
                "window.BarcodeDetector = class { async detect() { return [{ rawValue: '" + read + "' }]; } };");
        Phone phone = new Phone(page, visit);
        phone.logsIn(visit.lead().username());
        phone.opened();
        phone.losesTheNetwork();
        page.locator("#cylinder-code").fill(typed);
        tap(phone, "查询");
        assertThat(found(phone)).containsText("没有网络");
        page.locator("label[for=unasked-ABNORMAL]").click();
        page.locator("#unasked-note").fill("角阀漏气");
        tap(phone, "加入抽查明细");
        photographs(phone, "whatever the picture shows");
        assertThat(found(phone)).containsText(read);
        tap(phone, "加入抽查明细");
        phone.says("离线，已存本机 2 项");
        assertThat(page.locator("#cylinder-waiting")).containsText(typed + "，异常，角阀漏气");
        page.navigate(visit.address());
        assertThat(page.locator("#cylinder-waiting li")).hasCount(2);
        assertThat(rows()).isEmpty();

        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        assertThat(page.locator("#cylinder-waiting li")).hasCount(0);
        assertThat(list(phone)).containsText("角阀漏气");
        assertThat(rows())
                .containsExactly(
                        typed + " ABNORMAL 角阀漏气 " + visit.lead().name(),
                        read + " ABNORMAL " + visit.lead().name());
    }

    private static void photographs(Phone phone, String code) {
        phone.page()
                .locator("#cylinders input[capture]")
                .setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", Shots.ofCode(code)));
    }

    private static void tap(Phone phone, String button) {
        phone.page()
                .locator("#cylinders")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator found(Phone phone) {
        return phone.page().locator("#cylinder-found");
    }

    private static Locator list(Phone phone) {
        return phone.page().locator("#cylinder-list");
    }

    /** What stands of each cylinder, in the order in which they came. */
    private List<String> rows() {
        return jdbc.sql("""
                        select concat_ws(' ', mark, result, nullif(note, ''),
                            case when removed then 'removed' else saved_by_name end)
                        from (select distinct on (mark) * from inspection_cylinder where inspection_id = :id
                            order by mark, version desc) latest order by saved_at
                        """).param("id", visit.id()).query(String.class).list();
    }
}
