package gassafety.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.register.Unit;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A unit checks itself; what it finds stays in its own book unless it is major or overdue. */
@SystemTest
class SelfCheckTest {

    private static final int ITEMS = 29;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Today today;

    private World.Bureau people;
    private Caller unitUser;
    private String address = "";

    @BeforeEach
    void aStationThatBegins() {
        people = world.bureau();
        Unit station = world.licensedStation(people);
        unitUser = world.enterpriseUser(people.fieldOffice(), station.id());
        address = begin();
    }

    private String begin() {
        MvcTestResult begun = post("/selfchecks", Map.of("list", "ANNEX1"), unitUser);
        assertThat(begun).hasStatus3xxRedirection();
        return String.valueOf(begun.getResponse().getRedirectedUrl()).replace("/form", "");
    }

    @Test
    void itIsBegunOnceSavedAsFarAsItGoesAndHandedInWhenEveryItemIsAnswered() {
        assertThat(begin()).as("the one in hand is found").isEqualTo(address);
        assertThat(page(address + "/form", unitUser).select("fieldset.self-item"))
                .hasSize(ITEMS);
        Map<String, String> some = new HashMap<>(Map.of("v1", "COMPLIANT", "v2", "NOT_APPLICABLE", "do", "save"));
        assertThat(send(some)).hasRedirectedUrl(address);
        assertThat(page(address, unitUser).text()).contains("2 / 29 项");
        some.put("do", "submit");
        assertThat(send(some)).hasStatus(422).bodyText().contains("还有 27 项没有回答");
        some.put("v3", "NONCOMPLIANT");
        some.put("p3", "安全阀超期");
        assertThat(send(some)).hasStatus(422).bodyText().contains("安全阀超期", "请填写整改责任人", "整改时限应在今天起一年以内", "管控措施");
        assertThat(page(address, unitUser).text()).as("nothing was saved").contains("2 / 29 项");
        assertThat(send(inOrder())).hasRedirectedUrl(address);
        assertThat(page(address, people.inspector()).text()).contains("已提交", "29 / 29 项，发现问题 0 处");
        assertThat(get(address + "/form", unitUser)).as("it was handed in").hasStatus(409);
        assertThat(post("/selfchecks", Map.of("list", "ANNEX1"), unitUser)).hasRedirectedUrl(address);
    }

    @Test
    void whatTheUnitFindsStaysInItsBookAndOnlyMajorOrOverdueProblemsComeIntoTheLedger() {
        Map<String, String> answers = inOrder();
        problem(answers, 3, "灭火器压力不足");
        problem(answers, 5, "紧急切断失效");
        answers.put("m5", "yes");
        problem(answers, 7, "标识不清");
        assertThat(send(answers)).hasRedirectedUrl(address);
        Caller inspector = people.inspector();
        assertThat(page("/", inspector).text()).contains("受理企业自查");
        assertThat(post(address + "/acceptance", Map.of(), inspector)).hasRedirectedUrl(address);
        Document book = page(address, inspector);
        assertThat(book.select("a[href^=/hazards/]:contains(已转入隐患台账)"))
                .as("the major one")
                .hasSize(1);
        String hazard = book.select("a:contains(已转入隐患台账)").attr("href");
        assertThat(page(hazard, people.countySection()).text()).contains("紧急切断失效", "拟定重大", "企业自查", "认定重大隐患");
        assertThat(post(address + "/items/3/hazard", Map.of(), inspector))
                .hasStatus(422)
                .bodyText()
                .contains("逾期后才转入隐患台账");
        assertThat(post(address + "/items/3/fixing", Map.of("note", "已充装"), unitUser))
                .hasRedirectedUrl(address);
        assertThat(post(address + "/items/3/fixing", Map.of("note", "再来"), unitUser))
                .hasStatus(422);
        assertThat(page("/hazards?q=灭火器压力不足", inspector).text()).doesNotContain("灭火器压力不足");
        today.at(today.now().plusSeconds(40L * 86_400), () -> {
            assertThat(page(address, inspector).text()).contains("逾期");
            assertThat(post(address + "/items/7/hazard", Map.of(), inspector)).hasRedirectedUrl(address);
            assertThat(post(address + "/items/7/hazard", Map.of(), inspector)).hasStatus(422);
            assertThat(page("/hazards?q=标识不清", inspector).text()).contains("标识不清");
        });
        assertThat(begin()).as("the next one").isNotEqualTo(address);
    }

    @Test
    void theOfficeSendsItBackWithAReasonAndAStaleFormChangesNothing() {
        assertThat(send(inOrder())).hasRedirectedUrl(address);
        Caller inspector = people.inspector();
        assertThat(post(address + "/rejection", Map.of("reason", ""), inspector))
                .hasStatus(422);
        assertThat(post(address + "/rejection", Map.of("reason", "第 3 项请附照片"), inspector))
                .hasRedirectedUrl(address);
        assertThat(post(address + "/acceptance", Map.of(), inspector)).hasStatus(409);
        assertThat(page(address + "/form", unitUser).text()).contains("第 3 项请附照片");
        Map<String, String> stale = inOrder();
        stale.put("version", "0");
        assertThat(post(address + "/form", stale, unitUser)).hasStatus(409);
    }

