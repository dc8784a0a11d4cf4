package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 回头看: a drawn share of what was closed is visited again by two officials, and what came back is a new hazard. */
@SystemTest
class LookbackTest {

    private static final LocalDate FOUND = LocalDate.of(2023, 10, 10);
    private static final LocalDate CLOSED = LocalDate.of(2023, 10, 20);
    private static final LocalDate DRAWN = LocalDate.of(2023, 12, 5);
    private static final int HAZARDS = 12;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Found found;

    @Autowired
    Walk walk;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    private World.Bureau bureau;

    @BeforeEach
    void closedHazards() {
        bureau = world.bureau();
        Unit unit = found.unit(bureau);
        Caller unitUser = world.enterpriseUser(bureau.fieldOffice(), unit.id());
        for (int n = 0; n < HAZARDS; n++) {
            HazardSummary[] raised = new HazardSummary[1];
            on(FOUND, () -> raised[0] = found.raise(found.dated(bureau, unit, FOUND, FOUND.plusDays(15))));
            Walk.Case one = new Walk.Case(bureau, unitUser, raised[0]);
            on(CLOSED, () -> walk.confirmed(bureau.chief(), walk.rechecked(true, walk.reportedBy(one))));
        }
    }

    @Test
    void aShareOfEachStratumIsDrawnAndCanBeDrawnAgainFromItsSeed() {
        on(DRAWN, () -> {
            Document form = page(get("/lookbacks/draws/new", bureau.countySection()));
            assertThat(form.select("table.led tbody tr").eachText())
                    .as("a tenth of 12, in whole hazards")
                    .singleElement()
                    .asString()
                    .endsWith("12 10% 2");
            Map<String, String> sent = order(form);
            String address = done(post("/lookbacks/draws", sent, bureau.countySection()));
            assertThat(done(post("/lookbacks/draws", sent, bureau.countySection())))
                    .as("the same form sent twice")
                    .isEqualTo(address);
            assertThat(post("/lookbacks/draws", with(sent, "general", "50"), bureau.countySection()))
                    .as("the same form with other content")
                    .hasStatus(409);
            assertThat(page(get(address, bureau.countySection())).text()).contains("候选 12 条，抽中 2 条", "复核与抽中的隐患一致");
            assertThat(drawnAgain(address)).isEqualTo(drawn(address));
            Document next = page(get("/lookbacks/draws/new", bureau.countySection()));
            assertThat(next.select("table.led tbody tr").text())
                    .as("none is drawn twice")
                    .endsWith("10 10% 1");
        });
    }

    @Test
    void whatCameBackIsANewHazardLinkedToTheOldOneOnceTwoHaveSigned() {
        on(DRAWN, () -> {
            String lookback = draw();
            Caller first = bureau.inspector();
            Caller second = bureau.countySection();
            Map<String, String> report = form(
                    lookback,
                    first,
                    Map.of(
                            "result",
                            "RELAPSED",
                            "findings",
                            "切断阀又被拆除",
                            "due",
                            DRAWN.plusDays(10).toString()));
            done(post(lookback + "/visits", report, first));
            assertThat(page(get("/", second)).text()).contains("会签回头看");
            assertThat(post(lookback + "/signatures", form(lookback, first, Map.of("agrees", "yes")), first))
                    .as("the second signature of the same person")
                    .hasStatus(403);
            Map<String, String> signature = form(lookback, second, Map.of("agrees", "yes"));
            done(post(lookback + "/signatures", signature, second));
            done(post(lookback + "/signatures", signature, second));
            Document record = page(get(lookback, second));
            assertThat(record.select("h1 ~ .st").text()).isEqualTo("反弹");
            String raised = record.select("a:contains(另立的隐患)").attr("href");
            assertThat(page(get(raised, bureau.chief())).text()).contains("反弹自", "切断阀又被拆除", "整改中");
            assertThat(relapses()).isEqualTo(1);
        });
    }

    @Test
    void whoDisagreesSendsItBackAndTheTwoWhoRecheckedItCantConfirmThemselves() {
        on(DRAWN, () -> {
            String lookback = draw();
            Caller first = bureau.inspector();
            Map<String, String> report = Map.of("result", "IN_PLACE", "findings", "切断动作正常");
            done(post(lookback + "/visits", form(lookback, first, report), first));
            Document barred = page(get(lookback, bureau.secondInspector()));
            assertThat(barred.select(".back-note").text()).contains("须至少有一人没有参加原来的复查");
            assertThat(barred.select("form[action$=signatures]")).isEmpty();
            assertThat(post(
                            lookback + "/signatures",
                            form(lookback, bureau.countySection(), Map.of("agrees", "yes")),
                            bureau.secondInspector()))
                    .hasStatus(403);
            MvcTestResult mute = post(
                    lookback + "/signatures",
                    form(lookback, bureau.countySection(), Map.of("agrees", "no")),
                    bureau.countySection());
            assertThat(mute).hasStatus(422);
            assertThat(page(mute).select("#opinion-error").text()).contains("理由");
            done(post(
                    lookback + "/signatures",
                    form(lookback, bureau.countySection(), Map.of("agrees", "no", "opinion", "没有试验切断")),
                    bureau.countySection()));
            assertThat(page(get(lookback, first)).text()).contains("待核查", "没有试验切断");
            done(post(lookback + "/visits", form(lookback, first, report), first));
            done(post(
                    lookback + "/signatures",
                    form(lookback, bureau.countySection(), Map.of("agrees", "yes")),
                    bureau.countySection()));
            assertThat(page(get("/lookbacks?state=IN_PLACE", first)).select("table.led tbody tr"))
                    .hasSize(1);
            assertThat(relapses()).isZero();
        });
    }

