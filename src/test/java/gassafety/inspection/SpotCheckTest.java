package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.register.Cylinder.State;
import gassafety.register.EnterpriseRole;
import gassafety.register.Unit;
import gassafety.seal.Passes;
import gassafety.seal.Seals;
import gassafety.support.Pdf;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The cylinders that are looked at in an inspection: what the register says of them, and that they are signed with it. */
@SystemTest
class SpotCheckTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Bottles bottles;

    @Autowired
    Inspections inspections;

    @Autowired
    World world;

    @Autowired
    Seals seals;

    @Autowired
    Passes passes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatTheRegisterSaysIsShownWithWhatSpeaksAgainstIt() {
        Visit visit = visits.ofAStation();
        Unit other = world.licensedStation(visit.bureau());
        String good = bottles.of(visit.unit());
        assertThat(found(visit, good).text())
                .contains(good, visit.unit().name(), "2026-05-20", "2031-05-20", "在用", "YSP35.5，气相")
                .doesNotContain("未登记", "不是本站", "超期", "超过");
        assertThat(found(visit, good).select("[name=result][checked]").val()).isEqualTo("NORMAL");
        assertThat(found(visit, "https://example.invalid/c?m=" + good.toLowerCase() + "&v=1")
                        .text())
                .contains(good, "在用");
        assertThat(found(visit, bottles.of(other)).text()).contains("不是本站的气瓶，所属充装单位是" + other.name());
        Document bad = found(visit, bottles.of(visit.unit(), 2010, "2023-09-19", State.SCRAPPED));
        assertThat(bad.text()).contains("下次检验日期 2023-09-19 已过", "超过设计使用年限：到 2022-05-20 为止", "登记状态是“报废”");
        assertThat(bad.select("[name=result][checked]").val()).isEqualTo("ABNORMAL");
        assertThat(found(visit, bottles.of(visit.unit(), 2019, "2023-09-20", State.IN_USE))
                        .text())
                .as("its last day is the day of the visit")
                .doesNotContain("已过");
        assertThat(found(visit, "nobody-1").text()).contains("NOBODY-1", "未登记", "加入抽查明细");
        assertThat(page(find(visit, " ", visit.lead())).text()).contains("请填写标识号");
        assertThat(page(browser.get()
                                .uri(visit.address() + "/cylinders?code=" + good)
                                .with(user(visit.lead().username()))
                                .exchange())
                        .select("#cylinders .found h3")
                        .text())
                .as("without script")
                .isEqualTo(good);
    }

    @Test
    void aPointOfSaleHasCylindersOfManyStations() {
        World.Bureau bureau = world.bureau();
        Visit visit = visits.of(bureau, world.unit(bureau, EnterpriseRole.LPG_OPERATOR), "LPG_OPERATOR");
        Unit station = world.licensedStation(bureau);
        assertThat(found(visit, bottles.of(station)).text())
                .contains(station.name())
                .doesNotContain("不是本站");
    }

    @Test
    void aCodeIsReadFromItsPhotoOrItIsSaidThatThereIsNone() {
        Visit visit = visits.ofAStation();
        String mark = bottles.of(visit.unit());
        assertThat(page(read(visit, Shots.ofCode(mark))).text())
                .contains(mark, visit.unit().name());
        assertThat(read(visit, Shots.jpeg(640, 480))).hasStatus(422).bodyText().contains("没有读出二维码或条码");
        assertThat(read(visit, "GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .hasStatus(422)
                .bodyText()
                .contains("GIF 动图");
        assertThat(read(visit, new byte[0])).hasStatus(422).bodyText().contains("没有收到照片");
        assertThat(jdbc.sql("select count(*) from attachment where source_kind = 'INSPECTION' and source_id = :id")
                        .param("id", visit.id())
                        .query(Long.class)
                        .single())
                .as("the photo is not kept")
                .isZero();
    }

    @Test
    void aRequestThatIsSentAgainAddsOnceAndTakesOffOnce() {
        Visit visit = visits.ofAStation();
        String mark = bottles.of(visit.unit());
        Map<String, String> once = Map.of("code", mark, "result", "NORMAL", "key", "0123456789abcdef");
        assertThat(page(post(visit, "", visit.lead(), once)).getElementById("g0123456789abcdef"))
                .isNotNull();
        assertThat(post(visit, "", visit.lead(), once)).hasStatusOk();
        assertThat(rows(visit)).containsExactly(mark + " 1 NORMAL ");
        assertThat(post(visit, "", visit.lead(), Map.of("code", "OTHER-1", "key", "0123456789abcdef")))
                .hasStatus(422)
                .bodyText()
                .contains("重复");
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into inspection_cylinder (inspection_id, mark, version, request_key, removed,
                                    result, note, saved_by, saved_by_name, saved_at)
                                select inspection_id, 'OTHER-1', 1, request_key, removed, result, note, saved_by,
                                    saved_by_name, saved_at from inspection_cylinder where inspection_id = :id
                                """).param("id", visit.id()).update())
                .as("the database knows the request")
                .hasMessageContaining("inspection_cylinder_saved_once");

        Map<String, String> off = Map.of("mark", mark, "key", "fedcba9876543210");
        post(visit, "/removals", visit.lead(), off);
        assertThat(page(post(visit, "/removals", visit.lead(), off)).select("#cylinder-list li"))
                .isEmpty();
        assertThat(rows(visit)).containsExactly(mark + " 1 NORMAL ", mark + " 2 NORMAL removed");
        assertThat(post(visit, "/removals", visit.lead(), Map.of("mark", "NOBODY")))
                .hasStatus(404);
        post(visit, "", visit.lead(), Map.of("code", mark, "result", "ABNORMAL", "note", "角阀漏气"));
        assertThat(form(visit).select("#cylinder-list li").text()).contains(mark, "异常", "角阀漏气");
    }

    @Test
    void whatWasAddedWithoutNetworkIsJudgedByTheRegister() {
        Visit visit = visits.ofAStation();
        String good = bottles.of(visit.unit());
        String overdue = bottles.of(visit.unit(), 2019, "2023-05-20", State.OVERDUE);
        for (String code : List.of(good, overdue, "nobody-2")) {
            post(visit, "", visit.lead(), Map.of("code", code));
        }
        assertThat(rows(visit))
                .containsExactlyInAnyOrder(good + " 1 NORMAL ", overdue + " 1 ABNORMAL ", "NOBODY-2 1 ABNORMAL ");
        assertThat(form(visit).select("#chips .apart").text()).isEqualTo("气瓶抽查 3");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Visit visit = visits.ofAStation();
        String mark = bottles.of(visit.unit());
        MvcTestResult refused = browser.post()
                .uri(visit.address() + "/cylinders")
                .param("code", mark)
                .param("result", "ABNORMAL")
                .with(csrf())
                .with(user(visit.lead().username()))
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select("#cylinders .refused").text()).contains("请写明这只气瓶有什么异常");
        assertThat(page(refused).select("#cylinders [name=result][checked]").val())
                .isEqualTo("ABNORMAL");
        assertThat(post(visit, "", visit.lead(), Map.of("code", mark, "result", "MAYBE")))
                .hasStatus(422)
                .bodyText()
                .contains("请选择正常或异常");
        assertThat(post(visit, "", visit.lead(), Map.of("code", mark, "note", "字".repeat(301))))
                .hasStatus(422)
                .bodyText()
                .contains("不能超过 300 个字");
        assertThat(rows(visit)).isEmpty();
    }

    @Test
    void aColleagueSeesTheRowAndOverwritesNothingUnseen() {
        Visit visit = visits.ofAStation();
        String mark = bottles.of(visit.unit());
        String news = visit.address() + "/answers?seen=&cylinders=";
        assertThat(fetch(news + 0, visit.second())).hasStatus(204);
        post(visit, "", visit.lead(), Map.of("code", mark, "result", "ABNORMAL", "note", "瓶体锈蚀"));
        assertThat(page(fetch(news + 0, visit.second()))
                        .select("#cylinder-list")
                        .text())
                .contains(mark, "瓶体锈蚀", visit.lead().name());
        assertThat(fetch(news + 1, visit.second())).hasStatus(204);
        assertThat(post(visit, "", visit.second(), Map.of("code", mark, "result", "NORMAL")))
                .hasStatus(422)
                .bodyText()
                .contains(visit.lead().name(), "记为“异常”（瓶体锈蚀）");
        post(visit, "", visit.second(), Map.of("code", mark, "result", "ABNORMAL"));
        assertThat(rows(visit)).as("who says the same adds nothing").hasSize(1);
        assertThat(page(find(visit, mark, visit.second())).text()).contains("已在抽查明细", "更新抽查明细");
        post(visit, "", visit.second(), Map.of("code", mark, "result", "NORMAL", "seen", "1"));
        assertThat(rows(visit)).containsExactly(mark + " 1 ABNORMAL 瓶体锈蚀", mark + " 2 NORMAL ");
    }

    @Test
    void outsideTheScopeAndForOtherListsThereIsNothing() {
        Visit visit = visits.ofAStation();
        Visit elsewhere = visits.ofAStation();
        Visit seller = visits.ofASeller();
        String mark = bottles.of(visit.unit());
        Map<String, String> row = Map.of("code", mark);
        assertThat(find(visit, mark, elsewhere.lead())).hasStatus(404);
        assertThat(post(visit, "", elsewhere.lead(), row)).hasStatus(404);
        assertThat(post(visit, "/removals", elsewhere.lead(), Map.of("mark", mark)))
                .hasStatus(404);
        assertThat(find(visit, mark, visit.bureau().chief())).hasStatus(403);
        assertThat(post(visit, "", visit.bureau().chief(), row)).hasStatus(403);
        assertThat(find(seller, mark, seller.lead())).hasStatus(404);
        assertThat(post(seller, "", seller.lead(), row)).hasStatus(404);
        assertThat(form(seller).select("#cylinders")).isEmpty();
        assertThat(rows(visit)).isEmpty();
    }

    @Test
    void whatTheRegisterWarnsOfIsNotSignedAsInOrderWithoutAReason() {
        Visit visit = visits.answered(Map.of());
        String overdue = bottles.of(visit.unit(), 2019, "2023-05-20", State.IN_USE);
        post(visit, "", visit.lead(), Map.of("code", overdue, "result", "NORMAL"));
        Document review = page(get(visit.address() + "/review", visit.lead()));
        assertThat(review.select(".obstacles").text()).contains(overdue + " 记为“正常”，登记信息却有问题（超期未检");
        assertThat(review.select(".obstacles a").attr("href")).isEqualTo(visit.address() + "#cylinders");
        inspections.explain(visit.id(), visit.lead(), "CYLINDERS_AGREE", "检验报告在站，登记尚未更新");
        visits.sign(visit);
        assertThat(rows(visit)).containsExactly(overdue + " 1 NORMAL ");
    }

    @Test
    void itIsSignedWithTheRecordAndStaysAsItWas() throws IOException {
        Visit visit = visits.answered(Map.of());
        String mark = bottles.of(visit.unit(), 2010, "2023-05-20", State.IN_USE);
        Map<String, String> sent =
                Map.of("code", mark, "result", "ABNORMAL", "note", "瓶体锈蚀", "key", "0123456789abcdef");
        post(visit, "", visit.lead(), sent);
        post(visit, "", visit.lead(), Map.of("code", "nobody-3"));
        assertThat(page(get(visit.address() + "/review", visit.lead())).text()).contains("抽查气瓶 2 只，异常 2 只");
        visits.sign(visit);
        jdbc.sql("update cylinder set next_inspection_on = '2030-05-20' where mark = :mark")
                .param("mark", mark)
                .update();

        assertThat(page(get(visit.address(), visit.lead())).text())
                .contains("气瓶抽查明细（2）", mark, "下次检验日期 2023-05-20 已过", "超过设计使用年限", "瓶体锈蚀", "NOBODY-3", "未登记");
        try (Pdf pdf = new Pdf(
                get(visit.address() + ".pdf", visit.lead()).getResponse().getContentAsByteArray())) {
            assertThat(pdf.text()).contains("气瓶抽查明细（2只，异常2只）", mark, "瓶体锈蚀", "NOBODY-3", "未登记");
        }
        assertThat(content(visit))
                .contains("\"cylinders\":[{\"mark\":\"NOBODY-3\",\"note\":\"\",\"registered\":null")
                .contains("{\"mark\":\"" + mark + "\",\"note\":\"瓶体锈蚀\"", "\"next_inspection_on\":\"2023-05-20\"");

        assertThat(post(visit, "", visit.lead(), sent))
                .as("a reply that was lost")
                .hasStatusOk();
        assertThat(post(visit, "", visit.lead(), Map.of("code", "LATE-1")))
                .hasStatus(409)
                .bodyText()
                .contains("内容已固定");
        assertThat(post(visit, "/removals", visit.lead(), Map.of("mark", mark))).hasStatus(409);
        for (String change : List.of(
                "update inspection_cylinder set note = 'x' where inspection_id = :id",
                "delete from inspection_cylinder where inspection_id = :id",
                "insert into inspection_cylinder (inspection_id, mark, version, request_key, removed, result, note,"
                        + " saved_by, saved_by_name, saved_at) select id, 'LATE', 1, 'latelate', false, 'NORMAL', '',"
                        + " started_by, 'x', now() from inspection where id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("id", visit.id()).update())
                    .hasMessageContaining("never changed");
        }
        assertThat(passes.standings(visit.id())).containsExactly("UNCHANGED");
        behindTheBack("update inspection_cylinder set note = '' where inspection_id = :id and note <> ''", visit);
        assertThat(passes.standings(visit.id())).containsExactly("CHANGED");
    }

    private String content(Visit visit) {
        return new String(seals.find(Passes.of(visit.id()), 0).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    /** As somebody does who may do everything on the database. */
    private void behindTheBack(String sql, Visit visit) {
        jdbc.sql("alter table inspection_cylinder disable trigger inspection_cylinder_is_final")
                .update();
        jdbc.sql(sql).param("id", visit.id()).update();
        jdbc.sql("alter table inspection_cylinder enable always trigger inspection_cylinder_is_final")
                .update();
    }

    /** Every row: mark, version, result, note, and whether it takes off. */
    private List<String> rows(Visit visit) {
        return jdbc.sql("select mark || ' ' || version || ' ' || result || ' ' || note"
                        + " || case when removed then 'removed' else '' end"
                        + " from inspection_cylinder where inspection_id = :id order by mark, version")
                .param("id", visit.id())
                .query(String.class)
                .list();
    }

    private Document found(Visit visit, String code) {
        MvcTestResult answer = find(visit, code, visit.lead());
        assertThat(answer).hasStatusOk();
        return page(answer);
    }

    private MvcTestResult find(Visit visit, String code, Caller by) {
        return browser.get()
                .uri(visit.address() + "/cylinders")
                .param("code", code)
                .header("X-Requested-With", "fetch")
                .with(user(by.username()))
                .exchange();
    }

    private MvcTestResult read(Visit visit, byte[] photo) {
        return browser.post()
                .uri(visit.address() + "/cylinders/readings")
                .multipart()
                .file(new MockMultipartFile("photo", "code.jpg", "image/jpeg", photo))
                .header("X-Requested-With", "fetch")
                .with(csrf())
                .with(user(visit.lead().username()))
                .exchange();
    }

    private MvcTestResult post(Visit visit, String below, Caller by, Map<String, String> fields) {
        var request = browser.post().uri(visit.address() + "/cylinders" + below).header("X-Requested-With", "fetch");
        fields.forEach(request::param);
        return request.with(csrf()).with(user(by.username())).exchange();
    }

    private MvcTestResult fetch(String address, Caller by) {
        return browser.get()
                .uri(address)
                .header("X-Requested-With", "fetch")
                .with(user(by.username()))
                .exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private Document form(Visit visit) {
        return page(get(visit.address(), visit.lead()));
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
