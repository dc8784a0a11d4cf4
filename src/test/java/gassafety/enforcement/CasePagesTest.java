package gassafety.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.enforcement.CaseJourneys.Situation;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class CasePagesTest {

    private static final String SCRIPT = "<script>alert('x')</script>";

    @Autowired
    MockMvcTester web;

    @Autowired
    CaseJourneys journeys;

    @Autowired
    CaseFiles files;

    @Autowired
    World world;

    @Autowired
    Today today;

    @Test
    void aCaseGoesFromItsDraftToItsClosingThroughThePages() throws Exception {
        World.Bureau bureau = world.bureau();
        long unit = world.licensedStation(bureau).id();
        Document blank = page(bureau.inspector(), "/cases/new?enterprise=" + unit);
        String key = blank.selectFirst("input[name=key]").val();
        MvcTestResult begun = post(
                bureau.inspector(),
                "/cases",
                Map.of(
                        "key",
                        key,
                        "enterprise",
                        "" + unit,
                        "cause",
                        "涉嫌充装超期未检气瓶",
                        "facts",
                        "现场发现3只。",
                        "provision",
                        "第四十条"));
        String address = begun.getResponse().getRedirectedUrl();
        step(bureau.inspector(), address, "filing-proposal", "PROPOSE_FILING", Map.of());
        step(
                bureau.countyHead(),
                address,
                "filing",
                "FILE",
                Map.of("handler", "" + bureau.caseHandler().accountId()));
        MvcTestResult proposed = post(
                bureau.caseHandler(),
                address + "/ruling",
                Map.of(
                        "version",
                        version(bureau.caseHandler(), address + "/ruling"),
                        "fine",
                        "12,000",
                        "gains",
                        "345.67",
                        "correction",
                        "true",
                        "goods[0].product",
                        "钢瓶",
                        "goods[0].quantity",
                        "12",
                        "goods[0].unit",
                        "ZHI",
                        "closedown",
                        "NONE",
                        "facts",
                        "事实清楚。",
                        "basis",
                        "第八十五条"));
        assertThat(proposed).hasStatus3xxRedirection();
        step(bureau.countyHead(), address, "decision", "DECIDE", Map.of());
        step(
                bureau.caseHandler(),
                address,
                "service",
                "SERVE",
                Map.of("servedOn", "" + today.day(), "way", "DIRECT", "receiver", "演示员乙（站长）"));
        step(bureau.caseHandler(), address, "closure", "CLOSE", Map.of("outcome", "已缴清。", "finePaid", "12345.67"));

        Document closed = page(bureau.leader(), address);
        assertThat(closed.text()).contains("已结案", "罚款 12,000.00 元", "没收违法所得 345.67 元", "没收钢瓶 12 只", "责令立即改正");
        assertThat(closed.select(".next-steps a")).isEmpty();
    }

    @Test
    void theDecisionIsAWordDocumentThatStaysAsItWasIssued() throws Exception {
        Situation at = journeys.decided();
        Document page = page(at.bureau().caseHandler(), "/cases/" + at.id());
        List<String> documents = page.select("a[href^=/documents/]").eachAttr("href");
        assertThat(documents).hasSize(2);
        byte[] first = download(at.bureau().caseHandler(), documents.get(0));
        assertThat(download(at.bureau().leader(), documents.get(0))).isEqualTo(first);
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(first)))) {
            assertThat(text.getText())
                    .contains(
                            at.bureau().county().getName(),
                            "行政处罚决定书",
                            "示市监处罚〔" + today.day().getYear() + "〕1号")
                    .contains(at.station().name(), at.station().creditCode())
                    .contains("罚款 12,000.00 元", "没收违法所得 345.67 元", "行政复议", "一式两份");
        }
        Caller elsewhere = world.hire(world.county(at.bureau().city()), Role.HEAD);
        Caller enterprise =
                world.enterpriseUser(at.bureau().fieldOffice(), at.station().id());
        assertThat(get(elsewhere, documents.get(0))).hasStatus(404);
        assertThat(get(enterprise, documents.get(0))).hasStatus(404);
    }

    @Test
    void whoMayReadWhat() {
        Situation at = journeys.filed();
        World.Bureau bureau = at.bureau();
        String address = "/cases/" + at.id();
        for (Caller reader : List.of(bureau.inspector(), bureau.chief(), bureau.countySection(), bureau.leader())) {
            assertThat(get(reader, address)).hasStatusOk();
        }
        assertThat(get(world.inspector(world.fieldOffice(bureau.county())), address))
                .hasStatus(404);
        assertThat(get(world.hire(world.county(bureau.city()), Role.HEAD), address))
                .hasStatus(404);
        Caller enterprise =
                world.enterpriseUser(bureau.fieldOffice(), at.station().id());
        for (String closed : List.of("/cases", "/cases.xlsx", address, "/cases/new", address + "/voiding")) {
            assertThat(get(enterprise, closed)).as(closed).hasStatus(403);
            assertThat(get(world.hire(bureau.city(), Role.ADMINISTRATOR), closed))
                    .as(closed)
                    .hasStatus(403);
        }
    }

    @Test
    void thePageOfAStepIsClosedToWhoMayNotTakeIt() {
        Situation at = journeys.proposed();
        String address = "/cases/" + at.id() + "/filing";
        assertThat(get(at.bureau().countyHead(), address)).hasStatusOk();
        assertThat(get(at.bureau().caseHandler(), address)).hasStatus(403);
        assertThat(post(at.bureau().inspector(), address, Map.of("version", "1", "step", "DECLINE", "opinion", "否")))
                .hasStatus(403);
        assertThat(get(at.bureau().countyHead(), "/cases/" + at.id() + "/nonsense"))
                .hasStatus(404);
    }

    @Test
    void whatIsNotPossibleNowSaysWhoActsNextAndOnlyToThoseWhoseWorkItIs() throws Exception {
        Situation at = journeys.filed();
        for (String page : List.of("filing", "review", "decision", "service", "closure", "ruling", "draft")) {
            assertThat(get(at.bureau().leader(), "/cases/" + at.id() + "/" + page))
                    .as(page)
                    .hasStatus(403);
            assertThat(post(at.bureau().leader(), "/cases/" + at.id() + "/" + page, Map.of()))
                    .as(page)
                    .hasStatus(403);
        }
        String address = "/cases/" + at.id() + "/decision";
        MvcTestResult early = get(at.bureau().countyHead(), address);
        assertThat(early).hasStatus(409);
        Document why = Jsoup.parse(early.getResponse().getContentAsString());
        assertThat(why.select(".problem").text()).contains("案件现在是“调查”", "承办人调查，提出处罚决定", "没有改动任何数据");
        assertThat(why.select(".problem a").eachAttr("href")).contains("/cases/" + at.id());
        assertThat(post(at.bureau().countyHead(), address, Map.of("step", "DECIDE")))
                .hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource({"fine,-1", "fine,0.001", "fine,1e30", "fine,一万元", "fine,99999999999999999999", "gains,12.345"})
    void aBadAmountIsSaidBesideItsFieldAndWhatWasTypedIsKept(String field, String typed) throws Exception {
        Situation at = journeys.filed();
        String address = "/cases/" + at.id() + "/ruling";
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "version",
                version(at.bureau().caseHandler(), address),
                "facts",
                "事实" + SCRIPT,
                "basis",
                "依据",
                "closedown",
                "NONE",
                "correction",
                "true"));
        form.put(field, typed);
        MvcTestResult answer = post(at.bureau().caseHandler(), address, form);
        assertThat(answer).hasStatus(422);
        Document page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.selectFirst("#" + field).val()).isEqualTo(typed);
        assertThat(page.selectFirst("#" + field + "-error")).isNotNull();
        assertThat(page.selectFirst("#facts").val()).contains(SCRIPT);
        assertThat(files.open(at.id(), at.bureau().caseHandler()).ruling()).isNull();
    }

    @Test
    void allThatIsWrongWithARulingIsSaidAtOnce() throws Exception {
        Situation at = journeys.filed();
        String address = "/cases/" + at.id() + "/ruling";
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "version",
                version(at.bureau().caseHandler(), address),
                "fine",
                "一万元",
                "gains",
                "1000000000",
                "goods[0].product",
                "灶具",
                "goods[2].quantity",
                "5",
                "correctionDue",
                "9999-01-01",
                "facts",
                "事实"));
        MvcTestResult answer = post(at.bureau().caseHandler(), address, form);
        assertThat(answer).hasStatus(422);
        assertThat(Jsoup.parse(answer.getResponse().getContentAsString())
                        .select(".summary li")
                        .eachText())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("罚款应为不小于 0 的金额"))
                .anyMatch(line -> line.contains("没收违法所得须在 0 到 1 亿元之间"))
                .anyMatch(line -> line.contains("没收产品第 1 行"))
                .anyMatch(line -> line.contains("没收产品第 3 行"))
                .anyMatch(line -> line.equals("改正期限要在 1900 年到 2200 年之间，请核对年份“9999”。"))
                .anyMatch(line -> line.contains("请填写处罚依据"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version=x",
                "version=",
                "goods[999999].product=瓶",
                "goods[abc].product=瓶",
                "goods[0].quantity=-5",
                "goods[0].product=瓶",
                "closedown=EVERYTHING",
                "closedown=",
                "correctionDue=不是日期",
                "correctionDue=1999-01-01",
                "correction=maybe"
            })
    void nonsenseInTheRulingIsAnsweredAndChangesNothing(String nonsense) throws Exception {
        Situation at = journeys.filed();
        String address = "/cases/" + at.id() + "/ruling";
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "version",
                version(at.bureau().caseHandler(), address),
                "facts",
                "事实",
                "basis",
                "依据",
                "closedown",
                "NONE",
                "goods[0].unit",
                "ZHI"));
        form.put(nonsense.substring(0, nonsense.indexOf('=')), nonsense.substring(nonsense.indexOf('=') + 1));
        assertThat(post(at.bureau().caseHandler(), address, form).getResponse().getStatus())
                .isIn(409, 422);
        assertThat(files.open(at.id(), at.bureau().caseHandler()).ruling()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cause", "facts", "provision"})
    void aTextTooLongOrMissingIsSaidBesideItsField(String field) throws Exception {
        World.Bureau bureau = world.bureau();
        long unit = world.licensedStation(bureau).id();
        for (String typed : List.of("长".repeat(100_000), "", "\0", " ")) {
            Map<String, String> form = new java.util.HashMap<>(Map.of(
                    "key",
                    UUID.randomUUID().toString(),
                    "enterprise",
                    "" + unit,
                    "cause",
                    "案由",
                    "facts",
                    "事实",
                    "provision",
                    "条款"));
            form.put(field, typed);
            MvcTestResult answer = post(bureau.inspector(), "/cases", form);
            assertThat(answer).hasStatus(422);
            assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).selectFirst("#" + field + "-error"))
                    .isNotNull();
        }
        assertThat(page(bureau.inspector(), "/cases")
                        .selectFirst("[data-total]")
                        .attr("data-total"))
                .isEqualTo("0");
    }

    @Test
    void aDraftNeedsAUnitAndHazardsOfThatUnitWithinTheScope() {
        World.Bureau bureau = world.bureau();
        long unit = world.licensedStation(bureau).id();
        long foreign = world.licensedStation(world.bureau()).id();
        Map<String, String> form = Map.of("cause", "案由", "facts", "事实", "provision", "条款");
        assertThat(post(bureau.inspector(), "/cases", form)).hasStatus(404);
        assertThat(post(bureau.inspector(), "/cases", with(form, "enterprise", "" + foreign)))
                .hasStatus(404);
        Map<String, String> own = with(form, "enterprise", "" + unit);
        assertThat(post(bureau.inspector(), "/cases", with(own, "hazards", "987654321")))
                .hasStatus(404);
        assertThat(post(bureau.inspector(), "/cases", with(own, "hazards", "x")))
                .hasStatus(422);
        assertThat(get(bureau.inspector(), "/cases/new")).hasStatus(422);
    }

    @Test
    void scriptInATextIsShownAsText() throws Exception {
        World.Bureau bureau = world.bureau();
        MvcTestResult begun = post(
                bureau.inspector(),
                "/cases",
                Map.of(
                        "enterprise",
                        "" + world.licensedStation(bureau).id(),
                        "cause",
                        SCRIPT,
                        "facts",
                        SCRIPT,
                        "provision",
                        SCRIPT));
        for (String address : List.of(begun.getResponse().getRedirectedUrl(), "/cases")) {
            Document page = page(bureau.inspector(), address);
            assertThat(page.text()).contains(SCRIPT);
            assertThat(page.select("article script")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01", "2000-01-01", "不是日期", ""})
    void aDayOfServiceThatCannotBeIsSaidBesideItsField(String day) throws Exception {
        Situation at = journeys.decided();
        String address = "/cases/" + at.id() + "/service";
        MvcTestResult answer = post(
                at.bureau().caseHandler(),
                address,
                Map.of(
                        "version",
                        version(at.bureau().caseHandler(), address),
                        "step",
                        "SERVE",
                        "servedOn",
                        day,
                        "way",
                        "DIRECT",
                        "receiver",
                        "演示员乙"));
        assertThat(answer).hasStatus(422);
        assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).selectFirst("#servedOn-error"))
                .isNotNull();
    }

    @Test
    void theSameFormPostedTwiceLeadsToTheSamePageAndAnotherFormOfTheSamePageToAConflict() throws Exception {
        Situation at = journeys.proposed();
        String address = "/cases/" + at.id() + "/filing";
        Map<String, String> form = Map.of(
                "version",
                version(at.bureau().countyHead(), address),
                "step",
                "FILE",
                "handler",
                "" + at.bureau().caseHandler().accountId());
        assertThat(post(at.bureau().countyHead(), address, form)).hasStatus3xxRedirection();
        assertThat(post(at.bureau().countyHead(), address, form)).hasStatus3xxRedirection();
        assertThat(post(at.bureau().countyHead(), address, with(with(form, "step", "DECLINE"), "opinion", "否")))
                .hasStatus(409);
    }

    @Test
    void aPageSentAgainWithOtherContentChangesNothingAndGivesBackWhatWasWritten() throws Exception {
        Situation at = journeys.proposed();
        journeys.filed(at);
        Caller handler = at.bureau().caseHandler();
        String address = "/cases/" + at.id() + "/ruling";
        Map<String, String> form = Map.of(
                "version", version(handler, address),
                "fine", "3000",
                "closedown", "NONE",
                "facts", "事实清楚。",
                "basis", "第八十五条");
        assertThat(post(handler, address, form)).hasStatus3xxRedirection();
        assertThat(post(handler, address, form)).hasStatus3xxRedirection();
        MvcTestResult other = post(handler, address, with(with(form, "fine", "9000"), "facts", "后来补写的事实"));
        assertThat(other).hasStatus(409);
        Document told = Jsoup.parse(other.getResponse().getContentAsString());
        assertThat(told.select(".written dd").eachText()).contains("9000", "后来补写的事实");
        assertThat(told.select(".written").text()).doesNotContain("NONE");
        assertThat(told.select("a[href=/cases/" + at.id() + "]")).isNotEmpty();
        assertThat(page(handler, "/cases/" + at.id()).text())
                .contains("3,000.00")
                .doesNotContain("9,000.00", "后来补写的事实");
    }

    @Test
    void aDraftSentAgainWithOtherWordsIsRewrittenUntilSomebodyTouchesIt() throws Exception {
        World.Bureau bureau = world.bureau();
        Map<String, String> form = Map.of(
                "key", java.util.UUID.randomUUID().toString(),
                "enterprise", "" + world.licensedStation(bureau).id(),
                "cause", "甲案由",
                "facts", "事实",
                "provision", "条款");
        String address = post(bureau.inspector(), "/cases", form).getResponse().getRedirectedUrl();
        assertThat(post(bureau.inspector(), "/cases", with(form, "cause", "乙案由"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(page(bureau.inspector(), address).selectFirst("h1").text()).contains("乙案由");
        step(bureau.inspector(), address, "filing-proposal", "PROPOSE_FILING", Map.of());
        MvcTestResult late = post(bureau.inspector(), "/cases", with(form, "cause", "丙案由"));
        assertThat(late).hasStatus(409);
        assertThat(late.getResponse().getContentAsString()).contains("丙案由");
        assertThat(page(bureau.inspector(), address).selectFirst("h1").text()).contains("乙案由");
    }

    @Test
    void theListSearchesByAnyFragmentAndExportsWhatItShows() throws Exception {
        Situation at = journeys.filed();
        journeys.drafted();
        Caller reader = at.bureau().countyHead();
        assertThat(total(reader, "/cases?q=" + at.station().name().substring(2)))
                .isEqualTo("1");
        assertThat(total(reader, "/cases?q=超期未检")).isEqualTo("1");
        assertThat(total(reader, "/cases?q=100%_")).isEqualTo("0");
        assertThat(total(reader, "/cases?stage=INVESTIGATION")).isEqualTo("1");
        assertThat(total(reader, "/cases?stage=CLOSED")).isEqualTo("0");
        assertThat(total(reader, "/cases?page=99999999999")).isEqualTo("1");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(download(reader, "/cases.xlsx?stage=INVESTIGATION")))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("序号");
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1);
        }
    }

    @Test
    void theDeskAsksEachPersonForTheNextStep() throws Exception {
        Situation at = journeys.proposed();
        World.Bureau bureau = at.bureau();
        assertThat(page(bureau.countyHead(), "/").text())
                .contains("审批立案")
                .contains(at.station().name());
        assertThat(page(bureau.caseHandler(), "/").text()).doesNotContain("提出处罚决定");
        journeys.filed(at);
        assertThat(page(bureau.caseHandler(), "/").text()).contains("提出处罚决定", "在办案件时限");
        assertThat(page(bureau.countyHead(), "/").text()).doesNotContain("审批立案").contains("本月案件和罚没");
    }

    private void step(Caller by, String address, String page, String step, Map<String, String> more) throws Exception {
        Map<String, String> form = new java.util.HashMap<>(more);
        form.put("version", version(by, address + "/" + page));
        form.put("step", step);
        assertThat(post(by, address + "/" + page, form)).as(step).hasStatus3xxRedirection();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private String version(Caller by, String address) throws Exception {
        return page(by, address).selectFirst("input[name=version]").val();
    }

    private String total(Caller by, String address) throws Exception {
        return page(by, address).selectFirst("[data-total]").attr("data-total");
    }

    private Document page(Caller by, String address) throws Exception {
        MvcTestResult answer = get(by, address);
        assertThat(answer).as(address).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private byte[] download(Caller by, String address) {
        MvcTestResult answer = get(by, address);
        assertThat(answer).as(address).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
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
