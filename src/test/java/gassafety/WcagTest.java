package gassafety;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import gassafety.inspection.Inspections;
import gassafety.support.Chromium;
import gassafety.support.DemoTest;
import gassafety.support.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages that people work on keep to WCAG 2.1 AA as far as axe can see, on a phone and on a desk. */
@DemoTest
class WcagTest {

    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    /** What a finger has to hit, but for links within a sentence; a choice may be hit on its label. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')]
                .filter((target) => !target.disabled && target.checkVisibility({ checkVisibilityCSS: true }))
                .filter((target) => !(target.matches('a') && getComputedStyle(target).display === 'inline'
                    && (target.parentElement.matches('p, li, dd, span, small, q')
                        || [...target.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))))
                .filter((target) => {
                    const boxes = [target, ...(target.matches('[type=checkbox], [type=radio], [type=file]') ? target.labels : [])]
                        .map((part) => part.getBoundingClientRect());
                    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
                    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
                    return width > 0 && height > 0 && (height < 43.5 || width < 24);
                })
                .map((target) => target.outerHTML.slice(0, 200))
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    @Autowired
    Inspections inspections;

    @Test
    void nothingStandsInTheWayOfAnInspector() {
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            List<String> wrong = new ArrayList<>();
            Page phone = chromium.phone("inspector");
            pages().forEach(address -> wrong.addAll(check(phone, address)));
            assertThat(String.join("\n", wrong)).isEmpty();
        }
    }

    @Test
    void nothingStandsInTheWayOfOrderingInspections() {
        List<String> pages = List.of(
                "/",
                "/plans/new",
                "/plans",
                "/tasks",
                "/coverage?role=APPLIANCE_SELLER",
                "/calendar",
                "/hazards?view=OPEN",
                "/hazards?level=NOPE",
                "/hazards/imports");
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            List<String> wrong = new ArrayList<>();
            Page phone = chromium.phone("beilingspecial");
            pages.forEach(address -> wrong.addAll(tooSmall(phone, address)));
            Page desk = chromium.desk("beilingspecial");
            pages.forEach(address -> wrong.addAll(check(desk, address)));
            desk.navigate("/tasks?state=OPEN");
            desk.locator("input[name=task]").first().check();
            desk.locator("button:has-text('催办')").first().click();
            wrong.addAll(check(desk));
            desk.navigate("/hazards?view=OPEN");
            desk.locator("input[name=hazard]").first().check();
            desk.locator(".bulk button:has-text('催办')").click();
            wrong.addAll(check(desk));
            assertThat(String.join("\n", wrong)).isEmpty();
        }
    }

    @Test
    void nothingStandsInTheWayOfMonthlyReturns() {
        String sentBack = jdbc.sql("select id from monthly_return where month = '2023-10-01' and state = 'DRAFT'")
                .query(String.class)
                .optional()
                .map(id -> "/returns/" + id)
                .orElse("/returns");
        String known = "?asOf=2023-10-15&known=2023-10-20";
        List<String> pages = List.of(
                "/returns",
                "/board",
                "/board/urging?month=2023-11",
                "/returns/new",
                sentBack,
                "/annex3" + known,
                "/annex3/lines/15/changes" + known);
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            List<String> wrong = new ArrayList<>();
            Page phone = chromium.phone("special");
            pages.forEach(address -> wrong.addAll(tooSmall(phone, address)));
            Page desk = chromium.desk("special");
            pages.forEach(address -> wrong.addAll(check(desk, address)));
            Page reporter = chromium.desk("beiling");
            reporter.navigate("/returns/new?month=2023-11");
            reporter.locator("button:has-text('开始填报')").click();
            wrong.addAll(check(reporter));
            wrong.addAll(check(reporter, reporter.url().replace("/draft", "/submission")));
            assertThat(String.join("\n", wrong)).isEmpty();
        }
    }

    @Test
    void nothingStandsInTheWayOfFillingInAnInspection() {
        World.Bureau bureau = world.bureau();
        long unit = world.licensedStation(bureau).id();
        long id = inspections.start(
                bureau.inspector(),
                List.of(bureau.secondInspector()),
                unit,
                List.of("ANNEX2", "LPG_OPERATOR"),
                LocalDate.of(2023, 9, 20),
                "",
                "accessibility");
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            String user = bureau.inspector().username();
            for (Page page : List.of(chromium.phone(user), chromium.desk(user))) {
                page.navigate("/inspections/" + id);
                for (String choice :
                        List.of("p1-COMPLIANT", "p2-NONCOMPLIANT", "p3-NOT_APPLICABLE", "p43-NONCOMPLIANT")) {
                    page.locator("label[for=" + choice + "]").click();
                    page.locator("#" + choice.replaceAll("-.*", "") + " .saved:has-text('已保存')")
                            .waitFor();
                }
                page.locator("#p1 summary").click();
                looksUpACylinder(page);
                page.locator("#cylinder-found .btn").click();
                page.locator("#cylinder-list li").waitFor();
                looksUpACylinder(page);
                assertThat(String.join("\n", check(page))).isEmpty();
                for (String below : List.of("/review", "/lists", "/termination")) {
                    assertThat(String.join("\n", check(page, "/inspections/" + id + below)))
                            .isEmpty();
                }
            }
        }
    }

    private static void looksUpACylinder(Page page) {
        page.locator("#cylinder-code").fill("XYZ-0001");
        page.locator("#cylinders .look button").click();
        page.locator("#cylinder-found .add").waitFor();
    }

    /** Log-in, desk, lists, records, forms and statement. */
    private Stream<String> pages() {
        return Stream.of(
                        Stream.of("/login?out", "/", "/hazards", "/inspections", "/enterprises", "/annex3?line=4"),
                        one("/hazards/", "hazard"),
                        one("/inspections/", "inspection"),
                        one("/enterprises/", "enterprise"),
                        Stream.of("/inspections/new", "/verify", "/verify/0000-0000-0000-0000"),
                        jdbc
                                .sql("select '/verify/' || code from seal order by id desc limit 1")
                                .query(String.class)
                                .stream(),
                        Stream.of(
                                "/enterprises/new",
                                "/cases",
                                "/directives",
                                "/templates",
                                "/annex3",
                                "/campaign",
                                "/tasks",
                                "/plans",
                                "/calendar",
                                "/coverage",
                                "/lookbacks",
                                "/lookbacks/draws",
                                "/outreach",
                                "/outreach/new",
                                "/outreach/new/training",
                                "/outreach/month",
                                "/me",
                                "/password"),
                        one("/hazards/new?enterprise=", "enterprise"),
                        jdbc
                                .sql("select max(id) from inspection_task where performer_path ="
                                        + " (select o.path from office o join account a on a.office_id = o.id"
                                        + " where username = 'inspector')")
                                .query(Long.class)
                                .stream()
                                .map(id -> "/tasks/" + id),
                        one("/cases/", "enforcement_case"),
                        one("/outreach/", "outreach_record"))
                .flatMap(part -> part);
    }

