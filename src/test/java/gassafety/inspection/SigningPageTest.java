package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.office.DemoPassword;
import gassafety.register.Unit;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class SigningPageTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Inspections inspections;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void inspectorsSignWithTheirPasswordsThenTheUnitOnThePadAndTwiceIsOnce() throws IOException {
        Visit visit = visits.answered(Map.of(8, Visits.aProblem()));
        assertThat(page(get(visit.address() + "/review", visit.lead())).text()).contains("没有缺漏和矛盾", "登记隐患：复称衡器未检定");
        for (int time = 0; time < 2; time++) {
            assertThat(inspectorSigns(visit, visit.lead(), DemoPassword.VALUE)).hasStatus3xxRedirection();
        }
        assertThat(inspectorSigns(visit, visit.second(), DemoPassword.VALUE))
                .as("on the phone of the first")
                .hasStatus3xxRedirection();
        for (int time = 0; time < 2; time++) {
            assertThat(unitSigns(visit, png(200, 80, true))).hasRedirectedUrl(visit.address());
        }
        Document record = page(get(visit.address(), visit.bureau().leader()));
        assertThat(record.select(".head .st").text()).isEqualTo("已签字");
        assertThat(record.text()).contains("演示员丙", "安全总监", "完成监督检查", "复称衡器未检定");
        assertThat(record.select(".flow li").eachText())
                .as("who signed when stands in the history too")
                .filteredOn(line -> line.contains("检查人员签字") || line.contains("被检查单位签字"))
                .hasSize(3)
                .allMatch(line -> line.matches("20[0-9-]{8} [0-9]{2}:[0-9]{2} .*"));
        assertThat(record.select("form"))
                .as("who only reads has nothing to press")
                .hasSize(2);
        assertThat(get(visit.address() + "/signatures/3.png", visit.bureau().leader()))
                .hasStatusOk()
                .hasContentType("image/png");
        assertThat(get(visit.address() + "/signatures/1.png", visit.lead())).hasStatus(404);
        assertThat(get(visit.address() + "/signatures/3.png", visits.ofASeller().lead()))
                .hasStatus(404);
        assertThat(count(
                        "select count(*) from journal_entry where source_kind = 'INSPECTION' and source_id = :id",
                        visit))
                .isEqualTo(3);
        assertThat(count("select count(*) from inspection_signature where inspection_id = :id", visit))
                .isEqualTo(3);
    }

    @Test
    void nothingIsSignedWithAWrongPasswordAndGuessingLocks() {
        Visit visit = visits.answered(Map.of());
        for (int attempt = 0; attempt < 5; attempt++) {
            MvcTestResult refused = inspectorSigns(visit, visit.second(), "wrong");
            assertThat(refused).hasStatus(422);
            assertThat(page(refused).text()).contains("密码不正确");
        }
        assertThat(page(inspectorSigns(visit, visit.second(), DemoPassword.VALUE))
                        .text())
                .contains("已锁定");
        assertThat(count("select count(*) from inspection_signature where inspection_id = :id", visit))
                .isZero();
    }

    @Test
    void anUnfinishedInspectionIsNotSigned() {
        Visit visit = visits.ofAStation();
        assertThat(page(get(visit.address() + "/review", visit.lead())).select(".gaps a"))
                .hasSize(Visits.ITEMS);
        MvcTestResult refused = inspectorSigns(visit, visit.lead(), DemoPassword.VALUE);
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).text()).contains("52 处没有处理好");
    }

    @Test
    void differingAnswersToThePairAreExplainedBeforeSigning() {
        Visit visit = visits.answered(Map.of(9, Visits.aProblem()));
        assertThat(inspectorSigns(visit, visit.lead(), DemoPassword.VALUE)).hasStatus(422);
        assertThat(post(visit, "/explanations", Map.of("rule", "APPOINTMENTS_AGREE", "explanation", " ")))
                .hasStatus(422);
        assertThat(post(visit, "/explanations", Map.of("rule", "NO_SUCH_RULE", "explanation", "x")))
                .hasStatus(404);
        assertThat(post(visit, "/explanations", Map.of("rule", "APPOINTMENTS_AGREE", "explanation", "任命书在总公司")))
                .hasStatus3xxRedirection();
        assertThat(inspectorSigns(visit, visit.lead(), DemoPassword.VALUE)).hasStatus3xxRedirection();
    }

    @Test
    void aSignatureIsADrawnPngOfReasonableSize() throws IOException {
        Visit visit = visits.answered(Map.of());
        inspectorSigns(visit, visit.lead(), DemoPassword.VALUE);
        assertThat(unitSigns(visit, png(200, 80, true)))
                .as("the second inspector signs first")
                .hasStatus(422);
        inspectorSigns(visit, visit.second(), DemoPassword.VALUE);
        assertThat(unitSigns(visit, png(200, 80, false))).as("blank").hasStatus(422);
        assertThat(unitSigns(visit, "")).hasStatus(422);
        assertThat(unitSigns(visit, "data:image/png;base64,!!!")).hasStatus(422);
        assertThat(unitSigns(visit, "data:image/svg+xml;base64,PHN2Zz4=")).hasStatus(422);
        assertThat(unitSigns(visit, "data:image/png;base64," + "A".repeat(400_000)))
                .hasStatus(422);
        MvcTestResult noNote = post(visit, "/unit-signature", Map.of("outcome", "REFUSED", "note", ""));
        assertThat(noNote).hasStatus(422);
        assertThat(page(noNote).text()).contains("请填写情况说明");
        assertThat(post(visit, "/unit-signature", Map.of("outcome", "MAYBE"))).hasStatus(422);
        Map<String, String> absent = Map.of("outcome", "ABSENT", "note", "负责人外出");
        MvcTestResult unproved = post(visit, "/unit-signature", absent);
        assertThat(unproved).hasStatus(422);
        assertThat(page(unproved).text()).contains("请附拒签、不在场的照片或录音录像");
        var proved = browser.post()
                .uri(visit.address() + "/unit-signature")
                .multipart()
                .file(new MockMultipartFile("scan", "门口.jpg", "image/jpeg", Shots.jpeg(40, 30)))
                .with(user(visit.lead().username()))
                .with(csrf());
        absent.forEach(proved::param);
        assertThat(proved.exchange()).hasRedirectedUrl(visit.address());
        assertThat(page(get(visit.address(), visit.lead())).text()).contains("拒签/不在场", "负责人外出");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update inspection set enterprise_name = 'x' where id = :id",
                "update inspection set findings = 5 where id = :id",
                "update inspection set status = 'IN_PROGRESS' where id = :id",
                "delete from inspection where id = :id",
                "update inspection_answer set verdict = 'COMPLIANT' where inspection_id = :id",
                "delete from inspection_answer where inspection_id = :id",
                "insert into inspection_answer (inspection_id, position, version, base, stands, request_key, saved_by,"
                        + " saved_by_name, saved_at) select :id, 1, 2, 1, true, 'too-late', saved_by, saved_by_name,"
                        + " saved_at from inspection_answer where inspection_id = :id and position = 1",
                "update inspection_inspector set name = 'x' where inspection_id = :id",
                "delete from inspection_inspector where inspection_id = :id",
                "update inspection_signature set name = 'x' where inspection_id = :id",
                "delete from inspection_signature where inspection_id = :id",
                "insert into inspection_signature (inspection_id, number, account_id, kind, name, signed_at)"
                        + " select :id, 9, started_by + 1000, 'INSPECTOR', 'x', now() from inspection where id = :id"
            })
    void theDatabaseRefusesToChangeASignedRecord(String change) {
        Visit visit = visits.signed(Map.of(8, Visits.aProblem()));
        assertThatThrownBy(() -> jdbc.sql(change).param("id", visit.id()).update())
                .hasMessageContaining("never changed");
    }

    @Test
    void aSignedRecordFollowsItsUnitToAnotherOffice() {
        Visit visit = visits.signed(Map.of());
        int moved = jdbc.sql("update inspection set charge_path = '/9/9/' where id = :id")
                .param("id", visit.id())
                .update();
        assertThat(moved).isEqualTo(1);
    }

    @Test
    void whatComesToLightLaterIsASupplement() {
        Visit visit = visits.signed(Map.of());
        Map<String, String> sent = Map.of("body", "次日补充：衡器铅封照片", "key", Visits.key());
        post(visit, "/supplements", sent);
        post(visit, "/supplements", sent);
        assertThat(count("select count(*) from inspection_supplement where inspection_id = :id", visit))
                .isEqualTo(1);
        MvcTestResult other = post(visit, "/supplements", Map.of("body", "另一条补充", "key", sent.get("key")));
        assertThat(other).hasStatus(409);
        assertThat(page(other).select(".written").text()).contains("另一条补充");
        assertThat(post(visit, "/supplements", Map.of("body", "长".repeat(100_000))))
                .hasStatus(422);
        assertThat(page(get(visit.address(), visit.lead())).text()).contains("衡器铅封照片", "补充说明");
    }

    @Test
    void terminationSaysWhatHappensAndNeedsAReason() {
        Visit visit = visits.ofAStation();
        assertThat(page(get(visit.address() + "/termination", visit.lead())).text())
                .contains("不计入任何统计");
        assertThat(get(visit.address() + "/termination", visit.bureau().chief()))
                .hasStatus(403);
        assertThat(post(visit, "/termination", Map.of("reason", " "))).hasStatus(422);
        assertThat(post(visit, "/termination", Map.of("reason", "单位已关闭"))).hasStatus3xxRedirection();
        assertThat(page(get(visit.address(), visit.lead())).text()).contains("终止", "单位已关闭");
    }

    @Test
    void theUnitReadsItsOwnSignedRecordsOnly() {
        Visit visit = visits.answered(Map.of());
        Caller owner =
                world.enterpriseUser(visit.bureau().fieldOffice(), visit.unit().id());
        assertThat(get(visit.address(), owner)).hasStatus(404);
        assertThat(total(owner, "")).isZero();
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        Visit other = visits.signed(Map.of());
        assertThat(get(visit.address(), owner)).hasStatusOk();
        assertThat(get(other.address(), owner)).hasStatus(404);
        assertThat(total(owner, "")).isEqualTo(1);
    }

    @Test
    void theListKeepsItsFiltersAndItsWorkbookHasTheSameRows() {
        Visit visit = visits.signed(Map.of());
        String name = visit.unit().name();
        assertThat(total(visit.lead(), "q=" + name.substring(2))).isEqualTo(1);
        assertThat(total(visit.lead(), "q=" + visit.unit().creditCode().substring(6)))
                .isEqualTo(1);
        assertThat(total(visit.lead(), "q=%25")).isZero();
        assertThat(total(visit.lead(), "status=SIGNED&list=ANNEX2&day=2023-09-20&own=true&page=99"))
                .isEqualTo(1);
        assertThat(total(visit.lead(), "status=TERMINATED")).isZero();
        assertThat(total(visit.bureau().chief(), "own=true")).isZero();
        assertThat(total(visit.lead(), "page=x")).isEqualTo(1);
        for (String wrong : List.of("day=abc", "day=2023-99-99", "status=NO", "list=NO_SUCH")) {
            MvcTestResult refused = get("/inspections?" + wrong, visit.lead());
            assertThat(refused).hasStatus(422);
            String field = wrong.replaceAll("=.*", "");
            assertThat(page(refused).select("#" + field + "-wrong").text()).isNotEmpty();
            assertThat(page(refused).select("#" + field).attr("aria-describedby"))
                    .isEqualTo(field + "-wrong");
            assertThat(get("/inspections.xlsx?" + wrong, visit.lead())).hasStatus(422);
        }
        assertThat(get("/inspections.xlsx?status=SIGNED", visit.lead())).hasStatusOk();
        Caller admin = world.hire(visit.bureau().city(), gassafety.office.Role.ADMINISTRATOR);
        assertThat(get("/inspections", admin)).hasStatus(403);
        assertThat(get(visit.address(), admin)).hasStatus(403);
    }

    @Test
    void anInspectionIsStartedFromThePageOnceEvenWhenTheFormIsSentTwice() {
        World.Bureau bureau = world.bureau();
        long unit = world.licensedStation(bureau).id();
        Document form = page(get("/inspections/new?enterprise=" + unit, bureau.inspector()));
        Map<String, String> sent = Map.of(
                "enterprise", "" + unit,
                "list", "ANNEX2",
                "day", form.select("#day").val(),
                "inspectors", form.select("input[name=inspectors]").val(),
                "key", form.select("input[name=key]").val());
        MvcTestResult first = start(bureau, sent);
        assertThat(first).hasStatus3xxRedirection();
        assertThat(start(bureau, sent).getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        MvcTestResult wrong = start(bureau, Map.of("enterprise", "" + unit, "list", "NONE", "day", "2023-02-30"));
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select(".summary").text()).contains("检查日期");
        assertThat(start(bureau, Map.of("enterprise", "999999999999999999", "list", "ANNEX2")))
                .hasStatus(404);
        assertThat(get("/inspections/new", bureau.chief())).hasStatus(403);
    }

    @Test
    void twoOpenedStartFormsMakeOneInspection() {
        World.Bureau bureau = world.bureau();
        Unit unit = world.licensedStation(bureau);
        Map<String, String> form = Map.of(
                "enterprise", "" + unit.id(),
                "list", "ANNEX2",
                "day", "2023-09-20",
                "camera", "JL-07",
                "inspectors", "" + bureau.secondInspector().accountId());
        MvcTestResult first = start(bureau, form);
        String address = java.util.Objects.requireNonNull(first.getResponse().getRedirectedUrl());
        MvcTestResult second = start(bureau, form);
        assertThat(second).hasStatus(409);
        assertThat(page(second).select(".summary").text()).contains("已经开始");
        assertThat(page(second).select(".summary a").attr("href")).isEqualTo(address);
        assertThat(page(second).select("#camera").val()).isEqualTo("JL-07");
        Visit begun = new Visit(Long.parseLong(address.replaceAll("[^0-9]", "")), unit, bureau);
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into inspection select (json_populate_record(i, json_build_object('id',"
                                        + " i.id + 1000000, 'start_key', 'another-key'))).* from inspection i where id = :id")
                        .param("id", begun.id())
                        .update())
                .hasMessageContaining("inspection_begun_once");
        inspections.terminate(begun.id(), begun.lead(), "单位已关闭");
        assertThat(start(bureau, form)).as("once the first has ended").hasStatus3xxRedirection();
    }

    @Test
    void aSignatureThatComesAfterTheLastIsShownBesideTheRecord() throws IOException {
        Visit visit = visits.signed(Map.of());
        MvcTestResult late =
                post(visit, "/unit-signature", Map.of("outcome", "REFUSED", "note", "对第 8 项有异议", "witness", "演示员丁"));
        assertThat(late).hasStatus(409);
        assertThat(page(late).select(".summary").text()).contains("已签名，内容已固定", "对第 8 项有异议", "演示员丁");
        assertThat(page(late).select("#body").text()).contains("对第 8 项有异议");
        assertThat(unitSigns(visit, "")).as("whatever was sent").hasStatus(409);
        assertThat(inspectorSigns(visit, visit.lead(), DemoPassword.VALUE)).hasStatus(409);
        assertThat(post(visit, "/explanations", Map.of("rule", "APPOINTMENTS_AGREE", "explanation", "任命书在总公司")))
                .hasStatus(409);
        MvcTestResult ended = post(visit, "/termination", Map.of("reason", "单位已关闭"));
        assertThat(ended).hasStatus(409);
        assertThat(page(ended).select(".summary").text()).contains("单位已关闭");
    }

    private MvcTestResult start(World.Bureau bureau, Map<String, String> sent) {
        return post("/inspections", bureau.inspector(), sent);
    }

    private MvcTestResult inspectorSigns(Visit visit, Caller signer, String password) {
        return post(
                visit,
                "/signatures",
                Map.of("inspector", "" + signer.accountId(), "password", password, "declares", "YES"));
    }

    private MvcTestResult unitSigns(Visit visit, String image) {
        return post(
                visit, "/unit-signature", Map.of("outcome", "SIGNED", "name", "演示员丙", "title", "安全总监", "image", image));
    }

    private MvcTestResult post(Visit visit, String below, Map<String, String> sent) {
        return post(visit.address() + below, visit.lead(), sent);
    }

    private MvcTestResult post(String address, Caller by, Map<String, String> sent) {
        var request = browser.post().uri(address).with(user(by.username())).with(csrf());
        sent.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get()
                .uri(java.net.URI.create(encoded(address)))
                .with(user(by.username()))
                .exchange();
    }

    private static String encoded(String address) {
        return org.springframework.web.util.UriUtils.encodeQuery(address, "UTF-8")
                .replace("%2525", "%25");
    }

    private long total(Caller by, String query) {
        MvcTestResult result = get("/inspections?" + query, by);
        assertThat(result).hasStatusOk();
        return Long.parseLong(page(result).select("[data-total]").attr("data-total"));
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long count(String sql, Visit visit) {
        return jdbc.sql(sql).param("id", visit.id()).query(Long.class).single();
    }

    private static String png(int width, int height, boolean drawn) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        if (drawn) {
            image.setRGB(width / 2, height / 2, 0xffffff);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
