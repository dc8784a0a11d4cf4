package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.register.Unit;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A hazard that a complaint or a letter told of stands in the ledger like any other, with the paper behind it. */
@SystemTest
class NoticeTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Found found;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    private World.Bureau bureau;
    private Unit unit;

    @BeforeEach
    void aUnit() {
        bureau = world.bureau();
        unit = found.unit(bureau);
    }

    @Test
    void aComplaintBecomesAHazardOnceWithItsPaper() {
        Document record = page(get("/enterprises/" + unit.id(), bureau.inspector()));
        String form = record.select("a:contains(登记隐患)").attr("href");
        Document page = page(get(form, bureau.inspector()));
        Map<String, String> sent =
                sent(Map.of("key", page.select("input[name=key]").val()));
        String hazard = done(send(sent, bureau.inspector()));
        assertThat(done(send(sent, bureau.inspector())))
                .as("the same form sent twice")
                .isEqualTo(hazard);
        Map<String, String> other = new HashMap<>(sent);
        other.put("problem", "另一个问题");
        assertThat(send(other, bureau.inspector())).hasStatus(409);
        Document shown = page(get(hazard, bureau.chief()));
        assertThat(shown.text()).contains("整改中", "阀门漏气", "投诉举报", "登记隐患", "下达整改");
        Document notice = page(get(shown.select("a[href^=/hazards/notices/]").attr("href"), bureau.chief()));
        assertThat(notice.text()).contains("12345 工单", bureau.inspector().name());
        assertThat(get(notice.select(".photos img").attr("src"), bureau.chief()))
                .hasStatusOk();
        assertThat(page(get("/hazards?source=NOTICE", bureau.chief()))
                        .select("[data-total]")
                        .attr("data-total"))
                .isEqualTo("1");
        assertThat(page(get(form, bureau.inspector()))
                        .select("section:has(#known)")
                        .text())
                .as("said before the same complaint is registered again")
                .contains("还没有销号的 1 条", "阀门漏气");
    }

    @Test
    void aFirstTermIsAtMostThirtyDays() {
        MvcTestResult tooLong = send(sent(Map.of("due", "" + today.day().plusDays(31))), bureau.inspector());
        assertThat(tooLong).hasStatus(422);
        assertThat(page(tooLong).select("#due-error").text()).contains("超过 30 日须经批准", "申请延期");
        done(send(sent(Map.of("due", "" + today.day().plusDays(30))), bureau.inspector()));
    }

    @Test
    void fromTheLedgerTheUnitIsFoundFirst() {
        Document ledger = page(get("/hazards", bureau.inspector()));
        String search = ledger.select(".acts a:contains(登记隐患)").attr("href");
        Document found = page(get(search + "?q=" + unit.creditCode(), bureau.inspector()));
        assertThat(found.select("a[href='/hazards/new?enterprise=" + unit.id() + "']"))
                .hasSize(1);
        assertThat(page(get("/hazards", bureau.campaignOffice())).select(".acts a:contains(登记隐患)"))
                .isEmpty();
    }

    @Test
    void theUnitReadsItsHazardButNotWhoToldOfIt() {
        String hazard = done(send(sent(Map.of()), bureau.countySection()));
        Caller unitUser = world.enterpriseUser(bureau.fieldOffice(), unit.id());
        Document shown = page(get(hazard, unitUser));
        assertThat(shown.text()).contains("阀门漏气").doesNotContain("12345");
        assertThat(shown.select("a[href^=/hazards/notices/]")).isEmpty();
        String notice = "/hazards/notices/"
                + jdbc.sql("select max(id) from hazard_notice")
                        .query(Long.class)
                        .single();
        assertThat(get(notice, unitUser)).hasStatus(404);
        assertThat(page(get(notice, bureau.inspector())).text()).contains("12345");
        assertThat(page(get(notice, bureau.leader())).text())
                .as("neither takes it in nor sees to it")
                .contains("只对受理和办理人员显示")
                .doesNotContain("12345");
        assertThat(get(notice, world.bureau().chief())).hasStatus(404);
        assertThat(get("/hazards/new?enterprise=" + unit.id(), unitUser)).hasStatus(403);
        assertThat(send(sent(Map.of()), bureau.chief())).hasStatus(403);
        assertThat(send(sent(Map.of()), world.bureau().inspector()))
                .as("a unit of another bureau")
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "kind,''",
        "kind,RUMOUR",
        "informant,''",
        "foundOn,2999-01-01",
        "due,2000-01-01",
        "due,明天",
        "problem,''",
        "field,XX"
    })
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsRegistered(String field, String typed) {
        MvcTestResult answer = send(sent(Map.of(field, typed)), bureau.inspector());
        assertThat(answer).hasStatus(422);
        Document page = page(answer);
        assertThat(page.select("#" + field + "-error").text()).isNotEmpty();
        assertThat(page.select("input[name=responsible]").val()).isEqualTo("演示员丙");
        assertThat(jdbc.sql("select count(*) from hazard where enterprise_id = :unit")
                        .param("unit", unit.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Map<String, String> sent(Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(Map.of(
                "enterprise", "" + unit.id(),
                "key", UUID.randomUUID().toString(),
                "kind", "COMPLAINT",
                "informant", "12345 工单 20231102-0173",
                "foundOn", "" + today.day(),
                "problem", "阀门漏气",
                "field", "TS",
                "level", "general",
                "responsible", "演示员丙",
                "due", "" + today.day().plusDays(10)));
        sent.put("measure", "停止使用");
        sent.putAll(fields);
        return sent;
    }

    private MvcTestResult send(Map<String, String> sent, Caller by) {
        var request = browser.post()
                .uri("/hazards")
                .multipart()
                .file(new MockMultipartFile("files", "来件.jpg", "image/jpeg", Shots.jpeg(40, 30)));
        sent.forEach(request::param);
        return request.with(user(by.username())).with(csrf()).exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private static String done(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
