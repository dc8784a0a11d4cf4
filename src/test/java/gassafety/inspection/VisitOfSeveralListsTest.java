package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.inspection.Visits.Visit;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.DemoPassword;
import gassafety.register.Unit;
import gassafety.seal.Seals;
import gassafety.support.Pdf;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One visit, several lists, one signing. */
@SystemTest
class VisitOfSeveralListsTest {

    private static final int LPG_ITEMS = 5;
    private static final Map<String, String> ABSENT = Map.of("outcome", "ABSENT", "note", "负责人外出");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Inspections inspections;

    @Autowired
    HazardLedger hazards;

    @Autowired
    Seals seals;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Today today;

    @Test
    void listsThatAreTickedTogetherAreOneVisitWithAWayFromEachToTheOther() {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        Document start = page(get("/inspections/new?enterprise=" + station.id(), bureau.inspector()));
        assertThat(start.select("#list > .one input").eachAttr("value"))
                .as("those for the roles of a station")
                .containsExactly("ANNEX2", "LPG_OPERATOR");
        String key = Visits.key();
        MvcTestResult first = start(bureau, station, key, "LPG_OPERATOR", "ANNEX2");
        String address = Objects.requireNonNull(first.getResponse().getRedirectedUrl());
        Document form = page(get(address, bureau.inspector()));
        assertThat(form.select("#lists a").eachText()).containsExactly("气瓶充装单位 0/52", "液化石油气经营单位 0/5");
        assertThat(form.select("#lists [aria-current]").text()).startsWith("气瓶充装单位");
        Document other = page(get(form.select("#lists a").get(1).attr("href"), bureau.secondInspector()));
        assertThat(other.select("#lists a").get(0).attr("href")).isEqualTo(address);
        assertThat(start(bureau, station, key, "LPG_OPERATOR", "ANNEX2")
                        .getResponse()
                        .getRedirectedUrl())
                .as("the same form again")
                .isEqualTo(address);
        assertThat(listsOf(station)).hasSize(2);
        assertThat(start(bureau, station, Visits.key(), "SELLER", "LPG_OPERATOR"))
                .as("one of them is begun already")
                .hasStatus(409);
        assertThat(start(bureau, station, Visits.key(), "SELLER", "NO_SUCH")).hasStatus(422);
        assertThat(start(bureau, station, Visits.key())).hasStatus(422);
        assertThat(listsOf(station)).as("all or none").hasSize(2);
    }

    @Test
    void whoBeginsAgainOnTheSameDayIsShownTheWayToAddAList() {
        World.Bureau bureau = world.bureau();
        Visit visit = visits.of(bureau, world.licensedStation(bureau), "ANNEX2", today.day());
        String begin = "/inspections/new?enterprise=" + visit.unit().id();
        assertThat(page(get(begin, visit.second())).select("a[href$=/lists]").attr("href"))
                .isEqualTo(visit.address() + "/lists");
        assertThat(page(get(begin, world.inspector(bureau.fieldOffice()))).select("a[href$=/lists]"))
                .as("it is not theirs")
                .isEmpty();
    }

