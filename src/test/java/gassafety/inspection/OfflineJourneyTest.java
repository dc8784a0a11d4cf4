package gassafety.inspection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import gassafety.inspection.Visits.Visit;
import gassafety.support.Chromium;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing that an inspector taps, writes or photographs is lost or saved twice, whatever becomes of network and phone. */
@SystemTest
class OfflineJourneyTest {

    /** The browser's store has no room for anything more: each transaction that puts something is undone. */
    private static final String FULL = "IDBObjectStore.prototype.put = function () {"
            + " this.transaction.abort(); throw new DOMException('full', 'QuotaExceededError'); };";

    @LocalServerPort
    int port;

    @Autowired
    Visits visits;

    @Autowired
    Inspections inspections;

    @Autowired
    SavedRows saved;

    @TempDir
    Path profile;

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
    void aWholeCategoryIsFilledInWithoutNetworkAndGoesUpByItself() {
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        byte[] shot = Shots.jpeg(640, 480);
        phone.losesTheNetwork();
        IntStream.rangeClosed(1, 7).forEach(position -> phone.chooses(position, "COMPLIANT"));
        phone.chooses(8, "NONCOMPLIANT");
        phone.writes(8, "problem", "未签劳动合同");
        phone.writes(2, "remark", "原件在总部");
        phone.takesAPhoto(8, shot);
        phone.says("离线，已存本机 9 项");
        assertThat(phone.page().locator("#tally b")).hasText("8");
        assertThat(saved.answers(visit)).isEmpty();

        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit))
                .containsExactly(
                        "1 COMPLIANT " + lead(),
                        "2 COMPLIANT 原件在总部 " + lead(),
                        "3 COMPLIANT " + lead(),
                        "4 COMPLIANT " + lead(),
                        "5 COMPLIANT " + lead(),
                        "6 COMPLIANT " + lead(),
                        "7 COMPLIANT " + lead(),
                        "8 NONCOMPLIANT 未签劳动合同 " + lead());
        assertThat(saved.photos(visit)).containsExactly("8 " + SavedRows.sha256(shot));
    }

    @Test
    void theOtherListOfTheVisitIsAtHandWithoutNetwork() {
        long id = inspections.add(visit.id(), "LPG_OPERATOR", Visits.key(), visit.lead());
        Visit other = new Visit(id, visit.unit(), visit.bureau());
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        phone.losesTheNetwork();
        phone.chooses(1, "COMPLIANT");
        phone.page().locator("#lists a").last().click();
        phone.page().waitForURL("**" + other.address());
        phone.chooses(1, "COMPLIANT");
        phone.says("离线，已存本机 2 项");
        assertThat(phone.page().locator("#lists [aria-current]")).hasText("液化石油气经营单位 1/5");

        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit)).containsExactly("1 COMPLIANT " + lead());
        assertThat(saved.answers(other)).containsExactly("1 COMPLIANT " + lead());
    }

    @Test
    void aFormThatIsKeptIsFoundAgainWithoutNetwork() {
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        phone.chooses(1, "COMPLIANT");
        phone.saysThatAllIsSaved();
        phone.losesTheNetwork();
        phone.page().navigate("/inspections");
        assertThat(phone.page().locator("h1")).hasText("现在没有网络");
        phone.page().locator("#kept-forms a").first().click();
        phone.shows(1, "COMPLIANT");
    }

    @Test
    void whatIsChangedBackWithoutNetworkToWhatTheKeptPageSaidIsSavedToo() {
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        phone.chooses(1, "NONCOMPLIANT");
        phone.saysThatAllIsSaved();
        phone.opened();
        phone.chooses(1, "COMPLIANT");
        phone.saysThatAllIsSaved();
        phone.losesTheNetwork();
        phone.page().reload();
        phone.shows(1, "COMPLIANT");
        phone.chooses(1, "NONCOMPLIANT");
        phone.says("离线，已存本机 1 项");

        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit))
                .containsExactly("1 NONCOMPLIANT " + lead(), "1 COMPLIANT " + lead(), "1 NONCOMPLIANT " + lead());
    }

    @Test
    void aPhoneThatDiesInTheMiddleShowsWhatWaitsAndSendsItAfterTheNextLogin() {
        byte[] shot = Shots.jpeg(640, 480);
        Phone before = new Phone(chromium.phoneOf(profile).newPage(), visit);
        before.logsIn(visit.lead().username());
        before.opened();
        before.chooses(1, "COMPLIANT");
        before.saysThatAllIsSaved();
        before.losesTheNetwork();
        before.chooses(2, "COMPLIANT");
        before.chooses(3, "NONCOMPLIANT");
        before.writes(3, "problem", "证书过期");
        before.takesAPhoto(3, shot);
        before.says("离线，已存本机 3 项");
        chromium.kill(profile);
        saved.expireLogins(visit.lead().username());

        Phone phone = new Phone(chromium.phoneOf(profile).newPage(), visit);
        phone.losesTheNetwork();
        phone.page().navigate(visit.address());
        phone.says("离线，已存本机 3 项");
        for (Map.Entry<Integer, String> shown :
                Map.of(1, "COMPLIANT", 2, "COMPLIANT", 3, "NONCOMPLIANT").entrySet()) {
            phone.shows(shown.getKey(), shown.getValue());
        }
        assertThat(phone.card(3).locator("[name=problem]")).hasValue("证书过期");
        assertThat(phone.card(3)).hasClass(Pattern.compile(".*waiting.*"));
        assertThat(phone.card(1)).not().hasClass(Pattern.compile(".*waiting.*"));
        phone.chooses(4, "COMPLIANT");
        phone.says("离线，已存本机 4 项");

        phone.hasNetworkAgain();
        phone.says("登录已过期，4 项待上传");
        phone.page().locator("#saving a").click();
        Chromium.logIn(phone.page(), visit.lead().username());
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit))
                .containsExactly(
                        "1 COMPLIANT " + lead(),
                        "2 COMPLIANT " + lead(),
                        "3 NONCOMPLIANT 证书过期 " + lead(),
                        "4 COMPLIANT " + lead());
        assertThat(saved.photos(visit)).containsExactly("3 " + SavedRows.sha256(shot));
    }

    @Test
    void answersThatWaitForALoginGoUpAfterIt() {
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        phone.chooses(1, "COMPLIANT");
        phone.saysThatAllIsSaved();
        saved.expireLogins(visit.lead().username());
        phone.chooses(2, "COMPLIANT");
        phone.chooses(3, "NOT_APPLICABLE");
        phone.chooses(4, "COMPLIANT");
        phone.says("登录已过期，3 项待上传");
        phone.page().locator("#saving a").click();
        Chromium.logIn(phone.page(), visit.lead().username());
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit))
                .containsExactly(
                        "1 COMPLIANT " + lead(),
                        "2 COMPLIANT " + lead(),
                        "3 NOT_APPLICABLE " + lead(),
                        "4 COMPLIANT " + lead());
    }

    @Test
    void anAnswerWhoseReplyWasLostIsNotSavedTwiceAndWhatWasChangedMeanwhileStandsOnIt() {
        Phone phone = withoutWorker();
        String answers = "**/answers/1";
        phone.page().route(answers, route -> {
            route.fetch();
            route.abort();
        });
        phone.chooses(1, "COMPLIANT");
        phone.says("离线，已存本机 1 项");
        phone.page().unroute(answers);
        phone.page().route(answers, Route::abort);
        phone.chooses(1, "NONCOMPLIANT");
        phone.says("离线，已存本机 1 项");
        phone.page().unroute(answers);
        phone.chooses(2, "COMPLIANT");
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit))
                .containsExactly("1 COMPLIANT " + lead(), "1 NONCOMPLIANT " + lead(), "2 COMPLIANT " + lead());
        assertThat(phone.card(1)).not().hasClass(Pattern.compile(".*disputed.*"));
    }

    @Test
    void whatTheServerRefusesStaysBesideItsCardAndHoldsNothingUp() {
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        phone.losesTheNetwork();
        phone.chooses(3, "NONCOMPLIANT");
        phone.writes(3, "due", "2023-09-01");
        phone.chooses(4, "NONCOMPLIANT");
        phone.writes(4, "due", "2023-09-01");
        phone.chooses(5, "COMPLIANT");
        phone.hasNetworkAgain();
        phone.says("被退回 2 项：整改时限不能早于检查日期 2023-09-20。");
        assertThat(phone.card(5).locator(".saved")).containsText("已保存");
        assertThat(phone.card(3).locator(".wrong")).containsText("整改时限不能早于检查日期");
        assertThat(saved.answers(visit)).containsExactly("5 COMPLIANT " + lead());

        phone.page().navigate(visit.address());
        assertThat(phone.card(3).locator("> .refused")).containsText("没有保存");
        assertThat(phone.card(3).locator("[name=due]")).hasValue("2023-09-01");
        phone.writes(3, "due", "2023-10-09");
        phone.card(4).getByText("放弃这次填写").click();
        phone.saysThatAllIsSaved();
        assertThat(phone.card(4)).hasAttribute("data-answered", "false");
        assertThat(saved.answers(visit)).containsExactly("3 NONCOMPLIANT " + lead(), "5 COMPLIANT " + lead());
    }

    @Test
    void whatComesAfterTheSigningIsShownToBePutInASupplement() {
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        phone.losesTheNetwork();
        phone.chooses(6, "NONCOMPLIANT");
        phone.writes(6, "problem", "工程师职称证书未见原件");
        phone.says("离线，已存本机 1 项");
        inspections.answerAll(visit.id(), visit.second(), Map.of());
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        phone.hasNetworkAgain();
        phone.says("被退回 1 项");

        phone.page().navigate(visit.address());
        assertThat(phone.page().locator("#outbox")).containsText("工程师职称证书未见原件");
        phone.page().getByText("放进补充说明").click();
        assertThat(phone.page().locator("#body")).hasValue(Pattern.compile("第 6 项：不符合.*工程师职称证书未见原件.*"));
        phone.page().getByText("放弃这一项").click();
        assertThat(phone.page().locator("#outbox")).isHidden();
        assertThat(saved.answers(visit)).hasSize(Visits.ITEMS).noneMatch(row -> row.contains("NONCOMPLIANT"));
    }

    @Test
    void signingWaitsForTheNetworkAndForWhatStillWaits() {
        Phone phone = new Phone(chromium.phone(visit.lead().username()), visit).opened();
        phone.losesTheNetwork();
        phone.chooses(1, "COMPLIANT");
        phone.says("离线，已存本机 1 项");
        phone.page().getByText("核对", new Page.GetByTextOptions().setExact(true)).click();
        phone.says("核对与签字需要网络");
        phone.page().navigate(visit.address() + "/review");
        assertThat(phone.page().locator("main")).containsText("核对与签字需要网络");
        phone.page().navigate(visit.address());
        phone.says("离线，已存本机 1 项");
        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        phone.page().getByText("核对", new Page.GetByTextOptions().setExact(true)).click();
        phone.page().waitForURL("**/review");
        phone.losesTheNetwork();
        assertThat(phone.page().locator("#gate")).containsText("签字需要网络");
        assertThat(saved.answers(visit)).containsExactly("1 COMPLIANT " + lead());
    }

    @Test
    void aBrowserThatKeepsNothingSaysSoAndSendsFromThePage() {
        Page page = chromium.phone(ServiceWorkerPolicy.BLOCK);
        page.addInitScript("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('private'); } });");
        Phone phone = new Phone(page, visit);
        phone.logsIn(visit.lead().username());
        page.navigate(visit.address());
        phone.losesTheNetwork();
        phone.chooses(1, "COMPLIANT");
        phone.chooses(2, "COMPLIANT");
        phone.says("2 项本机存不下，只在这一页，请不要关闭");
        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit)).containsExactly("1 COMPLIANT " + lead(), "2 COMPLIANT " + lead());
    }

    @Test
    void aBrowserWhoseStoreIsFullSaysSoKeepsWhatWasTypedAndSendsPhotosTooWhileThereIsNetwork() {
        Page page = chromium.phone(ServiceWorkerPolicy.BLOCK);
        page.addInitScript(FULL);
        Phone phone = new Phone(page, visit);
        phone.logsIn(visit.lead().username());
        page.navigate(visit.address());
        byte[] early = Shots.jpeg(640, 480);
        phone.chooses(1, "COMPLIANT");
        phone.takesAPhoto(1, early);
        phone.saysThatAllIsSaved();
        assertThat(phone.photos(1)).hasCount(1);
        assertThat(saved.answers(visit)).containsExactly("1 COMPLIANT " + lead());

        byte[] late = Shots.jpeg(640, 480);
        phone.losesTheNetwork();
        phone.chooses(2, "NONCOMPLIANT");
        phone.writes(2, "problem", "证书过期");
        phone.takesAPhoto(2, late);
        phone.says("2 项本机存不下，只在这一页，请不要关闭");
        assertThat(page.locator("#p2-photos .sending")).containsText("本机存不下");
        assertThat(phone.card(2).locator("[name=problem]")).hasValue("证书过期");
        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit)).containsExactly("1 COMPLIANT " + lead(), "2 NONCOMPLIANT 证书过期 " + lead());
        assertThat(saved.photos(visit)).containsExactly("1 " + SavedRows.sha256(early), "2 " + SavedRows.sha256(late));
    }

    @Test
    void aStoreThatFillsUpInTheMiddleLosesNothing() {
        Phone phone = withoutWorker();
        phone.losesTheNetwork();
        phone.chooses(1, "COMPLIANT");
        phone.says("离线，已存本机 1 项");
        phone.page().evaluate("() => {" + FULL + "}");
        phone.chooses(2, "COMPLIANT");
        phone.chooses(1, "NOT_APPLICABLE");
        phone.says("本机存不下，只在这一页，请不要关闭");
        phone.hasNetworkAgain();
        phone.saysThatAllIsSaved();
        assertThat(saved.answers(visit))
                .containsExactly("1 COMPLIANT " + lead(), "1 NOT_APPLICABLE " + lead(), "2 COMPLIANT " + lead());
    }

    private Phone withoutWorker() {
        Phone phone = new Phone(chromium.phone(ServiceWorkerPolicy.BLOCK), visit);
        phone.logsIn(visit.lead().username());
        phone.page().navigate(visit.address());
        return phone;
    }

    private String lead() {
        return visit.lead().name();
    }
}
