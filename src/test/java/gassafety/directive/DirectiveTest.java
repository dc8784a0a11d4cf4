package gassafety.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.enforcement.Service;
import gassafety.enforcement.ServiceWay;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Forbidden;
import gassafety.web.NotNow;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class DirectiveTest {

    @Autowired
    DirectiveWork work;

    @Autowired
    DirectiveFiles files;

    @Autowired
    World world;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester web;

    @Test
    void issuingCountsADirectiveAndServingItAnOrderToCorrect() {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        long id = issued(bureau, station);
        assertThat(counted(station)).containsExactly("DIRECTIVE_ISSUED");
        work.serve(Turn.of(bureau.inspector(), id), served(today.day()));
        assertThat(counted(station)).containsExactly("DIRECTIVE_ISSUED", "CORRECTION_ORDERED");
    }

    @Test
    void aWithdrawnDirectiveCountsNoLonger() {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        long id = issued(bureau, station);
        work.serve(Turn.of(bureau.inspector(), id), served(today.day()));
        work.withdraw(Turn.of(bureau.countyHead(), id).saying("单位名称有误"));
        assertThat(counted(station)).isEmpty();
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(() -> work.serve(Turn.of(bureau.inspector(), id), served(today.day())));
    }

    @Test
    void whatIsNotPossibleNowSaysWhoActsNextAndOnlyToThoseWhoseWorkItIs() throws Exception {
        World.Bureau bureau = world.bureau();
        String address = "/directives/" + issued(bureau, world.licensedStation(bureau)) + "/approval";
        assertThat(get(bureau.inspector(), address)).hasStatus(403);
        assertThat(post(bureau.inspector(), address, Map.of())).hasStatus(403);
        MvcTestResult late = get(bureau.countyHead(), address);
        assertThat(late).hasStatus(409);
        assertThat(late.getResponse().getContentAsString()).contains("指令书现在是“待送达”", "起草单位送达", "没有改动任何数据");
    }

    @Test
    void theBureauNumbersItsDirectivesConsecutively() {
        World.Bureau bureau = world.bureau();
        int year = today.day().getYear();
        assertThat(List.of(
                        number(issued(bureau, world.licensedStation(bureau)), bureau),
                        number(issued(bureau, world.licensedStation(bureau)), bureau)))
                .containsExactly("示市监特令〔" + year + "〕第1号", "示市监特令〔" + year + "〕第2号");
    }

    @Test
    void theHeadIssuesWhatAnotherDrafted() {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        long id = work.draft(bureau.inspector(), key(), station.id(), text());
        work.propose(Turn.of(bureau.secondInspector(), id));
        for (Caller other : List.of(bureau.inspector(), bureau.chief(), bureau.caseHandler(), bureau.leader())) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.issue(Turn.of(other, id)));
        }
        Caller headToo = world.hire(bureau.county(), Role.HEAD, Role.COUNTY_SPECIAL_SECTION);
        long own = work.draft(headToo, key(), station.id(), text());
        work.propose(Turn.of(headToo, own));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.issue(Turn.of(headToo, own)));
        assertThat(counted(station)).isEmpty();
    }

    @Test
    void theSameFormSentTwiceIssuesOnce() {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        long id = proposed(bureau, station);
        Turn turn = new Turn(
                bureau.countyHead(), id, files.open(id, bureau.countyHead()).version(), "");
        work.issue(turn);
        work.issue(turn);
        assertThat(counted(station)).containsExactly("DIRECTIVE_ISSUED");
    }

    @Test
    void theWordDocumentSaysWhatTheLawWantsAndStaysAsItWasIssued() throws Exception {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        long id = issued(bureau, station);
        Document page = page(bureau.inspector(), "/directives/" + id);
        String address = page.selectFirst("a[href^=/documents/]").attr("href");
        byte[] word = get(bureau.inspector(), address).getResponse().getContentAsByteArray();
        assertThat(get(bureau.leader(), address).getResponse().getContentAsByteArray())
                .isEqualTo(word);
        assertThat(jdbc.sql("select sha256 = encode(sha256(?), 'hex') from issued_document where source_id = ?"
                                + " and source_kind = 'DIRECTIVE'")
                        .params(word, id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        try (XWPFWordExtractor letter = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(letter.getText())
                    .contains("特种设备安全监察指令书", number(id, bureau), station.name(), "3只气瓶超期未检", "第四十条")
                    .contains("停止使用并送检", "行政复议", "行政诉讼", "一式两份", bureau.county().getName());
        }
        jdbc.sql("update enterprise set name = '改名以后的充装站' where id = ?")
                .param(station.id())
                .update();
        Document print = page(bureau.inspector(), "/directives/" + id + "/print");
        assertThat(print.selectFirst(".letter").text()).contains(number(id, bureau), station.name(), "3只气瓶超期未检");
    }

    @Test
    void theDatabaseKeepsADocumentAsItWasIssued() {
        World.Bureau bureau = world.bureau();
        long id = issued(bureau, world.licensedStation(bureau));
        for (String change : List.of(
                "update issued_document set title = 'x' where source_id = ?",
                "delete from issued_document where source_id = ?")) {
            assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(change).param(id).update());
        }
    }

    @Test
    void aDirectiveIsDraftedIssuedAndServedThroughThePages() throws Exception {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        String key = page(bureau.inspector(), "/directives/new?enterprise=" + station.id())
                .selectFirst("input[name=key]")
                .val();
        MvcTestResult drafted = post(bureau.inspector(), "/directives", with(form(station), "key", key));
        String address = drafted.getResponse().getRedirectedUrl();
        assertThat(post(bureau.inspector(), "/directives", with(form(station), "key", key))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(address);
        step(bureau.inspector(), address, "proposal", "PROPOSE", Map.of());
        assertThat(page(bureau.countyHead(), "/").text()).contains("签发监察指令书");
        step(bureau.countyHead(), address, "approval", "ISSUE", Map.of());
        step(
                bureau.inspector(),
                address,
                "service",
                "SERVE",
                Map.of("servedOn", "" + today.day(), "way", "DIRECT", "receiver", "演示员乙（站长）"));
        assertThat(page(bureau.leader(), address).text()).contains("已送达", "演示员乙（站长）");
        assertThat(page(bureau.countyHead(), "/directives")
                        .selectFirst("[data-total]")
                        .attr("data-total"))
                .isEqualTo("1");
    }

    @Test
    void whoMayReadWhat() {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        String address = "/directives/" + issued(bureau, station);
        assertThat(get(bureau.leader(), address)).hasStatusOk();
        assertThat(get(world.inspector(world.fieldOffice(bureau.county())), address))
                .hasStatus(404);
        assertThat(get(world.hire(bureau.city(), Role.ADMINISTRATOR), "/directives.xlsx"))
                .hasStatus(403);
    }

    @Test
    void aUnitReadsWhatWasServedOnItAndNothingBefore() throws Exception {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        Caller unit = world.enterpriseUser(bureau.fieldOffice(), station.id());
        long id = issued(bureau, station);
        String address = "/directives/" + id;
        assertThat(get(unit, address)).hasStatus(404);
        assertThat(page(unit, "/").text()).contains("没有送达本单位的监察指令书");
        work.serve(Turn.of(bureau.inspector(), id).saying("拟另案调查"), served(today.day()));
        Document desk = page(unit, "/");
        Document read = page(unit, desk.selectFirst("a[href^=/directives/]").attr("href"));
        assertThat(read.select("h1").text()).isEqualTo(number(id, bureau));
        assertThat(read.text())
                .contains("3只气瓶超期未检。", "停止使用并送检。", "请在 " + today.day().plusDays(15) + " 前整改", "送达监察指令书")
                .doesNotContain("提请签发", "下载 Word", "拟另案调查");
        assertThat(page(bureau.inspector(), address).text()).contains("拟另案调查");
        assertThat(page(unit, address + "/print").select(".letter").text()).contains("3只气瓶超期未检。");
        assertThat(page(unit, "/enterprises/" + station.id()).select("a[href=" + address + "]"))
                .hasSize(1);
        Unit other = world.licensedStation(bureau);
        assertThat(get(world.enterpriseUser(bureau.fieldOffice(), other.id()), address))
                .hasStatus(404);
        assertThat(get(unit, "/directives")).hasStatus(403);
        assertThat(get(unit, address + "/service")).hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({
        "due,2000-01-01",
        "due,2999-01-01",
        "due,9999-01-01",
        "due,0001-01-01",
        "due,明天",
        "due,",
        "problems,",
        "provision,' '",
        "measures,"
    })
    void whatCannotBeIsSaidBesideItsField(String field, String typed) throws Exception {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        MvcTestResult answer =
                post(bureau.inspector(), "/directives", with(form(station), field, typed == null ? "" : typed));
        assertThat(answer).hasStatus(422);
        assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).selectFirst("#" + field + "-error"))
                .isNotNull();
    }

    @Test
    void controlCharactersNeverReachTheDocument() throws Exception {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        MvcTestResult drafted = post(
                bureau.inspector(), "/directives", with(form(station), "problems", "有\u0001控\0制\uD800字符\r\n第二行<b>"));
        String address = drafted.getResponse().getRedirectedUrl();
        step(bureau.inspector(), address, "proposal", "PROPOSE", Map.of());
        step(bureau.countyHead(), address, "approval", "ISSUE", Map.of());
        String document = page(bureau.leader(), address)
                .selectFirst("a[href^=/documents/]")
                .attr("href");
        byte[] word = get(bureau.leader(), document).getResponse().getContentAsByteArray();
        try (XWPFWordExtractor letter = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(letter.getText()).contains("有控制字符", "第二行<b>");
        }
    }

    private long proposed(World.Bureau bureau, Unit station) {
        long id = work.draft(bureau.inspector(), key(), station.id(), text());
        work.propose(Turn.of(bureau.inspector(), id));
        return id;
    }

    private long issued(World.Bureau bureau, Unit station) {
        long id = proposed(bureau, station);
        work.issue(Turn.of(bureau.countyHead(), id));
        return id;
    }

    private String number(long id, World.Bureau bureau) {
        return files.open(id, bureau.countyHead()).row().number();
    }

    private DirectiveText text() {
        return new DirectiveText(
                "3只气瓶超期未检。", "《中华人民共和国特种设备安全法》第四十条。", "停止使用并送检。", today.day().plusDays(15), Set.of(), null);
    }

    private Map<String, String> form(Unit station) {
        return Map.of(
                "enterprise", "" + station.id(),
                "problems", "3只气瓶超期未检。",
                "provision", "第四十条",
                "measures", "停止使用并送检。",
                "due", "" + today.day().plusDays(15));
    }

    private List<String> counted(Unit station) {
        return jdbc.sql("""
                        select act from journal_entry entry
                        where enterprise_id = ? and sign = 1 and act in ('DIRECTIVE_ISSUED', 'CORRECTION_ORDERED')
                          and not exists (select 1 from journal_entry where reverses = entry.position)
                        order by position
                        """).param(station.id()).query(String.class).list();
    }

    private void step(Caller by, String address, String page, String step, Map<String, String> more) throws Exception {
        Map<String, String> form = new HashMap<>(more);
        form.put(
                "version",
                page(by, address + "/" + page)
                        .selectFirst("input[name=version]")
                        .val());
        form.put("step", step);
        assertThat(post(by, address + "/" + page, form)).as(step).hasStatus3xxRedirection();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static Service served(LocalDate day) {
        return new Service(day, ServiceWay.DIRECT, "演示员乙（站长）");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Document page(Caller by, String address) throws Exception {
        MvcTestResult answer = get(by, address);
        assertThat(answer).as(address).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private MvcTestResult get(Caller by, String address) {
        return web.get().uri(address).with(user(by.username())).exchange();
    }

    private MvcTestResult post(Caller by, String address, Map<String, String> form) {
        var request = web.post().uri(address).with(user(by.username())).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
