package gassafety.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.enforcement.Service;
import gassafety.enforcement.ServiceWay;
import gassafety.enforcement.Turn;
import gassafety.inspection.AnswerContent;
import gassafety.inspection.Inspections;
import gassafety.inspection.UnitSignature;
import gassafety.office.Caller;
import gassafety.register.EnterpriseRole;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 责令改正通知书 for what an inspection found, without a case. */
@SystemTest
class CorrectionTest {

    private static final LocalDate DAY = LocalDate.of(2023, 9, 20);

    @Autowired
    DirectiveWork work;

    @Autowired
    Inspections inspections;

    @Autowired
    World world;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester web;

    World.Bureau bureau;
    Unit seller;

    @BeforeEach
    void sellerOfABureau() {
        bureau = world.bureau();
        seller = world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);
    }

    @Test
    void findingsAreOrderedToBeCorrectedWithTheBureausNumberAndTemplate() throws Exception {
        long inspection = inspected(Map.of(9, finding()));
        String draft = page(bureau.inspector(), "/inspections/" + inspection)
                .select("a:contains(起草责令改正通知书)")
                .attr("href");
        Document form = page(bureau.inspector(), draft);
        assertThat(form.select("h1").text()).isEqualTo("起草责令改正通知书");
        assertThat(form.select("#problems").text()).isEqualTo("灶具没有熄火保护装置");
        assertThat(form.select("input[name=hazards][checked]")).hasSize(1);
        today.at(
                DAY.plusDays(1).atTime(9, 0).atZone(Today.ZONE).toInstant(),
                () -> assertThat(page(bureau.inspector(), draft)
                                .select("input[name=due]")
                                .val())
                        .as("the term of the hazard")
                        .isEqualTo(DAY.plusDays(15).toString()));
        Map<String, String> sent = form(form);
        String address = location(post(bureau.inspector(), "/directives", sent));
        assertThat(page(bureau.countyHead(), address).select(".kv .alarm").text())
                .as("a term that outlasts the hazard's")
                .contains("晚于", DAY.plusDays(15).toString());
        assertThat(location(post(bureau.inspector(), "/directives", sent)))
                .as("the same form again")
                .isEqualTo(address);
        step(bureau.inspector(), address, "proposal", "PROPOSE", Map.of());
        assertThat(page(bureau.countyHead(), "/").text()).contains("签发责令改正通知书");
        step(bureau.countyHead(), address, "approval", "ISSUE", Map.of());
        assertThat(line(16)).as("an order counts when it is served").isEqualTo("0");
        Map<String, String> service = Map.of("servedOn", "" + today.day(), "way", "DIRECT", "receiver", "演示员乙（店主）");
        step(bureau.inspector(), address, "service", "SERVE", service);

        String number = "示市监责改〔" + today.day().getYear() + "〕1号";
        Document order = page(bureau.leader(), address);
        assertThat(order.text()).contains(number, "已送达", "责令改正通知书", "送达责令改正通知书");
        String word = order.select("a[href^=/documents/]").attr("href");
        byte[] bytes = get(bureau.leader(), word).getResponse().getContentAsByteArray();
        try (XWPFWordExtractor letter = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
            assertThat(letter.getText())
                    .contains("责令改正通知书", number, seller.name(), bureau.county().getName())
                    .contains("灶具没有熄火保护装置", "全部下架", "依据《中华人民共和国产品质量法》第五十条，", "行政复议", "一式两份");
        }
        assertThat(page(bureau.inspector(), address + "/print")
                        .select(".letter")
                        .text())
                .contains("责令改正通知书", number, seller.name(), "全部下架", "当事人签收");
        assertThat(line(16)).isEqualTo("1");
        assertThat(line(19)).as("it is no 监察指令书").isEqualTo("0");
        assertThat(page(bureau.leader(), "/directives?kind=CORRECTION")
                        .select("[data-total]")
                        .attr("data-total"))
                .isEqualTo("1");
        assertThat(page(bureau.leader(), "/directives?kind=SUPERVISION")
                        .select("[data-total]")
                        .attr("data-total"))
                .isEqualTo("0");
        assertThat(page(bureau.inspector(), "/inspections/" + inspection).text())
                .contains(number);
    }

    @Test
    void aUnitOrderedTwiceIsOneUnitAndAWithdrawnOrderCountsNoLonger() {
        long first = served(inspected(Map.of(9, finding())));
        long directive = work.draft(bureau.inspector(), key(), seller.id(), text(null));
        bring(directive);
        assertThat(line(16)).as("同一单位只计一家").isEqualTo("1");
        work.withdraw(Turn.of(bureau.countyHead(), first).saying("单位名称有误"));
        assertThat(line(16)).isEqualTo("1");
        work.withdraw(Turn.of(bureau.countyHead(), directive).saying("单位名称有误"));
        assertThat(line(16)).isEqualTo("0");
        assertThat(line(19)).isEqualTo("0");
    }

    @Test
    void onlyWhatASignedInspectionFoundAndNoDirectiveOrCaseOrdersIsDrafted() throws Exception {
        assertThat(refused(null)).contains("从已签字、有不符合项的检查记录起草");
        long clean = inspected(Map.of());
        assertThat(refused(clean)).contains("从已签字、有不符合项的检查记录起草");
        assertThat(page(bureau.inspector(), "/inspections/" + clean).text()).doesNotContain("起草责令改正通知书");
        long ordered = inspected(Map.of(9, finding()));
        long directive = work.draft(bureau.inspector(), key(), seller.id(), text(ordered));
        assertThat(refused(ordered)).contains("已使用监察指令书");
        assertThat(page(bureau.inspector(), "/inspections/" + ordered).text()).doesNotContain("起草责令改正通知书");
        bring(directive);
        work.withdraw(Turn.of(bureau.countyHead(), directive).saying("改用责令改正通知书"));
        assertThat(page(bureau.inspector(), "/inspections/" + ordered).text()).contains("起草责令改正通知书");
        for (String kind : List.of("NO_SUCH", "x".repeat(100_000))) {
            assertThat(post(bureau.inspector(), "/directives", with(form(ordered), "kind", kind)))
                    .hasStatus(422);
        }
        Caller elsewhere = world.bureau().inspector();
        assertThat(post(elsewhere, "/directives", form(ordered))).hasStatus(404);
        long draft = work.draft(bureau.inspector(), key(), seller.id(), DirectiveKind.CORRECTION, text(ordered));
        assertThatThrownBy(() -> jdbc.sql("update directive set kind = 'SUPERVISION' where id = ?")
                        .param(draft)
                        .update())
                .hasMessageContaining("stays of its kind");
    }

    private long inspected(Map<Integer, AnswerContent> found) {
        long id = inspections.start(
                bureau.inspector(), List.of(bureau.secondInspector()), seller.id(), "SELLER", DAY, "", key());
        inspections.answerAll(id, bureau.inspector(), found);
        inspections.sign(
                id, List.of(bureau.inspector(), bureau.secondInspector()), UnitSignature.signed("演示员甲", "负责人", null));
        return id;
    }

    private static AnswerContent finding() {
        return AnswerContent.nonconforming("灶具没有熄火保护装置", false, DAY.plusDays(15), "演示员甲", "下架");
    }

    private long served(long inspection) {
        long id = work.draft(bureau.inspector(), key(), seller.id(), DirectiveKind.CORRECTION, text(inspection));
        bring(id);
        return id;
    }

    private void bring(long id) {
        work.propose(Turn.of(bureau.inspector(), id));
        work.issue(Turn.of(bureau.countyHead(), id));
        work.serve(Turn.of(bureau.inspector(), id), new Service(today.day(), ServiceWay.DIRECT, "演示员乙（店主）"));
    }

    private DirectiveText text(Long inspection) {
        return new DirectiveText(
                "灶具没有熄火保护装置", "《产品质量法》第五十条", "全部下架", today.day().plusDays(15), Set.of(), inspection);
    }

    private String line(int number) {
        Document sheet = Jsoup.parse(body(get(bureau.countyHead(), "/annex3")));
        return sheet.select("[data-line=" + number + "]").attr("data-value");
    }

    private String refused(Long inspection) {
        MvcTestResult answer = post(bureau.inspector(), "/directives", form(inspection));
        assertThat(answer).hasStatus(422);
        Document page = Jsoup.parse(body(answer));
        assertThat(page.select("#problems").text()).as("what was typed is kept").isEqualTo("灶具没有熄火保护装置");
        return page.select("#inspection").text();
    }

    private Map<String, String> form(Long inspection) {
        Map<String, String> form = new HashMap<>(Map.of(
                "kind", "CORRECTION",
                "enterprise", "" + seller.id(),
                "problems", "灶具没有熄火保护装置",
                "provision", "《中华人民共和国产品质量法》第五十条。",
                "measures", "全部下架",
                "due", "" + today.day().plusDays(15)));
        if (inspection != null) {
            form.put("inspection", "" + inspection);
        }
        return form;
    }

    /** As the page sends it. */
    private Map<String, String> form(Document page) {
        Map<String, String> form = form((Long) null);
        for (String field : List.of("key", "kind", "enterprise", "inspection", "hazards")) {
            form.put(
                    field, page.select("form input[name=" + field + "]").first().val());
        }
        return form;
    }

    private void step(Caller by, String address, String page, String step, Map<String, String> more) throws Exception {
        Document shown = page(by, address + "/" + page);
        assertThat(shown.text()).contains("责令改正通知书");
        Map<String, String> form = new HashMap<>(more);
        form.put("version", shown.select("input[name=version]").val());
        form.put("step", step);
        assertThat(post(by, address + "/" + page, form)).as(step).hasStatus3xxRedirection();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private Document page(Caller by, String address) {
        MvcTestResult answer = get(by, address);
        assertThat(answer).as(address).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
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
