package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.seal.Passes;
import gassafety.seal.Seal;
import gassafety.seal.Seals;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A signed inspection proves itself, whatever somebody with all rights on the database does to it. */
@SystemTest
class SealedRecordTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Inspections inspections;

    @Autowired
    Signing signing;

    @Autowired
    Sealing sealing;

    @Autowired
    Seals seals;

    @Autowired
    Passes passes;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Today today;

    private static int address;

    /** Something done to a signed record behind the application's back, and what is said about it. */
    private record Tampering(String table, String sql, String said) {}

    private static final String CHANGED = "内容在签字后被改动";
    private static final String UNKNOWN = "没有找到这个核验码";

    private static final List<Tampering> TAMPERINGS = List.of(
            new Tampering("inspection", "update inspection set enterprise_name = '示例改名' where id = :id", CHANGED),
            new Tampering("inspection", "update inspection set findings = 0 where id = :id", CHANGED),
            new Tampering("inspection", "update inspection set visit_day = visit_day + 1 where id = :id", CHANGED),
            new Tampering("inspection", "update inspection set status = 'NOT_SIGNED_BY_UNIT' where id = :id", CHANGED),
            new Tampering(
                    "inspection",
                    "update inspection set status = 'TERMINATED', termination_reason = 'x', findings = null, visit_number = null,"
                            + " shown_to_unit = false where id = :id",
                    "记录已不在或已不是签字状态"),
            new Tampering(
                    "inspection_answer",
                    "update inspection_answer set remark = '事后' where inspection_id = :id and position = 3",
                    CHANGED),
            new Tampering(
                    "inspection_answer",
                    "update inspection_answer set due = due + 1 where inspection_id = :id and position = 8",
                    CHANGED),
            new Tampering(
                    "inspection_answer",
                    "delete from inspection_answer where inspection_id = :id and position = 8",
                    CHANGED),
            new Tampering(
                    "inspection_inspector",
                    "update inspection_inspector set certificate_number = 'x' where inspection_id = :id and place = 0",
                    CHANGED),
            new Tampering(
                    "inspection_inspector",
                    "delete from inspection_inspector where inspection_id = :id and place = 0",
                    CHANGED),
            new Tampering(
                    "inspection_explanation",
                    "insert into inspection_explanation (inspection_id, rule, explanation, given_by, given_by_name,"
                            + " given_at) select id, 'X', 'x', started_by, 'x', now() from inspection where id = :id",
                    CHANGED),
            new Tampering(
                    "inspection_signature",
                    "update inspection_signature set name = 'x' where inspection_id = :id and number = 3",
                    CHANGED),
            new Tampering(
                    "inspection_signature",
                    "update inspection_signature set image = 'x' where inspection_id = :id and number = 3",
                    CHANGED),
            new Tampering(
                    "evidence_photo",
                    "update evidence_photo set small = set_byte(small, 9, 255 - get_byte(small, 9))"
                            + " where source_kind = 'INSPECTION' and source_id = :id",
                    CHANGED),
            new Tampering(
                    "evidence_photo_removal",
                    "insert into evidence_photo_removal select id, by_account_id, by_name, added_at from evidence_photo"
                            + " where source_kind = 'INSPECTION' and source_id = :id",
                    CHANGED),
            new Tampering(
                    "attachment",
                    "update attachment set bytes = set_byte(bytes, 100, 255 - get_byte(bytes, 100))"
                            + " where source_kind = 'INSPECTION' and source_id = :id",
                    "照片或文件原件在签字后被改动"),
            new Tampering(
                    "attachment",
                    "update attachment set bytes = set_byte(bytes, 100, 9), sha256 ="
                            + " encode(sha256(set_byte(bytes, 100, 9)), 'hex') where source_kind = 'INSPECTION' and source_id = :id",
                    "照片或文件原件在签字后被改动"),
            new Tampering(
                    "seal",
                    "update seal set content = content || ' ', sha256 = encode(sha256(content || ' '), 'hex')"
                            + " where source_kind = 'INSPECTION' and source_id = :id",
                    "签封本身被改动"),
            new Tampering(
                    "seal",
                    "update seal set sealed_at = sealed_at - interval '1 day' where source_kind = 'INSPECTION' and source_id = :id",
                    "签封本身被改动"),
            new Tampering(
                    "seal",
                    "update seal set key_id = '0123456789abcdef' where source_kind = 'INSPECTION' and source_id = :id",
                    "密钥不在密钥文件中"),
            new Tampering(
                    "seal",
                    "update seal set source_kind = 'NONSENSE' where source_kind = 'INSPECTION' and source_id = :id",
                    UNKNOWN),
            new Tampering("seal", "delete from seal where source_kind = 'INSPECTION' and source_id = :id", UNKNOWN));

    @Test
    void whatIsDoneBehindTheApplicationsBackIsSaidByThePageAndByThePassOverAllRecords() {
        List<Visit> touched = new ArrayList<>();
        for (Tampering tampering : TAMPERINGS) {
            Visit visit = signedWithPhoto();
            String code = code(visit);
            assertThat(verify(code)).hasStatusOk().bodyText().contains("存在，与签字时一致");
            behindTheBack(tampering.table(), tampering.sql(), visit.id());
            assertThat(page(verify(code)).text())
                    .as(tampering.sql())
                    .contains(tampering.said())
                    .doesNotContain("与签字时一致");
            touched.add(visit);
        }
        Visit untouched = visits.signed(Map.of());

        Caller office = untouched.bureau().campaignOffice();
        for (int time = 0; time < 2; time++) {
            assertThat(browser.post()
                            .uri("/seals/checks")
                            .with(user(office.username()))
                            .with(csrf()))
                    .hasRedirectedUrl("/seals");
        }
        assertThat(page(get("/seals", office)).text()).contains("进行中");
        passes.finish();
        Document found = page(get("/seals", untouched.bureau().leader()));
        for (int at = 0; at < touched.size(); at++) {
            assertThat(found.select("section")
                            .first()
                            .select("a[href=" + touched.get(at).address() + "]"))
                    .as(TAMPERINGS.get(at).sql())
                    .isNotEmpty();
        }
        assertThat(found.select("a[href=" + untouched.address() + "]")).isEmpty();
    }

    @Test
    void anyoneWithTheCodeSeesUnitDayAndOfficeAndNoMore() {
        Visit visit = visits.signed(Map.of(8, Visits.aProblem()));
        String code = code(visit);
        MvcTestResult answer = verify(code);
        assertThat(page(answer).text())
                .contains(
                        code,
                        visit.unit().name(),
                        "2023-09-20",
                        visit.bureau().fieldOffice().getShortName());
        assertThat(page(answer).text())
                .doesNotContain("复称衡器", visit.lead().name(), visit.unit().creditCode(), "演示员甲");
        assertThat(verify(code.toLowerCase().replace("-", ""))).hasStatusOk();
        assertThat(browser.get().uri("/verify?code={code}", code.replace("-", " ")))
                .hasRedirectedUrl("/verify/" + code);
        assertThat(page(get(visit.address(), visit.lead())).text()).contains("记录核验", code, "与签字时一致");
        assertThat(page(get("/login", null)).select("a[href=/verify]")).hasSize(1);
    }

    @Test
    void anUnknownOrMistypedCodeIsSaidInPlainWords() {
        assertThat(verify("0000-0000-0000-0000")).hasStatus(404).bodyText().contains(UNKNOWN);
        assertThat(verify("<script>")).hasStatus(404).bodyText().contains(UNKNOWN, "&lt;script&gt;");
        MvcTestResult mistyped = browser.get().uri("/verify?code=7K3M-U").exchange();
        assertThat(mistyped).hasStatus(422).bodyText().contains("16 位字母和数字");
        assertThat(page(mistyped).select("#code").val()).isEqualTo("7K3M-U");
        assertThat(browser.get().uri("/verify")).hasStatusOk();
    }

    @Test
    void whoTriesManyCodesHasToWait() {
        MvcTestResult answer = verify("0000-0000-0000-0000", "198.51.100.1");
        for (int time = 0; time < 40; time++) {
            answer = verify("0000-0000-0000-0000", "198.51.100.1");
        }
        assertThat(answer)
                .hasStatus(429)
                .hasHeader("Retry-After", "60")
                .bodyText()
                .contains("请过一分钟再试");
        assertThat(verify("0000-0000-0000-0000", "198.51.100.2")).hasStatus(404);
    }

    @Test
    void theInspectorsSignaturesBindWhatTheySaw() {
        Visit visit = visits.answered(Map.of());
        visit.inspectors().forEach(inspector -> signing.inspectorSigns(visit.id(), inspector, visit.lead()));
        behindTheBack(
                "inspection_answer",
                "update inspection_answer set remark = '事后' where inspection_id = :id and position = 3",
                visit.id());
        UnitSignature unit = UnitSignature.signed("演示员甲", "负责人", null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signing.unitSigns(visit.id(), unit, visit.lead()))
                .withMessageContaining("与检查人员签字时不一致");
        behindTheBack(
                "inspection_answer",
                "update inspection_answer set remark = '' where inspection_id = :id and position = 3",
                visit.id());
        signing.unitSigns(visit.id(), unit, visit.lead());
        Seal seal = seals.find(Passes.of(visit.id()), 0).orElseThrow();
        String content = new String(seal.content(), StandardCharsets.UTF_8);
        List<String> bound = jdbc.sql(
                        "select distinct content_sha256 from inspection_signature where inspection_id = :id")
                .param("id", visit.id())
                .query(String.class)
                .list();
        assertThat(bound).hasSize(1);
        assertThat(content).contains("\"content_sha256\":\"" + bound.get(0) + "\"");
        String signed = content.substring(content.indexOf("\"content\":") + 10, content.indexOf(",\"content_sha256\""));
        assertThat(DigestUtils.sha256Hex(signed)).isEqualTo(bound.get(0));
    }

    @Test
    void aSupplementIsSealedToItsRecord() {
        Visit visit = visits.signed(Map.of());
        inspections.supplement(visit.id(), visit.lead(), "次日补充", Visits.key());
        inspections.supplement(visit.id(), visit.second(), "再补充", Visits.key());
        assertThat(passes.standings(visit.id())).containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED");
        Seal record = seals.find(Passes.of(visit.id()), 0).orElseThrow();
        Seal supplement = seals.find(Passes.of(visit.id()), 2).orElseThrow();
        assertThat(new String(supplement.content(), StandardCharsets.UTF_8)).contains("再补充", record.sha256());
        assertThat(verify(supplement.printedCode())).hasStatusOk().bodyText().contains("补充说明 2");
        behindTheBack(
                "inspection_supplement",
                "update inspection_supplement set body = 'x' where inspection_id = :id and body = '再补充'",
                visit.id());
        assertThat(passes.standings(visit.id())).containsExactly("UNCHANGED", "UNCHANGED", "CHANGED");
        assertThat(page(get(visit.address(), visit.lead())).text()).contains(CHANGED);
    }

    @Test
    void closingARecordAndMovingItsUnitLeaveItUnchanged() {
        Visit visit = visits.signed(Map.of());
        inspections.close(visit.id(), visit.lead());
        jdbc.sql("update inspection set charge_path = '/9/9/' where id = :id")
                .param("id", visit.id())
                .update();
        assertThat(passes.standings(visit.id())).containsExactly("UNCHANGED");
    }

    @Test
    void whatWasSignedBeforeThereWereSealsIsCalledThatAndTheListOfItCanNotBeAddedTo() {
        Visit old = visits.signed(Map.of());
        Visit stripped = visits.signed(Map.of());
        transaction.executeWithoutResult(status -> {
            behindTheBack("seal", "delete from seal where source_id > 0 or source_id = :id", 0);
            behindTheBack("beginning_of_seals", "delete from beginning_of_seals where one or :id > 0", 0);
            String listed = "insert into record_before_seals values ('INSPECTION', :id, 0)";
            behindTheBack("record_before_seals", listed, old.id());
            passes.signTheListOfRecordsBeforeSeals();
            assertThat(passes.standings(old.id())).containsExactly("BEFORE_SEALS");
            assertThat(passes.standings(stripped.id())).containsExactly("UNSEALED");
            behindTheBack("record_before_seals", listed, stripped.id());
            assertThat(passes.standings(stripped.id())).containsExactly("UNSEALED");
            status.setRollbackOnly();
        });
    }

    @Test
    void theNightlyPassIsMadeOnceADay() {
        today.at(Instant.parse("2023-10-01T17:59:00Z"), passes::beginNight);
        assertThat(nights()).isZero();
        for (int copy = 0; copy < 3; copy++) {
            today.at(Instant.parse("2023-10-01T18:00:00Z"), passes::beginNight);
            passes.finish();
        }
        assertThat(nights()).isEqualTo(1);
    }

    /** Finished passes of the night of 2023-10-02 in Shanghai. */
    private long nights() {
        return jdbc.sql("select count(*) from seal_check where night = '2023-10-02' and finished_at is not null")
                .query(Long.class)
                .single();
    }

    @Test
    void onlyTheCampaignOfficeAndTheLeadershipSeeThePasses() {
        World.Bureau bureau = world.bureau();
        assertThat(get("/seals", bureau.campaignOffice())).hasStatusOk();
        assertThat(get("/seals", bureau.leader())).hasStatusOk();
        assertThat(page(get("/seals", bureau.leader())).select("form[action=/seals/checks]"))
                .isEmpty();
        for (Caller other : List.of(
                bureau.inspector(),
                bureau.chief(),
                bureau.countyHead(),
                world.hire(bureau.city(), Role.ADMINISTRATOR),
                world.hire(bureau.city(), Role.DEPARTMENT))) {
            assertThat(get("/seals", other)).as(other.roles().toString()).hasStatus(403);
        }
        assertThat(browser.post()
                        .uri("/seals/checks")
                        .with(user(bureau.leader().username()))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(get("/seals", null)).hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update seal set code = code where source_kind = 'INSPECTION' and source_id = :id",
                "delete from seal where source_kind = 'INSPECTION' and source_id = :id",
                "insert into record_before_seals values ('INSPECTION', :id, 0)",
                "update beginning_of_seals set records = :id"
            })
    void theDatabaseRefusesToChangeSeals(String change) {
        Visit visit = visits.signed(Map.of());
        assertThatThrownBy(() -> jdbc.sql(change).param("id", visit.id()).update())
                .hasMessageContaining("never changed");
    }

    @Test
    void aRecordThatWasBeingSignedDuringAnUpdateIsFinishedInItsFormAndWhatIsSlippedUnderItIsReported() {
        Visit visit = visits.answered(Map.of());
        signing.inspectorSigns(visit.id(), visit.lead(), visit.lead());
        String inForm1 = new String(sealing.content(visit.id(), 0, 1), StandardCharsets.UTF_8);
        String signed = inForm1.replaceFirst(".*\\},\"content_sha256\":\"([0-9a-f]{64})\".*", "$1");
        behindTheBack(
                "inspection_signature",
                "update inspection_signature set content_sha256 = '" + signed + "' where inspection_id = :id",
                visit.id());
        signing.inspectorSigns(visit.id(), visit.second(), visit.lead());
        signing.unitSigns(visit.id(), UnitSignature.signed("演示员甲", "负责人", null), visit.lead());
        assertThat(seals.find(Passes.of(visit.id()), 0).orElseThrow().form()).isEqualTo(1);
        assertThat(passes.standings(visit.id())).containsExactly("UNCHANGED");
        behindTheBack(
                "inspection_cylinder",
                "insert into inspection_cylinder (inspection_id, mark, version, request_key, removed, result, note,"
                        + " saved_by, saved_by_name, saved_at) select id, 'LATE', 1, 'latelate', false, 'NORMAL', '',"
                        + " started_by, 'x', now() from inspection where id = :id",
                visit.id());
        assertThat(passes.standings(visit.id())).containsExactly("CHANGED");
    }

    @Test
    void theContentIsWrittenAsDescribed() throws IOException {
        Visit visit = visits.ofASeller();
        inspections.answerAll(visit.id(), visit.lead(), Map.of(2, Visits.aProblem()));
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        assertThat(steady(seals.find(Passes.of(visit.id()), 0).orElseThrow().content()))
                .isEqualTo(golden("sealed-record.json"));
        assertThat(steady(sealing.content(visit.id(), 0, 2))).isEqualTo(golden("sealed-record-form-2.json"));
        assertThat(steady(sealing.content(visit.id(), 0, 1))).isEqualTo(golden("sealed-record-form-1.json"));
    }

    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/inspection", name)).strip();
    }

    private static String steady(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .replaceAll("\"(account|id)\":\\d+", "\"$1\":1")
                .replaceAll("(演示员|示例单位|示例所|\"示例)\\d+", "$11")
                .replaceAll("\"credit_code\":\"\\w+\"", "\"credit_code\":\"91990000MA0000001X\"")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{15}Z", "2023-09-20T02:00:00.000000Z")
                .replaceAll("[0-9a-f]{64}", "0".repeat(64));
    }

    private Visit signedWithPhoto() {
        Visit visit = visits.answered(Map.of(8, Visits.aProblem()));
        inspections.addPhoto(visit.id(), 8, Visits.key(), "现场.jpg", Shots.jpeg(40, 30), visit.lead());
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        return visit;
    }

    private String code(Visit visit) {
        return seals.code(Passes.of(visit.id())).orElseThrow();
    }

    /** As somebody does who may do everything on the database: the triggers are off meanwhile. */
    private void behindTheBack(String table, String sql, long id) {
        Map<String, String> triggers = new java.util.HashMap<>();
        jdbc.sql("select tgname, case tgenabled when 'A' then 'enable always' else 'enable' end as again"
                        + " from pg_trigger where tgrelid = cast(:table as regclass) and not tgisinternal")
                .param("table", table)
                .query((row, number) -> triggers.put(row.getString("tgname"), row.getString("again")))
                .list();
        triggers.keySet()
                .forEach(trigger -> jdbc.sql("alter table " + table + " disable trigger " + trigger)
                        .update());
        try {
            jdbc.sql(sql).param("id", id).update();
        } finally {
            triggers.forEach((trigger, again) -> jdbc.sql("alter table " + table + " " + again + " trigger " + trigger)
                    .update());
        }
    }

    /** Each from an address of its own. */
    private MvcTestResult verify(String code) {
        return verify(code, "2001:db8::" + Integer.toHexString(++address));
    }

    private MvcTestResult verify(String code, String from) {
        return browser.get()
                .uri("/verify/{code}", code)
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult get(String where, @org.jspecify.annotations.Nullable Caller caller) {
        return caller == null
                ? browser.get().uri(where).exchange()
                : browser.get().uri(where).with(user(caller.username())).exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