    @Test
    void theClearingBoardCountsThemByPhaseLevelAndOfficeAndEachNumberOpensThese() {
        on(DRAWN, () -> {
            draw();
            Elements board = page(get("/clearing", bureau.countySection())).select("section:has(h2:contains(回头看))");
            assertThat(board.select("tbody td:first-child").eachText())
                    .containsExactly("第1阶段", "一般隐患", bureau.fieldOffice().getShortName());
            Elements numbers = board.select("tbody a");
            assertThat(numbers.eachText()).containsSequence("2", "0", "0").hasSize(9);
            numbers.forEach(number -> assertThat(page(get(number.attr("href"), bureau.countySection()))
                            .select("table.led tbody tr"))
                    .as(number.attr("aria-label"))
                    .hasSize(Integer.parseInt(number.text())));
        });
    }

    @Test
    void nothingIsDrawnBeforeTheSecondPhaseAndUnitsSeeNothingOfIt() {
        on(LocalDate.of(2023, 11, 20), () -> {
            assertThat(get("/lookbacks/draws/new", bureau.countySection())).hasStatus(409);
            assertThat(page(get("/lookbacks/draws", bureau.countySection())).text())
                    .contains("2023-12-01");
        });
        on(DRAWN, () -> {
            String lookback = draw();
            Caller unit = world.enterpriseUser(
                    bureau.fieldOffice(), found.unit(bureau).id());
            for (String address : List.of("/lookbacks", "/lookbacks.xlsx", "/lookbacks/draws", lookback)) {
                assertThat(get(address, unit)).as(address).hasStatus(403);
            }
            World.Bureau elsewhere = world.bureau();
            assertThat(get(lookback, elsewhere.inspector())).hasStatus(404);
            assertThat(get("/lookbacks/draws/new", bureau.inspector())).hasStatus(403);
            assertThat(get("/lookbacks.xlsx", bureau.chief())).hasStatusOk();
        });
    }

    /** Draws, and gives the address of the first that was drawn. */
    private String draw() {
        Document form = page(get("/lookbacks/draws/new", bureau.countySection()));
        String draw = done(post("/lookbacks/draws", order(form), bureau.countySection()));
        return page(get("/lookbacks?draw=" + draw.replaceAll("\\D", ""), bureau.countySection()))
                .select("table.led tbody a")
                .attr("href");
    }

    private List<Long> drawn(String draw) {
        return jdbc.sql("select hazard_id from lookback where draw_id = :draw order by hazard_id")
                .param("draw", Long.valueOf(draw.replaceAll("\\D", "")))
                .query(Long.class)
                .list();
    }

    /** As anyone could: the SHA-256 of seed and hazard puts them in order. */
    private List<Long> drawnAgain(String draw) {
        return jdbc.sql("""
                        select hazard from lookback_draw d join lookback_stratum s on s.draw_id = d.id,
                            unnest(s.candidates) hazard
                        where d.id = :draw order by sha256((d.seed || ':' || hazard)::bytea) limit 2
                        """).param("draw", Long.valueOf(draw.replaceAll("\\D", ""))).query(Long.class).list().stream()
                .sorted()
                .toList();
    }

    private long relapses() {
        return jdbc.sql("select count(*) from hazard where source_kind = 'LOOKBACK' and office_path like :path")
                .param("path", bureau.fieldOffice().getPath() + "%")
                .query(Long.class)
                .single();
    }

    private static Map<String, String> order(Document form) {
        Map<String, String> sent = new HashMap<>();
        for (String name : List.of("key", "closedTo", "major", "general", "due")) {
            sent.put(name, form.select("input[name=" + name + "]").val());
        }
        sent.put("phase", form.select("select[name=phase] option[selected]").val());
        return sent;
    }

    private Map<String, String> form(String lookback, Caller by, Map<String, String> fields) {
        Document page = page(get(lookback, by));
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("key", UUID.randomUUID().toString());
        sent.put("version", page.select("input[name=version]").val());
        return sent;
    }

    private static Map<String, String> with(Map<String, String> sent, String name, String value) {
        Map<String, String> changed = new HashMap<>(sent);
        changed.put(name, value);
        return changed;
    }

    private void on(LocalDate day, Runnable what) {
        today.at(day.atTime(10, 0).atZone(Today.ZONE).toInstant(), what);
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> sent, Caller by) {
        var request = browser.post().uri(address).with(user(by.username())).with(csrf());
        sent.forEach(request::param);
        return request.exchange();
    }

    private static String done(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
