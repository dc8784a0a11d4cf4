package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.TimelineEntry;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class HazardPagesTest {

    private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Walk walk;

    @Autowired
    Found found;

    @Autowired
    World world;

    @Autowired
    HazardLedger ledger;

    @Autowired
    Journal journal;

    @Autowired
    WorkingDays workingDays;

    @Test
    void twoInspectorsAndTheirChiefCloseAGeneralHazardLawfullyWithAUnitThatReports() {
        Walk.Case one = walk.rectifying();
        World.Bureau people = one.people();
        mvcDone(post(one, one.unitUser(), "rectifications", "text", "已更换切断阀"));
        mvcDone(post(one, people.inspector(), "rechecks", "yes", "true", "text", "切断动作正常"));
        mvcDone(post(one, people.secondInspector(), "recheck-signatures", "yes", "true"));
        mvcDone(post(one, people.chief(), "closures", "cause", "THING"));

        assertThat(ledger.require(one.id(), people.leader().scope()).state()).isEqualTo("已销号");
        assertThat(acts(one))
                .containsExactly(
                        Act.CLOSURE_CONFIRMED,
                        Act.RECHECK_PASSED,
                        Act.RECHECK_RECORDED,
                        Act.RECTIFICATION_REPORTED,
                        Act.RECTIFICATION_ORDERED,
                        Act.HAZARD_REGISTERED);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedStays() {
        Walk.Case one = walk.rectifying();
        MvcTestResult answer =
                post(one, one.unitUser(), "extensions", "text", "配件<script>alert(1)</script>", "due", "昨天");
        assertThat(answer).hasStatus(422);
        Document page = page(answer);
        assertThat(page.select("#due-error").text()).contains("延期至哪一天");
        assertThat(page.select("#measure-error").text()).contains("管控措施");
        assertThat(page.select("textarea#text").text()).isEqualTo("配件<script>alert(1)</script>");
        assertThat(page.select("form.pane script")).isEmpty();
        assertThat(acts(one)).doesNotContain(Act.EXTENSION_REQUESTED);
    }

    @Test
    void aHundredThousandCharactersAreRefusedWithTheirNumber() {
        Walk.Case one = walk.rectifying();
        MvcTestResult answer = post(one, one.unitUser(), "rectifications", "text", "改".repeat(100_000));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#text-error").text()).contains("100000");
    }

    @Test
    void nulCharactersAndAbsentFieldsAreNoFault() {
        Walk.Case one = walk.rectifying();
        assertThat(post(one, one.people().inspector(), "endings")).hasStatus(422);
        assertThat(post(one, one.people().inspector(), "endings", "ending", "NONSENSE", "text", "\0"))
                .hasStatus(422);
        mvcDone(post(one, one.unitUser(), "rectifications", "text", "已\0整改"));
        assertThat(journal.timeline(source(one)).get(0).note()).isEqualTo("已整改");
    }

    @Test
    void aMajorHazardIsReportedUpWithin24HoursOfItsDetermination() throws IOException {
        Walk.Case one = walk.determined(walk.proposedMajor());
        Caller section = one.people().countySection();
        String address = "/hazards/" + one.id();
        Instant now = today.now();
        assertThat(page(get(address, section)).text()).contains("前上报").doesNotContain("已超过期限");
        today.at(
                now.plus(Duration.ofHours(25)),
                () -> assertThat(page(get(address, section)).text()).contains("前上报，已超过期限"));
        MvcTestResult draft = get(address + "/major-report.docx", section);
        assertThat(draft).hasStatusOk();
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(draft.getResponse().getContentAsByteArray()))) {
            assertThat(new XWPFWordExtractor(word).getText())
                    .contains("重大事故隐患报告", one.hazard().number(), "充装设备的紧急切断失效", "〔");
        }
        walk.reportedUp(one);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(
                get(address + "/major-report.docx", one.people().campaignOffice())
                        .getResponse()
                        .getContentAsByteArray()))) {
            assertThat(new XWPFWordExtractor(word).getText())
                    .as("the county's own report, whoever reads it")
                    .startsWith(one.people().county().getName())
                    .contains("示特报〔2023〕3号", "示例市局、示例县人民政府：");
        }
        assertThat(page(get(address, section)).text()).doesNotContain("前上报");
        assertThat(get(address + "/major-report.docx", one.unitUser())).hasStatus(403);
        assertThat(get(
                        "/hazards/" + walk.rectifying().id() + "/major-report.docx",
                        one.people().leader()))
                .as("no major one")
                .hasStatus(404);
    }

    @Test
    void theReceiptOfAReportIsOneOfItsPartiesAndItsPaperIsNotOpenToTheUnit() {
        Walk.Case one = walk.reportedUp(walk.determined(walk.proposedMajor()));
        Caller section = one.people().countySection();
        String form = "/hazards/" + one.id() + "/report-receipts";
        assertThat(page(get(form, section)).select("#receiver option").eachText())
                .containsExactly("请选择", "示例市局", "示例县人民政府");
        assertThat(post(one, section, "report-receipts", "receiver", "别的单位", "number", "值班室签收"))
                .hasStatus(422);
        MvcTestResult sent = mvc.perform(mvc.post()
                .uri(form)
                .multipart()
                .file(new MockMultipartFile("files", "回执.jpg", "image/jpeg", PHOTO))
                .param("version", version(one, section))
                .param("receiver", "示例市局")
                .param("number", "值班室签收")
                .with(user(section.username()))
                .with(csrf()));
        mvcDone(sent);
        String photo =
                page(get("/hazards/" + one.id(), section)).select(".photos a").attr("href");
        assertThat(get(photo, section)).hasStatusOk();
        assertThat(page(get("/hazards/" + one.id(), one.unitUser())).select(".photos a"))
                .isEmpty();
        assertThat(get(photo, one.unitUser())).hasStatus(404);
        assertThat(page(get(form, section)).select("#receiver option").eachText())
                .containsExactly("请选择", "示例县人民政府");
    }

    @Test
    void whatOfficesNoteAmongThemselvesIsNotReadByTheUnit() {
        Walk.Case one = walk.rectifying();
        mvcDone(post(one, one.people().campaignOffice(), "reviews", "text", "先看整改照片再说"));
        mvcDone(post(one, one.unitUser(), "rectifications", "text", "已更换切断阀"));
        mvcDone(post(one, one.people().inspector(), "rechecks", "yes", "true", "text", "切断动作正常"));
        String read = page(get("/hazards/" + one.id(), one.unitUser())).text();
        assertThat(read).contains("登记隐患", "已更换切断阀").doesNotContain("先看整改照片再说", "审阅", "切断动作正常", "会签");
        assertThat(page(get("/hazards/" + one.id(), one.people().chief())).text())
                .contains("先看整改照片再说", "切断动作正常");
    }

    @Test
    void theSameFormSentTwiceIsDoneOnce() {
        Walk.Case one = walk.rectifying();
        String key = UUID.randomUUID().toString();
        String version = version(one, one.people().campaignOffice());
        for (int time = 0; time < 2; time++) {
            mvcDone(send(one, one.people().campaignOffice(), "reviews", "key", key, "version", version));
        }
        assertThat(acts(one)).containsOnlyOnce(Act.LEDGER_REVIEWED);
    }

    @Test
    void theSameFormSentWithOtherContentChangesNothingAndGivesBackWhatWasWritten() {
        Walk.Case one = walk.rectifying();
        String version = version(one, one.unitUser());
        String key = UUID.randomUUID().toString();
        mvcDone(send(one, one.unitUser(), "rectifications", "key", key, "version", version, "text", "已换新阀门"));
        MvcTestResult other =
                send(one, one.unitUser(), "rectifications", "key", key, "version", version, "text", "另附检验报告");
        assertThat(other).hasStatus(409);
        assertThat(page(other).select(".written dd").text()).contains("另附检验报告");
        assertThat(acts(one)).containsOnlyOnce(Act.RECTIFICATION_REPORTED);
    }

    @Test
    void whoSawAnOlderStateIsToldSo() {
        Walk.Case one = walk.rectifying();
        String seen = version(one, one.people().inspector());
        walk.extensionAsked(one);
        MvcTestResult answer = send(one, one.unitUser(), "rectifications", "version", seen, "text", "已整改");
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select(".written dd").text()).contains("已整改");
        assertThat(acts(one)).doesNotContain(Act.RECTIFICATION_REPORTED);
    }

    @Test
    void whoMayNotDoItIsTurnedAwayAndWhoMayNotSeeItFindsNothing() {
        Walk.Case one = walk.rectifying();
        assertThat(post(one, one.people().leader(), "rectifications", "text", "已整改"))
                .hasStatus(403);
        World.Bureau elsewhere = world.bureau();
        assertThat(send(one, elsewhere.inspector(), "rectifications", "version", "0", "text", "已整改"))
                .hasStatus(404);
        assertThat(get("/hazards/" + one.id(), elsewhere.leader())).hasStatus(404);
        Caller administrator = world.hire(one.people().city(), Role.ADMINISTRATOR);
        assertThat(get("/hazards", administrator)).hasStatus(403);
        assertThat(get("/hazards/" + one.id(), administrator)).hasStatus(403);
    }

    @Test
    void whoMayNotIsTurnedAwayWhereverTheHazardStandsAndWhoMayIsToldWhyNotNow() {
        Walk.Case one = walk.rectifying();
        String closures = "/hazards/" + one.id() + "/closures";
        for (Caller other :
                List.of(one.unitUser(), one.people().inspector(), one.people().leader())) {
            assertThat(get(closures, other)).hasStatus(403);
            assertThat(post(one, other, "closures", "cause", "THING")).hasStatus(403);
        }
        MvcTestResult early = get(closures, one.people().chief());
        assertThat(early).hasStatus(409);
        assertThat(page(early).select(".problem").text())
                .contains("现在是“整改中”，不能确认销号", "单位须在 " + one.hazard().due(), "没有改动任何数据")
                .doesNotContain("提交的内容没有写入");
        assertThat(page(early).select(".problem a").eachAttr("href")).contains("/hazards/" + one.id());
        assertThat(page(post(one, one.people().chief(), "closures", "cause", "THING"))
                        .select(".problem")
                        .text())
                .contains("提交的内容没有写入");
    }

    @Test
    void historiesAndTheFrameNameTheUnitAndItsPerson() {
        Walk.Case one = walk.rectifying();
        mvcDone(post(one, one.unitUser(), "rectifications", "text", "已更换切断阀"));
        Document page = page(get("/hazards/" + one.id(), one.unitUser()));
        assertThat(page.select(".flow li").get(0).text())
                .contains(one.unitUser().name(), one.hazard().enterpriseName());
        assertThat(page.select(".top .who").text())
                .contains(one.unitUser().name(), one.hazard().enterpriseName());
    }

    @Test
    void aClosedHazardTakesNoMoreFilesAndAsksForNone() {
        Walk.Case one = walk.rechecked(true, walk.reportedBy(walk.rectifying()));
        walk.confirmed(one.people().chief(), one);
        MvcTestResult answer = mvc.perform(mvc.post()
                .uri("/hazards/{id}/rectifications", one.id())
                .multipart()
                .file(new MockMultipartFile("files", "整改后.jpg", "image/jpeg", PHOTO))
                .param("version", version(one, one.unitUser()))
                .param("text", "已整改")
                .with(user(one.unitUser().username()))
                .with(csrf()));
        assertThat(answer).hasStatus(409);
        assertThat(page(get("/hazards/" + one.id(), one.unitUser()))
                        .select(".files")
                        .text())
                .contains("没有照片或材料")
                .doesNotContain("可以上传");
    }

    @Test
    void aUnitSeesItsOwnHazardsAlone() {
        Walk.Case one = walk.rectifying();
        found.general(one.people());
        Document page = page(get("/hazards", one.unitUser()));
        assertThat(page.select("[data-total]").attr("data-total")).isEqualTo("1");
        assertThat(page.select("table.hazards").text()).contains(one.hazard().number());
    }

    @Test
    void photosAreSeenByWhoSeesTheHazard() {
        Walk.Case one = walk.rectifying();
        MvcTestResult answer = mvc.perform(mvc.post()
                .uri("/hazards/{id}/rectifications", one.id())
                .multipart()
                .file(new MockMultipartFile("files", "整改后.jpg", "text/html", PHOTO))
                .param("version", version(one, one.unitUser()))
                .param("text", "已整改")
                .with(user(one.unitUser().username()))
                .with(csrf()));
        mvcDone(answer);
        String address = page(get("/hazards/" + one.id(), one.people().chief()))
                .select(".photos a")
                .attr("href");
        assertThat(get(address, one.people().chief()))
                .hasStatus(200)
                .hasHeader("Content-Type", "image/jpeg")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(get(address, world.bureau().chief())).hasStatus(404);
    }

    @Test
    void aFileThatIsNoPhotoIsRefusedAndNothingIsDone() {
        Walk.Case one = walk.rectifying();
        MvcTestResult answer = mvc.perform(mvc.post()
                .uri("/hazards/{id}/rectifications", one.id())
                .multipart()
                .file(new MockMultipartFile(
                        "files", "x.jpg", "image/jpeg", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .param("version", version(one, one.unitUser()))
                .param("text", "已整改")
                .with(user(one.unitUser().username()))
                .with(csrf()));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select(".summary").text()).contains("x.jpg");
        assertThat(acts(one)).doesNotContain(Act.RECTIFICATION_REPORTED);
    }

    @Test
    void overdueIsCountedInWorkingDaysAndTheFilterShowsExactlyThose() {
        World.Bureau bureau = world.bureau();
        Unit unit = found.unit(bureau);
        List<String> late = new ArrayList<>();
        for (int back = -3; back <= 12; back++) {
            LocalDate due = found.today().minusDays(back);
            HazardSummary hazard =
                    found.raise(found.dated(bureau, unit, found.today().minusDays(40), due));
            int days = workingDays.workingDaysOverdue(due, found.today());
            if (days > 0) {
                late.add(hazard.number());
                assertThat(page(get("/hazards/" + hazard.id(), bureau.chief()))
                                .select(".head .late")
                                .text())
                        .isEqualTo("逾期" + days + "个工作日");
            }
        }
        Document page = page(get("/hazards?view=OVERDUE", bureau.chief()));
        assertThat(page.select("table.hazards tbody tr td:nth-child(4)").eachText())
                .allMatch(text -> late.stream().anyMatch(text::startsWith))
                .hasSameSizeAs(late);
        assertThat(figure(page, "逾期")).isEqualTo(String.valueOf(late.size()));
    }

    @Test
    void anExtensionAskedInTimeIsNotOverdueWhileItIsDecided() {
        Walk.Case one = walk.extensionAsked(walk.rectifying());
        Document page = page(get("/hazards/" + one.id(), one.people().chief()));
        assertThat(page.select(".head .st").eachText()).contains("延期审批中");
        walk.extensionGranted(one.people().chief(), one);
        assertThat(ledger.require(one.id(), one.people().chief().scope()).due())
                .isEqualTo(found.today().plusDays(30));
    }

    @Test
    void aFailedRecheckLeadsBackWithTheTermUnchanged() {
        Walk.Case one = walk.rectifying();
        walk.rechecked(false, walk.reportedBy(one.unitUser(), one));
        HazardSummary after = ledger.require(one.id(), one.people().chief().scope());
        assertThat(after.state()).isEqualTo("整改中");
        assertThat(after.due()).isEqualTo(one.hazard().due());
        assertThat(page(get("/hazards/" + one.id(), one.people().chief()))
                        .select("dl.kv")
                        .text())
                .contains("复查不合格 1 次");
    }

    @Test
    void whatWasRegisteredByMistakeCountsNowhere() {
        Walk.Case one = walk.ended(Ending.VOIDED, walk.rectifying());
        assertThat(journal.positionsOf(source(one), Act.HAZARD_REGISTERED)).isEmpty();
        assertThat(ledger.openOf(
                        one.hazard().enterpriseId(), one.people().chief().scope()))
                .isEmpty();
    }

    @Test
    void theWorkbookHoldsTheListWithTheSameFilters() throws IOException {
        Walk.Case one = walk.proposedMajor();
        for (int more = 0; more < 3; more++) {
            found.general(one.people());
        }
        for (String filter : List.of(
                "",
                "?level=PROPOSED_MAJOR",
                "?q=切断",
                "?q=" + one.hazard().number().toLowerCase(java.util.Locale.ROOT),
                "?view=MAJOR")) {
            List<String> listed = page(get("/hazards" + filter, one.people().countyHead()))
                    .select("table.hazards tbody tr td:nth-child(4)")
                    .stream()
                    .map(cell -> cell.ownText())
                    .toList();
            assertThat(numbersIn(get("/hazards.xlsx" + filter, one.people().countyHead())))
                    .as(filter)
                    .isEqualTo(listed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?view=NONSENSE",
                "?office=nowhere",
                "?state=1",
                "?sort=;drop",
                "?level=%00A",
                "?source=HAZARD%27"
            })
    void unknownFiltersAreRefusedPlainly(String query) {
        assertThat(get("/hazards" + query, world.bureau().chief())).hasStatus(422);
    }

    @Test
    void thePaneBesideTheListOffersWhatThePageOffers() {
        Walk.Case one = walk.proposedMajor();
        Document pane =
                page(get("/hazards/" + one.id() + "/preview", one.people().countySection()));
        assertThat(pane.select(".doing a").eachText()).containsExactly("认定重大隐患");
        assertThat(pane.select("html > body > *")).hasSize(1);
    }

    @Test
    void theDeskCountsWhatItDoesNotShow() {
        World.Bureau bureau = world.bureau();
        Unit unit = found.unit(bureau);
        for (int day = 1; day <= 21; day++) {
            found.raise(found.dated(bureau, unit, found.today(), found.today().plusDays(day)));
        }
        Document desk = page(get("/", world.enterpriseUser(bureau.fieldOffice(), unit.id())));
        assertThat(desk.select("h2:contains(待办)").text())
                .as("with the self-check to begin")
                .isEqualTo("待办 22");
        assertThat(desk.select("a[href$=/rectifications].btn")).hasSize(20);
    }

    @Test
    void theLeaderSeesWhatIsMajorAndOverdueApart() {
        World.Bureau bureau = world.bureau();
        Walk.Case one = walk.determined(walk.proposedMajor());
        found.raise(found.dated(
                bureau,
                found.unit(bureau),
                found.today().minusDays(40),
                found.today().minusDays(20)));
        assertThat(figure(page(get("/hazards", bureau.leader())), "重大逾期")).isEqualTo("0");
        assertThat(page(get("/", one.people().leader())).select(".todo li:contains(重大逾期)"))
                .hasSize(1);
    }

    @Test
    void deskTasksLeadToThePageOnWhichTheyAreDone() {
        Walk.Case one = walk.rechecked(true, walk.reportedBy(walk.rectifying()));
        Document desk = page(get("/", one.people().chief()));
        String address = desk.select(".todo a[href$=/closures]").attr("href");
        assertThat(address).isEqualTo("/hazards/" + one.id() + "/closures");
        assertThat(get(address, one.people().chief())).hasStatus(200);
    }

    private MvcTestResult post(Walk.Case one, Caller by, String noun, String... fields) {
        List<String> all = new ArrayList<>(List.of("version", version(one, by)));
        all.addAll(List.of(fields));
        return send(one, by, noun, all.toArray(String[]::new));
    }

    private MvcTestResult send(Walk.Case one, Caller by, String noun, String... fields) {
        var request = mvc.post().uri("/hazards/{id}/{noun}", one.id(), noun);
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return mvc.perform(request.with(user(by.username())).with(csrf()));
    }

    /** The version that a form of this hazard would carry now. */
    private String version(Walk.Case one, Caller by) {
        return String.valueOf(pages.require(one.id(), by).getVersion());
    }

    @Autowired
    Today today;

    @Autowired
    HazardPages pages;

    private MvcTestResult get(String address, Caller by) {
        return mvc.perform(mvc.get()
                .uri(java.net.URI.create(java.net.URI.create(address).toASCIIString()))
                .with(user(by.username())));
    }

    private static void mvcDone(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String figure(Document page, String label) {
        return page.select(".figs a:contains(" + label + ") b").text();
    }

    private List<Act> acts(Walk.Case one) {
        return journal.timeline(source(one)).stream().map(TimelineEntry::act).toList();
    }

    private static gassafety.journal.Source source(Walk.Case one) {
        return new gassafety.journal.Source(gassafety.journal.SourceKind.HAZARD, one.id());
    }

    private static List<String> numbersIn(MvcTestResult answer) throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            List<String> numbers = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> numbers.add(row.getCell(1).getStringCellValue()));
            return numbers.subList(1, numbers.size());
        }
    }
}