    @Test
    void aListJoinsAVisitUnderWayWithWhatTheVisitKnowsAlready() {
        Visit visit = visits.ofAStation();
        inspections.declare(visit.id(), visit.second());
        inspections.nameParticipant(visit.id(), "FIRE", "演示员戊", "消防救援大队", visit.lead());
        inspections.publicise(visit.id(), 20, "安全用气手册", visit.lead());
        assertThat(page(get(visit.address() + "/lists", visit.lead()))
                        .select("#list > .one input")
                        .eachAttr("value"))
                .containsExactly("LPG_OPERATOR");
        Map<String, String> sent = Map.of("list", "LPG_OPERATOR", "key", Visits.key());
        MvcTestResult added = post(visit.address() + "/lists", visit.lead(), sent);
        String address = Objects.requireNonNull(added.getResponse().getRedirectedUrl());
        assertThat(post(visit.address() + "/lists", visit.lead(), sent)).hasRedirectedUrl(address);
        MvcTestResult again = post(address + "/lists", visit.second(), Map.of("list", "ANNEX2", "key", Visits.key()));
        assertThat(again).hasStatus(409);
        assertThat(page(again).select(".summary a").attr("href")).isEqualTo(visit.address());
        for (String wrong : List.of("", "NO_SUCH", "ANNEX1", "\0", "x".repeat(100_000))) {
            MvcTestResult refused = post(address + "/lists", visit.lead(), Map.of("list", wrong));
            assertThat(refused).hasStatus(422);
            assertThat(page(refused).select("#list .invalid-feedback").text()).contains("请选择");
        }
        assertThat(post(address + "/lists", visit.bureau().chief(), sent)).hasStatus(403);
        assertThat(listsOf(visit.unit())).hasSize(2);
        Document form = page(get(address, visit.lead()));
        assertThat(form.select("#team").text()).contains("演示员戊");
        assertThat(form.select("#leaflets").val()).isEqualTo("20");
        assertThat(form.text()).contains(visit.second().certificate().number());
        post(address + "/participants", visit.lead(), Map.of("kind", "EXPERT", "name", "演示员己"));
        String taken = page(get(address, visit.lead()))
                .select("form[action*=participants/]")
                .attr("action");
        post(taken, visit.lead(), Map.of());
        assertThat(page(get(visit.address(), visit.lead())).select("#team").text())
                .as("whoever takes part takes part in the visit")
                .contains("演示员己")
                .doesNotContain("演示员戊");
        assertThat(jdbc.sql("select count(*) from inspection_inspector where inspection_id = any(:ids)"
                                + " and declared_at is not null")
                        .param("ids", listsOf(visit.unit()).toArray(Long[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theCheckPageShowsEveryListAndOneSigningSignsThemAll() throws IOException {
        Visit visit = visits.ofAStation();
        Visit other = beside(visit);
        visits.answer(visit, Map.of(8, Visits.aProblem()));
        Document open = page(get(visit.address() + "/review", visit.lead()));
        assertThat(open.select(".gaps a"))
                .as("what the other list lacks")
                .hasSize(LPG_ITEMS)
                .allMatch(link -> link.attr("href").startsWith(other.address() + "#p"));
        MvcTestResult early = signs(visit, visit.lead());
        assertThat(early).hasStatus(422);
        assertThat(page(early).text()).contains(LPG_ITEMS + " 处没有处理好");
        assertThat(rows("inspection_signature", visit, other)).as("all or none").isZero();

        visits.answer(other, Map.of(1, Visits.aProblem(), 2, Visits.aProblem()));
        Document ready = page(get(other.address() + "/review", visit.second()));
        assertThat(ready.text()).contains("52 / 52 项，不符合 1 项", "5 / 5 项，不符合 2 项", "签署全部 2 张检查表");
        assertThat(ready.select("li:contains(登记隐患)")).hasSize(3);
        assertThat(signs(visit, visit.lead())).hasStatus3xxRedirection();
        assertThat(post(other.address() + "/answers/1", visit.second(), Map.of("verdict", "COMPLIANT", "base", "1")))
                .as("the first signature freezes all of them")
                .hasStatus(409);
        assertThat(post(visit.address() + "/lists", visit.lead(), Map.of("list", "SELLER")))
                .hasStatus(409);
        assertThat(signs(other, visit.second())).as("from either page").hasStatus3xxRedirection();
        byte[] door = Shots.jpeg(40, 30);
        for (int time = 0; time < 2; time++) {
            var absent = browser.post()
                    .uri(visit.address() + "/unit-signature")
                    .multipart()
                    .file(new MockMultipartFile("scan", "门口.jpg", "image/jpeg", door))
                    .with(user(visit.lead().username()))
                    .with(csrf());
            ABSENT.forEach(absent::param);
            assertThat(absent.exchange()).hasRedirectedUrl(visit.address());
        }
        assertThat(rows("inspection_signature", visit, other)).isEqualTo(6);
        assertThat(raised(visit)).hasSize(1);
        assertThat(raised(other)).hasSize(2);
        assertThat(posted(visit, other))
                .as("each officer once, each role once")
                .containsExactly("VISIT_MADE 2 null", "INSPECTED 1 FILLING_STATION", "INSPECTED 1 LPG_OPERATOR");
        assertThat(jdbc.sql("select distinct visit_number from inspection where enterprise_id = :unit")
                        .param("unit", visit.unit().id())
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
        Document record = page(get(other.address(), visit.lead()));
        assertThat(record.select(".head .st").text()).isEqualTo("拒签/不在场");
        assertThat(record.select("dt:contains(同次检查) + dd a").attr("href")).isEqualTo(visit.address());
        assertThat(code(visit)).isNotEqualTo(code(other));
        try (Pdf printed = new Pdf(
                get(visit.address() + ".pdf", visit.lead()).getResponse().getContentAsByteArray())) {
            assertThat(printed.text())
                    .as("each is printed with its code, and names the other")
                    .contains(code(visit), code(other), "一次签字，各自打印");
        }
    }

    @Test
    void theDatabaseKeepsTheListsOfAVisitTogether() {
        Visit visit = visits.ofAStation();
        Visit other = beside(visit);
        assertThatThrownBy(() -> jdbc.sql("update inspection set status = 'TO_SIGN' where id = :id")
                        .param("id", other.id())
                        .update())
                .hasMessageContaining("signed together");
        assertThatThrownBy(() -> jdbc.sql("update inspection set first_list_id = null where id = :id")
                        .param("id", other.id())
                        .update())
                .hasMessageContaining("stays with its visit");
        Visit elsewhere = visits.ofAStation();
        for (long first : List.of(elsewhere.id(), other.id())) {
            assertThatThrownBy(() -> jdbc.sql("insert into inspection select (json_populate_record(i,"
                                    + " json_build_object('id', i.id + 1000000, 'start_key', 'another-key',"
                                    + " 'checklist_code', 'SELLER', 'first_list_id', cast(:first as bigint)))).*"
                                    + " from inspection i where id = :id")
                            .param("id", visit.id())
                            .param("first", first)
                            .update())
                    .as("of another unit, or of a list that is not the first")
                    .hasMessageMatching("(?s).*(inspection_is_of_its_visit|joins the first list).*");
        }
    }

    @Test
    void whatIsAskedTwiceIsShownToWhoSigns() {
        Visit visit = visits.ofAStation();
        Visit other = beside(visit);
        AnswerContent overdue = AnswerContent.nonconforming("2 只气瓶超期未检", false, Visits.DAY.plusDays(15), "演示员甲", "停用");
        visits.answer(visit, Map.of(46, overdue));
        visits.answer(other, Map.of(4, overdue, 5, overdue));
        Document review = page(get(visit.address() + "/review", visit.lead()));
        assertThat(review.select("#same li"))
                .extracting(line -> line.select(".st").text())
                .containsExactly("", "", "各登记一条隐患", "两张表不同，请核实");
        assertThat(review.select("#same li").get(2).text()).contains("气瓶充装单位 第 45 项 · 不符合", "液化石油气经营单位 第 4 项 · 不符合");
    }

    @Test
    void anEarlierProblemIsAnsweredOnceForTheVisitAndReturnsOnce() {
        Visit before = visits.signed(Map.of(8, Visits.aProblem()));
        HazardSummary known = raised(before).get(0);
        Visit visit = visits.of(before.bureau(), before.unit(), "ANNEX2", Visits.DAY.plusDays(1));
        Visit other = beside(visit);
        post(
                other.address() + "/earlier-problems/" + known.id(),
                visit.lead(),
                Map.of("state", "NOT_PUT_RIGHT", "remark", "仍未换证", "base", "0"));
        visits.answer(
                visit,
                Map.of(
                        8,
                        Visits.aProblem()
                                .with(AnswerField.DUE, Visits.DAY.plusDays(15).toString())));
        visits.answer(other, Map.of());
        assertThat(page(get(visit.address() + "/review", visit.lead())).text()).contains("记到原隐患");
        visits.sign(visit);
        assertThat(raised(visit)).as("it is the hazard that was known").isEmpty();
        assertThat(raised(other)).isEmpty();
        assertThat(jdbc.sql("select count(*) from hazard_sighting where hazard_id = :id")
                        .param("id", known.id())
                        .query(Integer.class)
                        .single())
                .as("one visit saw it once")
                .isEqualTo(1);
        assertThat(rows("inspection_earlier_answer", visit, other))
                .as("each record says it")
                .isEqualTo(2);
    }

    @Test
    void oneListIsTakenOffAloneAndTheRestIsSignedOrAllAreBrokenOff() {
        Visit visit = visits.ofAStation();
        Visit other = beside(visit);
        assertThat(page(get(visit.address() + "/termination", visit.lead())).text())
                .contains("终止整次检查", "只终止这张表");
        assertThat(post(
                        visit.address() + "/termination",
                        visit.lead(),
                        Map.of("reason", "不是充装单位，选错了表", "only", "LIST")))
                .hasStatus3xxRedirection();
        visits.answer(other, Map.of());
        visits.sign(other);
        assertThat(posted(visit, other)).containsExactly("VISIT_MADE 2 null", "INSPECTED 1 LPG_OPERATOR");

        Visit closed = visits.ofAStation();
        Visit alsoClosed = beside(closed);
        post(alsoClosed.address() + "/termination", closed.lead(), Map.of("reason", "单位已关闭"));
        assertThat(page(get(closed.address(), closed.lead())).text()).contains("单位已关闭");
        assertThat(posted(closed, alsoClosed)).isEmpty();
    }

    @Test
    void theScanOfTheSignedPapersIsKeptWithEachRecord() {
        Visit visit = visits.ofAStation();
        Visit other = beside(visit);
        visits.answer(visit, Map.of());
        visits.answer(other, Map.of());
        visit.inspectors().forEach(signer -> signs(visit, signer));
        assertThat(page(get(visit.address() + "/review", visit.lead()))
                        .select(".on-paper a")
                        .eachAttr("href"))
                .containsExactly(visit.address() + ".pdf", other.address() + ".pdf");
        var request = browser.post()
                .uri(visit.address() + "/unit-signature")
                .multipart()
                .file(new MockMultipartFile("scan", "签字件.jpg", "image/jpeg", Shots.jpeg(900, 1200)))
                .param("outcome", "PAPER")
                .param("name", "演示员丙")
                .param("title", "主要负责人")
                .with(user(visit.lead().username()))
                .with(csrf());
        assertThat(request.exchange()).hasStatus3xxRedirection();
        for (Visit list : List.of(visit, other)) {
            Document record = page(get(list.address(), visit.lead()));
            String scan = record.select("a:contains(签字件)").attr("href");
            assertThat(scan).startsWith(list.address());
            assertThat(get(scan, visit.lead())).hasStatusOk();
        }
    }

    private Visit beside(Visit visit) {
        long id = inspections.add(visit.id(), "LPG_OPERATOR", Visits.key(), visit.lead());
        return new Visit(id, visit.unit(), visit.bureau());
    }

    private List<Long> listsOf(Unit unit) {
        return jdbc.sql("select id from inspection where enterprise_id = :unit order by id")
                .param("unit", unit.id())
                .query(Long.class)
                .list();
    }

    private int rows(String table, Visit one, Visit other) {
        return jdbc.sql("select count(*) from " + table + " where inspection_id in (:one, :other)")
                .param("one", one.id())
                .param("other", other.id())
                .query(Integer.class)
                .single();
    }

    private List<String> posted(Visit one, Visit other) {
        return jdbc.sql("select act || ' ' || quantity::int || ' ' || coalesce(role, 'null') from journal_entry"
                        + " where source_kind = 'INSPECTION' and source_id in (:one, :other)"
                        + " and act in ('VISIT_MADE', 'INSPECTED') order by position")
                .param("one", one.id())
                .param("other", other.id())
                .query(String.class)
                .list();
    }

    private List<HazardSummary> raised(Visit visit) {
        return hazards.raisedBy(
                new SourceRef(SourceKind.INSPECTION, visit.id(), 0),
                visit.lead().scope());
    }

    private String code(Visit visit) {
        return seals.code(PhotoWork.source(visit.id())).orElseThrow().toString();
    }

    private MvcTestResult signs(Visit visit, Caller signer) {
        return post(
                visit.address() + "/signatures",
                visit.lead(),
                Map.of("inspector", "" + signer.accountId(), "password", DemoPassword.VALUE, "declares", "YES"));
    }

    private MvcTestResult start(World.Bureau bureau, Unit unit, String key, String... lists) {
        var request = browser.post()
                .uri("/inspections")
                .param("enterprise", "" + unit.id())
                .param("day", "" + Visits.DAY)
                .param("inspectors", "" + bureau.secondInspector().accountId())
                .param("key", key)
                .with(user(bureau.inspector().username()))
                .with(csrf());
        List.of(lists).forEach(list -> request.param("list", list));
        return request.exchange();
    }

    private MvcTestResult post(String address, Caller by, Map<String, String> sent) {
        var request = browser.post().uri(address).with(user(by.username())).with(csrf());
        sent.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