    /** The newest record that the inspector may open. */
    private Stream<String> one(String list, String table) {
        return jdbc
                .sql("select id from " + table
                        + " where office_id = (select office_id from account where username = 'inspector')"
                        + " order by id desc limit 1")
                .query(Long.class)
                .optional()
                .map(id -> list + id)
                .stream();
    }

    private static List<String> check(Page page, String address) {
        page.navigate(address);
        return check(page);
    }

    /** What a finger could not hit on a phone. */
    private static List<String> tooSmall(Page phone, String address) {
        phone.navigate(address);
        return tooSmall(phone);
    }

    private static List<String> tooSmall(Page phone) {
        return ((List<?>) phone.evaluate(TOO_SMALL))
                .stream()
                        .map(target -> phone.url() + " too small to hit: " + target)
                        .toList();
    }

    private static List<String> check(Page page) {
        String where = page.viewportSize().width + " " + page.url() + " ";
        List<String> small = page.viewportSize().width < 768 ? tooSmall(page) : List.of();
        List<Rule> violations =
                new AxeBuilder(page).withTags(STANDARD).analyze().getViolations();
        return Stream.concat(
                        small.stream(),
                        violations.stream()
                                .flatMap(rule -> rule.getNodes().stream()
                                        .limit(4)
                                        .map(node -> where + rule.getId() + ": " + node.getHtml() + " "
                                                + node.getFailureSummary().replace("\n", " "))))
                .toList();
    }
}
