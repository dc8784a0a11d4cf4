package gassafety.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.support.World.Bureau;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class OutreachTest {

    private static final String DAY = "2023-10-20";
    private static final MockMultipartFile PAPER = new MockMultipartFile(
            "files", "签到表.pdf", "application/pdf", "%PDF-1.4 示例".getBytes(StandardCharsets.UTF_8));

    /** Fictional numbers of region 999 with right check digits. */
    private static final String FIRST_ID = idNumber("99900019800101001");

    private static final String SECOND_ID = idNumber("99900019850202002");

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester web;

    @Test
    void eachKindCountsInItsLineAndNoLongerWhenItIsVoided() throws Exception {
        Bureau bureau = world.bureau();
        Caller clerk = world.hire(bureau.special(), Role.DEPARTMENT);
        enter(clerk, "document-issued", "title", "示例指引", "number", "示例〔2023〕1号", "choice", "GUIDE");
        enter(clerk, "document-issued", "title", "示例制度", "number", "示例〔2023〕2号", "choice", "SYSTEM");
        enter(clerk, "document-issued", "title", "示例意见", "number", "示例〔2023〕3号", "choice", "GUIDANCE");
        enter(clerk, "document-issued", "title", "示例函", "number", "示例〔2023〕4号", "choice", "OTHER_DOCUMENT");
        enter(clerk, "document-received", "title", "示例通知", "choice", "FROM_NATION");
        enter(clerk, "task-force", "title", "示例专班");
        enter(clerk, "pledge", "title", "示例倡议", "party", "示例协会", "choice", "INITIATIVE");
        enter(clerk, "training", "title", "示例培训", "choice", "SUPERVISORS", "people", "演示员甲 示例所\n演示员乙 示例所");
        enter(clerk, "training", "title", "示例培训", "choice", "CYLINDER_STAFF", "quantity", "30");
        enter(clerk, "training", "title", "示例培训", "choice", "APPLIANCE_STAFF", "quantity", "7");
        enter(clerk, "hand-out", "title", "示例折页", "quantity", "５００");
        enter(clerk, "training-class", "title", "示例班", "since", "2023-10-18");
        enter(clerk, "media", "title", "示例报道", "choice", "ONLINE", "party", "示例日报\n示例电视台\n示例日报");
        enter(clerk, "media", "title", "示例报道", "choice", "ONLINE", "party", "示例公众号", "repost", "yes");
        enter(clerk, "event", "title", "示例进社区", "quantity", "1,200", "basis", "签到表和发放份数");
        String product = enter(clerk, "product", "title", "示例视频", "choice", "VIDEO");
        read(clerk, product, "2023-10-25", "900");
        read(clerk, product, "2023-10-27", "800");
        assertThat(figures(bureau))
                .isEqualTo("26=1 27=1 28=1 29=0 30=1 31=1 32=2 33=30 34=7 35=500 36=1 37=2 38=1 39=1 40=1200 41=800");

        jdbc.sql("select id from outreach_record where office_id = :office and item_id is null")
                .param("office", bureau.special().getId())
                .query(Long.class)
                .list()
                .forEach(id -> assertThat(post(clerk, "/outreach/" + id + "/voiding", Map.of("reason", "示例作废")))
                        .hasStatus(302));
        assertThat(figures(bureau))
                .isEqualTo("26=0 27=0 28=0 29=0 30=0 31=0 32=0 33=0 34=0 35=0 36=0 37=0 38=0 39=0 40=0 41=0");
        assertThat(count("select count(*) from outreach_record where voided_at is null and office_id = "
                        + bureau.special().getId()))
                .isZero();
    }

    @Test
    void oneReadingTakenBackLeavesTheOneBefore() throws Exception {
        Bureau bureau = world.bureau();
        Caller clerk = world.hire(bureau.special(), Role.DEPARTMENT);
        String product = enter(clerk, "product", "title", "示例海报", "choice", "POSTER");
        read(clerk, product, "2023-10-25", "900");
        String last = read(clerk, product, "2023-10-27", "800");
        assertThat(post(clerk, last + "/voiding", Map.of("reason", "看错了"))).hasStatus(302);
        assertThat(figures(bureau)).contains("39=1", "41=900");
    }

    @Test
    void whoIsInTwoSessionsCountsOnceAndTheNumberIsNowhereInClear() throws Exception {
        Bureau bureau = world.bureau();
        String people = "姓名\t单位\t身份证号\n演示员甲\t示例一站\t" + FIRST_ID + "\n演示员乙\t示例二站\t" + SECOND_ID;
        enter(bureau.countySection(), "training", "title", "第一场", "choice", "CYLINDER_STAFF", "people", people);
        String second = enter(
                bureau.inspector(),
                "training",
                "title",
                "第二场",
                "choice",
                "CYLINDER_STAFF",
                "people",
                "演示员甲 换了单位 " + FIRST_ID.toLowerCase() + "\n演示员丙 示例三站");
        assertThat(figures(bureau)).contains("33=3 ");
        assertThat(get(bureau.leader(), second).text())
                .contains("999*************" + FIRST_ID.substring(16))
                .doesNotContain(FIRST_ID);
        for (String table : List.of("outreach_record", "outreach_attendee", "outreach_entry", "journal_entry")) {
            assertThat(count("select count(*) from " + table + " t where t::text like '%" + FIRST_ID + "%'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void badRowsAreToldByRowAndColumnAndTheListStaysWhereItWasTyped() throws Exception {
        Caller clerk = world.bureau().countySection();
        String people = "演示员甲 示例站\n演示员乙\n演示员丙 示例站 999000198001010019";
        MvcTestResult answer =
                post(clerk, "/outreach/new/training", form("title", "示例", "choice", "SUPERVISORS", "people", people));
        assertThat(answer).hasStatus(422);
        Document page = page(answer);
        assertThat(page.select("#people-error").text())
                .contains("名单第 2 行，单位：没有身份证号的须填写单位。", "名单第 3 行，身份证号：不是正确的 18 位号码");
        assertThat(page.select("#people").text()).contains("演示员丙 示例站 999000198001010019");
        assertThat(recordsOf(clerk)).isZero();
    }

    @Test
    void aHeadCountBesideANameListIsRefusedAndBothStay() throws Exception {
        Caller clerk = world.bureau().countySection();
        Map<String, String> both =
                form("title", "示例", "choice", "SUPERVISORS", "people", "演示员甲 示例所", "quantity", "9", "reason", "补名单");
        Map<String, String> month = new LinkedHashMap<>(Map.of("key", both.get("key")));
        both.forEach((field, value) -> month.put("training-1-" + field, value));
        String headCount = enter(clerk, "training", "title", "示例", "choice", "SUPERVISORS", "quantity", "9");
        Map<String, Map<String, String>> pages =
                Map.of("/outreach/new/training", both, headCount + "/correction", both, "/outreach/month", month);
        pages.forEach((address, sent) -> {
            MvcTestResult answer = post(clerk, address, sent);
            assertThat(answer).as(address).hasStatus(422);
            Document page = page(answer);
            assertThat(page.select("[id$=quantity-error]").text()).contains("人数按名单计");
            assertThat(page.select("[id$=people]:not(:empty)").text()).isEqualTo("演示员甲 示例所");
            assertThat(page.select("input[id$=quantity][value=9]")).hasSize(1);
        });
        assertThat(recordsOf(clerk)).isOne();
    }

    @Test
    void aNameListComesInAWorkbookAndItsRowsAreThoseOfTheSheet() throws Exception {
        Bureau bureau = world.bureau();
        Caller clerk = bureau.countySection();
        Map<String, String> form = form("title", "示例", "choice", "APPLIANCE_STAFF");
        MvcTestResult faulty = send(clerk, "/outreach/new/training", form, workbook("演示员甲", "", "1"));
        assertThat(faulty).hasStatus(422);
        assertThat(page(faulty).select("#people-error").text()).contains("名单第 3 行，身份证号");
        assertThat(send(clerk, "/outreach/new/training", form, workbook("演示员甲", "示例店", FIRST_ID)))
                .hasStatus(302);
        assertThat(figures(bureau)).contains("34=1 ");
        MvcTestResult none = send(
                clerk,
                "/outreach/new/training",
                form("title", "示例", "choice", "SUPERVISORS"),
                new MockMultipartFile("list", "x.xlsx", "", new byte[] {1}));
        assertThat(page(none).select("#people-error").text()).contains("打不开这个文件");
    }

    @Test
    void aCorrectionReversesAndEntersAnewWithEvidenceReadingsAndPeople() throws Exception {
        Bureau bureau = world.bureau();
        Caller clerk = bureau.countySection();
        String wrong = enter(clerk, "product", "title", "示例海抱", "choice", "POSTER");
        read(clerk, wrong, "2023-10-25", "90");
        read(clerk, wrong, "2023-10-25", "70");
        Map<String, String> form = form("title", "示例海报", "choice", "POSTER", "reason", "名称写错");
        MvcTestResult corrected = post(clerk, wrong + "/correction", form);
        assertThat(corrected).hasStatus(302);
        assertThat(post(clerk, wrong + "/correction", form).getResponse().getRedirectedUrl())
                .as("the same form again")
                .isEqualTo(corrected.getResponse().getRedirectedUrl());
        assertThat(figures(bureau)).contains("39=1", "41=70");
        Document page = get(clerk, String.valueOf(corrected.getResponse().getRedirectedUrl()));
        assertThat(page.select("#evidence").text()).contains("签到表.pdf");
        assertThat(get(clerk, "/outreach?evidence=none").select("[data-total]").attr("data-total"))
                .isEqualTo("0");
        assertThat(get(clerk, wrong).text()).contains("名称写错", "更正后的记录", "撤销：宣传产品");

        String session =
                enter(clerk, "training", "title", "示例", "choice", "SUPERVISORS", "people", "演示员甲 示例所 " + FIRST_ID);
        String list = get(clerk, session + "/correction").select("#people").text();
        assertThat(list).doesNotContain(FIRST_ID);
        assertThat(post(
                        clerk,
                        session + "/correction",
                        form("title", "示例", "choice", "SUPERVISORS", "people", list + "\n演示员乙 示例所", "reason", "漏了一人")))
                .hasStatus(302);
        assertThat(figures(bureau)).contains("32=2 ");
    }

    @Test
    void theSameFormTwiceIsOneRecordAndWithOtherWordsIsRefused() throws Exception {
        Bureau bureau = world.bureau();
        Map<String, String> form = form("title", "示例活动");
        for (int time = 0; time < 2; time++) {
            assertThat(post(bureau.inspector(), "/outreach/new/event", form)).hasStatus(302);
        }
        assertThat(recordsOf(bureau.inspector())).isOne();
        form.put("title", "另一个");
        MvcTestResult other = post(bureau.inspector(), "/outreach/new/event", form);
        assertThat(other).hasStatus(422);
        assertThat(page(other).select(".summary").text()).contains("已经保存过");
        assertThat(recordsOf(bureau.inspector())).isOne();
    }

    @Test
    void aPieceAtAnOutletAndANumberCountOnceAndCountyGuidanceIsASystemDocument() throws Exception {
        Bureau bureau = world.bureau();
        Caller clerk = world.hire(bureau.county(), Role.REPORTER);
        enter(clerk, "media", "title", "示例", "choice", "PRESS", "party", "示例日报");
        assertThat(fault(clerk, "media", "party", "title", "示例", "choice", "PRESS", "party", "示例日报"))
                .contains("已经登记过");
        enter(clerk, "document-issued", "title", "示例", "number", "示〔2023〕9号", "choice", "SYSTEM");
        assertThat(fault(
                        bureau.countySection(),
                        "document-issued",
                        "number",
                        "title",
                        "示例",
                        "number",
                        "示〔2023〕9号",
                        "choice",
                        "GUIDE"))
                .contains("同一文件只计一次");
        assertThat(fault(
                        clerk,
                        "document-issued",
                        "choice",
                        "title",
                        "示例",
                        "number",
                        "示〔2023〕10号",
                        "choice",
                        "GUIDANCE"))
                .contains("请从给出的选项中选择");
        assertThat(get(clerk, "/outreach/new/document-issued")
                        .select("h1 + small")
                        .text())
                .as("the county issues no guidance")
                .contains("第26、28项；市局");
        assertThat(fault(clerk, "event", "basis", "title", "示例", "quantity", "100"))
                .contains("估计依据");
        assertThat(fault(clerk, "event", "day", "title", "示例", "day", "2199-01-01"))
                .contains("不能晚于今天");
        MvcTestResult bare =
                post(clerk, "/outreach/new/pledge", form("title", "示例", "party", "示例协会", "choice", "INITIATIVE"));
        assertThat(page(bare).select(".summary").text()).contains("请在“佐证材料”中附上");
    }

    @Test
    void aRecordThatAddsNothingToItsLineSaysWhy() throws Exception {
        Bureau bureau = world.bureau();
        Caller clerk = world.hire(bureau.special(), Role.DEPARTMENT);
        String first = enter(clerk, "task-force", "title", "示例专班", "day", "2023-09-20");
        String second = enter(clerk, "task-force", "title", "示例第二专班", "day", "2023-09-21");
        String early = enter(clerk, "hand-out", "title", "示例折页", "quantity", "500", "day", "2023-08-31");
        assertThat(get(clerk, first).text()).doesNotContain("不再增加", "不计入附件3");
        assertThat(get(clerk, second).text()).contains("本单位已由", "“示例专班”", "不再增加");
        assertThat(get(clerk, early).text()).contains("早于专项整治的第一天 2023-09-01");
        assertThat(figures(bureau)).contains("27=1", "35=0");
    }

    @Test
    void aMonthIsEnteredWholeOrNotAtAll() throws Exception {
        Bureau bureau = world.bureau();
        Caller clerk = world.hire(bureau.county(), Role.REPORTER);
        Map<String, String> month =
                new LinkedHashMap<>(Map.of("key", UUID.randomUUID().toString(), "rows", "5"));
        row(month, "training-1-", "title", "示例培训", "choice", "SUPERVISORS", "people", "演示员甲 示例所");
        row(month, "hand-out-1-", "title", "示例折页", "quantity", "300");
        row(month, "media-1-", "title", "示例报道", "choice", "ONLINE", "party", "示例网\n示例报");
        row(month, "media-4-", "title", "示例报道", "choice", "ONLINE", "party", "示例网");
        MvcTestResult faulty = post(clerk, "/outreach/month", month);
        assertThat(faulty).hasStatus(422);
        assertThat(page(faulty).select("#media-4-party-error").text()).contains("已经登记过");
        assertThat(page(faulty).select("#hand-out-1-title").val()).isEqualTo("示例折页");
        assertThat(recordsOf(clerk)).isZero();

        month.put("media-4-party", "示例电视台");
        month.put("hand-out-1-quantity", "");
        assertThat(page(post(clerk, "/outreach/month", month))
                        .select("#hand-out-1-quantity-error")
                        .text())
                .contains("请填写发放培训材料 1 的份数");
        month.put("hand-out-1-quantity", "300");
        row(month, "task-force-1-", "title", "示例县专班");
        row(month, "pledge-1-", "title", "示例倡议", "party", "示例协会", "choice", "INITIATIVE");
        MockMultipartFile sheet = paper("hand-out-1-files", "签收单.pdf");
        assertThat(page(send(clerk, "/outreach/month", month, sheet))
                        .select("#pledge-1-files-error")
                        .text())
                .contains("请在“佐证材料”中附上");
        MockMultipartFile pledge = paper("pledge-1-files", "倡议书.pdf");
        MockMultipartFile alone = paper("event-2-files", "照片.pdf");
        assertThat(page(send(clerk, "/outreach/month", month, sheet, pledge, alone))
                        .select("#event-2-files-error")
                        .text())
                .contains("只选了佐证材料，还没有填写");
        MockMultipartFile program =
                new MockMultipartFile("pledge-1-files", "a.exe", "image/png", new byte[] {'M', 'Z'});
        assertThat(page(send(clerk, "/outreach/month", month, sheet, program))
                        .select("#pledge-1-files-error")
                        .text())
                .contains("a.exe");
        assertThat(recordsOf(clerk)).isZero();
        for (int time = 0; time < 2; time++) {
            MvcTestResult saved = send(clerk, "/outreach/month", month, sheet, pledge);
            assertThat(page(saved).select(".summary").text()).isEmpty();
            assertThat(saved).hasStatus(302);
        }
        assertThat(figures(bureau)).contains("27=1", "31=1", "32=1 ", "35=300", "37=3");
        assertThat(recordsOf(clerk)).isEqualTo(7);
        assertThat(get(clerk, "/outreach?kind=PLEDGE").text()).doesNotContain("没有佐证");
        assertThat(get(clerk, "/outreach?evidence=none").select("[data-total]").attr("data-total"))
                .as("all but the list of receipts and the pledge")
                .isEqualTo("5");

        month.put("more", "yes");
        Document more = page(post(clerk, "/outreach/month", month));
        assertThat(more.select("#media-8-title")).hasSize(1);
        assertThat(more.select("#media-4-party").text()).isEqualTo("示例电视台");
        assertThat(page(post(clerk, "/outreach/month", Map.of()))
                        .select(".summary")
                        .text())
                .contains("还没有填写任何一行");
    }

    @Test
    void eachReadsItsOwnAreaAndOnlyTheOfficeThatMadeARecordChangesIt() throws Exception {
        Bureau bureau = world.bureau();
        Bureau elsewhere = world.bureau();
        String record = enter(bureau.inspector(), "event", "title", "示例活动");
        for (Caller reader : List.of(bureau.leader(), bureau.countyHead(), bureau.chief())) {
            assertThat(get(reader, record).text()).contains("示例活动");
            assertThat(get(reader, "/outreach").select("[data-total]").attr("data-total"))
                    .isEqualTo("1");
        }
        String file = get(bureau.chief(), record).select("#evidence a").attr("href");
        assertThat(web.get().uri(file).with(user(bureau.chief().username()))).hasStatusOk();
        for (String address : List.of(record, file, record + "/correction", record + "/voiding")) {
            assertThat(web.get().uri(address).with(user(elsewhere.leader().username())))
                    .as(address)
                    .hasStatus(404);
        }
        for (String act : List.of("/voiding", "/correction", "/evidence")) {
            assertThat(post(bureau.countySection(), record + act, form("reason", "示例")))
                    .as(act)
                    .hasStatus(403);
        }
        assertThat(post(bureau.leader(), "/outreach/new/event", form("title", "示例")))
                .hasStatus(403);
        assertThat(post(bureau.inspector(), "/outreach/new/task-force", form("title", "示例")))
                .hasStatus(403);
        Caller unit = world.enterpriseUser(
                bureau.fieldOffice(), world.licensedStation(bureau).id());
        for (String address : List.of("/outreach", "/outreach.xlsx", "/outreach/new", "/outreach/month", record)) {
            assertThat(web.get().uri(address).with(user(unit.username())))
                    .as(address)
                    .hasStatus(403);
        }
    }

    @Test
    void nothingRecordedIsChangedOrDeleted() throws Exception {
        Caller clerk = world.bureau().inspector();
        String id = enter(clerk, "event", "title", "示例活动").replaceAll("\\D", "");
        for (String statement : List.of(
                "update outreach_record set title = 'x' where id = " + id,
                "delete from outreach_record where id = " + id)) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("never changed or deleted");
        }
    }

    /** @return address of the record, the last one when there are several */
    private String enter(Caller by, String kind, String... fields) throws Exception {
        MvcTestResult answer = send(by, "/outreach/new/" + kind, form(fields), PAPER);
        assertThat(answer).as(kind).hasStatus(302);
        return "/outreach/"
                + jdbc.sql("select max(r.id) from outreach_record r join outreach_entry e on e.id = entry_id"
                                + " where by_id = :by")
                        .param("by", by.accountId())
                        .query(Long.class)
                        .single();
    }

    private String read(Caller by, String item, String day, String views) throws Exception {
        return enter(by, "views", "item", item.replaceAll("\\D", ""), "day", day, "quantity", views);
    }

    private String fault(Caller by, String kind, String field, String... fields) {
        MvcTestResult answer = post(by, "/outreach/new/" + kind, form(fields));
        assertThat(answer).hasStatus(422);
        return page(answer).select("#" + field + "-error").text();
    }

    private static Map<String, String> form(String... fields) {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("key", UUID.randomUUID().toString(), "day", DAY));
        row(form, "", fields);
        return form;
    }

    private static void row(Map<String, String> form, String at, String... fields) {
        form.put(at + "day", DAY);
        for (int field = 0; field < fields.length; field += 2) {
            form.put(at + fields[field], fields[field + 1]);
        }
    }

    private MvcTestResult post(Caller by, String address, Map<String, String> fields) {
        return send(by, address, fields);
    }

    private static MockMultipartFile paper(String field, String name) {
        return new MockMultipartFile(
                field, name, "application/pdf", ("%PDF-1.4\n" + name + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult send(Caller by, String address, Map<String, String> fields, MockMultipartFile... files) {
        var request = web.post().uri(address).multipart();
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        fields.forEach(request::param);
        return request.with(user(by.username())).with(csrf()).exchange();
    }

    private Document get(Caller by, String address) {
        MvcTestResult answer = web.get().uri(address).with(user(by.username())).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return page(answer);
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** Lines 26 to 41 of the city's statement. */
    private String figures(Bureau bureau) {
        Map<Integer, String> figures = new TreeMap<>();
        for (Element figure : get(bureau.leader(), "/annex3?asOf=2023-11-14").select("[data-line]")) {
            figures.put(Integer.valueOf(figure.attr("data-line")), figure.attr("data-value"));
        }
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey() >= 26)
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining(" "));
    }

    private int recordsOf(Caller by) {
        return count("select count(*) from outreach_record r join outreach_entry e on e.id = entry_id where by_id = "
                + by.accountId());
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    /** A title in row 1, the columns in row 2, one person in row 3. */
    private static MockMultipartFile workbook(String... cells) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("培训签到表");
            String[] columns = {"姓名", "工作单位", "身份证号"};
            sheet.createRow(1);
            sheet.createRow(2);
            for (int at = 0; at < columns.length; at++) {
                sheet.getRow(1).createCell(at).setCellValue(columns[at]);
                sheet.getRow(2).createCell(at).setCellValue(cells[at]);
            }
            workbook.write(bytes);
            return new MockMultipartFile("list", "名单.xlsx", "", bytes.toByteArray());
        }
    }

    private static String idNumber(String first17) {
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += (first17.charAt(at) - '0') * ((1 << (17 - at)) % 11);
        }
        return first17 + "10X98765432".charAt(sum % 11);
    }
}