    @Test
    void whoHandedInNoneIsNamedOnTheDeskOfItsOfficeUntilItDoes() {
        String stations = "/enterprises?role=FILLING_STATION&silent=2023-09-01";
        assertThat(page("/", people.chief()).text()).contains("还没有提交自查的气瓶充装单位 1 家");
        assertThat(page(stations, people.chief()).select("[data-total]").attr("data-total"))
                .isEqualTo("1");
        send(inOrder());
        assertThat(page("/", people.chief()).text()).contains("还没有提交自查的气瓶充装单位 0 家");
        post(address + "/rejection", Map.of("reason", "漏项"), people.inspector());
        assertThat(page(stations, people.chief()).select("[data-total]").attr("data-total"))
                .as("it was sent back")
                .isEqualTo("1");
    }

    @Test
    void photosOfAProblemAndOfWhatWasDoneStandBesideItForThoseWhoReadTheSelfCheck() {
        Map<String, String> answers = inOrder();
        problem(answers, 3, "灭火器压力不足");
        send(answers);
        MockMultipartFile photo = new MockMultipartFile("files", "灭火器.png", "image/png", Shots.png(8, 8));
        assertThat(upload("/items/3/photos", photo, unitUser)).hasRedirectedUrl(address);
        assertThat(upload("/items/3/photos", photo, unitUser)).hasRedirectedUrl(address);
        assertThat(upload("/items/4/photos", photo, unitUser)).as("no problem").hasStatus(422);
        assertThat(upload("/items/3/photos", photo, people.inspector())).hasStatus(403);
        MockMultipartFile text = new MockMultipartFile("files", "说明.txt", "image/png", new byte[] {1, 2, 3});
        assertThat(upload("/items/3/photos", text, unitUser))
                .hasStatus(422)
                .bodyText()
                .contains("说明.txt");
        post(address + "/acceptance", Map.of(), people.inspector());
        assertThat(upload("/items/3/fixing?note=已更换", photo, unitUser)).hasRedirectedUrl(address);

        Document book = page(address, people.inspector());
        assertThat(book.select(".self-photos a").eachText()).containsExactly("问题 灭火器.png", "整改后 灭火器.png");
        String file = book.select(".self-photos a").attr("href");
        assertThat(get(file, people.inspector())).hasStatus(200);
        assertThat(get(file, world.bureau().inspector())).hasStatus(404);
        assertThat(upload("/items/3/photos", photo, unitUser))
                .as("it was put right")
                .hasStatus(422);
    }

    private MvcTestResult upload(String where, MockMultipartFile file, Caller by) {
        return browser.post()
                .uri(address + where)
                .multipart()
                .file(file)
                .with(user(by.username()))
                .with(csrf())
                .exchange();
    }

    @Test
    void onlyTheUnitWritesOnlyItsOfficeAcceptsAndOthersDoNotReadIt() {
        Caller stranger = world.enterpriseUser(
                people.fieldOffice(), world.licensedStation(people).id());
        assertThat(get(address, stranger)).hasStatus(404);
        assertThat(get(address, world.bureau().inspector())).hasStatus(404);
        assertThat(get(address + "/form", people.inspector())).hasStatus(403);
        assertThat(post(address + "/acceptance", Map.of(), unitUser)).hasStatus(403);
        assertThat(post(address + "/acceptance", Map.of(), people.chief())).hasStatus(403);
        assertThat(post("/selfchecks", Map.of("list", "ANNEX1"), people.inspector()))
                .hasStatus(403);
        assertThat(post("/selfchecks", Map.of("list", "SELLER_SELF"), unitUser)).hasStatus(404);
        assertThat(get("/crosswalk", unitUser)).hasStatus(403);
    }

    private Map<String, String> inOrder() {
        Map<String, String> answers = new HashMap<>();
        for (int item = 1; item <= ITEMS; item++) {
            answers.put("v" + item, "COMPLIANT");
        }
        answers.put("do", "submit");
        return answers;
    }

    private void problem(Map<String, String> answers, int item, String words) {
        answers.putAll(Map.of(
                "v" + item, "NONCOMPLIANT",
                "p" + item, words,
                "r" + item, "演示员丙",
                "d" + item, today.day().plusDays(20).toString(),
                "k" + item, "停止使用"));
    }

    /** The form as it is shown now, with these answers. */
    private MvcTestResult send(Map<String, String> answers) {
        Map<String, String> form = new HashMap<>(answers);
        form.put(
                "version",
                page(address + "/form", unitUser).select("[name=version]").attr("value"));
        return post(address + "/form", form, unitUser);
    }

    private Document page(String where, Caller by) {
        MvcTestResult answer = get(where, by);
        assertThat(answer).as(where).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String where, Caller by) {
        return browser.get().uri(where).with(user(by.username())).exchange();
    }

    private MvcTestResult post(String where, Map<String, String> form, Caller by) {
        var request = browser.post().uri(where);
        form.forEach(request::param);
        return request.with(user(by.username())).with(csrf()).exchange();
    }
}
