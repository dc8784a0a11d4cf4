package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of hazards: its filters, its numbers, what is done with several rows, and its workbook. */
@SystemTest
class LedgerPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Walk walk;

    @Autowired
    Found found;

    @Autowired
    World world;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aWholeNumberFindsItsHazardAlone() {
        Walk.Case one = walk.rectifying();
        String number = one.hazard().number();
        for (String typed : List.of(number, number.toLowerCase(java.util.Locale.ROOT), number + "%20切断")) {
            assertThat(page(get("/hazards?q=" + typed, one.people().chief()))
                            .select("[data-total]")
                            .attr("data-total"))
                    .as(typed)
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({"level,NOPE", "state,1", "source,HAZARD", "list,ANNEX9", "office,nowhere", "sort,;drop", "view,MINE"})
    void aWrongFilterIsToldBesideItsFieldAndWhatWasTypedStays(String name, String value) {
        Walk.Case one = walk.rectifying();
        for (String address : List.of("/hazards", "/hazards.xlsx")) {
            MvcTestResult answer =
                    get(address + "?q=切断&" + name + "=" + value, one.people().countyHead());
            assertThat(answer).hasStatus(422);
            Document page = page(answer);
            assertThat(page.select(".summary a[href=#filter-" + name + "]").text())
                    .contains(value);
            Element field = page.getElementById("filter-" + name);
            assertThat(field).isNotNull();
            assertThat(field.val().isEmpty() ? field.select("option[selected]").val() : field.val())
                    .isEqualTo(value);
            assertThat(page.getElementById("filter-" + name + "-error").text()).contains(value);
            assertThat(page.getElementById("filter-q").val()).isEqualTo("切断");
            assertThat(page.select("table.hazards tr")).isEmpty();
        }
    }

    @Test
    void everyNumberOnTheListIsWhatItOpens() {
        Walk.Case one = walk.determined(walk.proposedMajor());
        World.Bureau people = one.people();
        found.general(people);
        found.onTheSpot(people);
        found.proposedMajor(people);
        found.raise(found.dated(
                people,
                found.unit(people),
                found.today().minusDays(40),
                found.today().minusDays(20)));
        walk.extensionAsked(new Walk.Case(people, one.unitUser(), found.general(people)));
        walk.ended(Ending.TERMINATED, new Walk.Case(people, one.unitUser(), found.general(people)));
        for (Caller reader : List.of(
                people.campaignOffice(),
                people.countySection(),
                people.countyHead(),
                people.chief(),
                people.inspector())) {
            for (String filter : List.of("", "?view=OPEN", "?state=RECTIFYING", "?q=紧急切断&level=GENERAL")) {
                Document page = page(get("/hazards" + filter, reader));
                List<Element> numbers = Stream.of(".figs a", ".facet a")
                        .flatMap(links -> page.select(links).stream())
                        .filter(link -> !link.hasClass("on"))
                        .toList();
                assertThat(numbers).hasSizeGreaterThan(6);
                for (Element number : numbers) {
                    assertThat(page(get(number.attr("href"), reader))
                                    .select("[data-total]")
                                    .attr("data-total"))
                            .as(reader.roles() + " " + filter + " " + number.text())
                            .isEqualTo(number.select("b").text());
                }
            }
        }
    }

    @Test
    void theTallyIsTheNumberOfHazardsBeforeAndAfterItIsFolded() {
        Walk.Case one = walk.rechecked(true, walk.reportedBy(walk.rectifying()));
        walk.confirmed(one.people().chief(), one);
        assertThat(tallyDiffers()).isZero();
        jdbc.sql("select hazard_tally_fold()").query().listOfRows();
        assertThat(tallyDiffers()).isZero();
        Walk.Case moved = walk.rectifying();
        jdbc.sql("update enterprise set charge_office_id = :office where id = :id")
                .param("office", moved.people().county().getId())
                .param("id", moved.hazard().enterpriseId())
                .update();
        assertThat(tallyDiffers()).isZero();
    }

    private int tallyDiffers() {
        return jdbc.sql("""
                        select count(*) from (
                            select office_path, charge_path, state, level, source_kind, due, extension_asked, reported_up,
                                sum(hazards) as hazards
                            from (select * from hazard_tally union all
                                select office_path, charge_path, state, level, source_kind, due, extension_asked,
                                    reported_up, -hazards from hazard_counted) both_ways
                            group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(hazards) <> 0) differing
                        """).query(Integer.class).single();
    }

    @Test
    void thePagesTogetherAreTheWorkbook() throws IOException {
        World.Bureau bureau = world.bureau();
        Unit unit = found.unit(bureau);
        for (int day = 1; day <= 120; day++) {
            found.raise(found.dated(bureau, unit, found.today(), found.today().plusDays(day)));
        }
        for (String order : List.of("", "&sort=NEWEST", "&q=紧急")) {
            List<String> listed = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                page(get("/hazards?page=" + number + order, bureau.chief()))
                        .select("table.hazards tbody td:nth-child(4)")
                        .forEach(cell -> listed.add(cell.ownText()));
            }
            assertThat(listed).doesNotHaveDuplicates().hasSize(120);
            assertThat(numbers(get("/hazards.xlsx?page=2" + order, bureau.chief())))
                    .isEqualTo(listed);
            assertThat(page(get("/hazards?page=999" + order, bureau.chief()))
                            .select(".paging")
                            .text())
                    .contains("第 101–120 条，共 120 条");
        }
    }

    @Test
    void theWorkbookIsPrintedAsTheBureausLedger() throws IOException {
        Walk.Case one = walk.rectifying();
        byte[] bytes =
                get("/hazards.xlsx", one.people().countyHead()).getResponse().getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getHeader().getLeft())
                    .contains("填报单位：" + one.people().county().getName());
            assertThat(sheet.getFooter().getLeft()).contains("单位负责人：", "审核人：", "填报人：");
            assertThat(sheet.getRow(1).getCell(7).getStringCellValue()).matches("[0-9A-Z]{18}");
        }
    }

    @Test
    void severalHazardsAreUrgedOnceAndStayWhereTheyStand() {
        Walk.Case one = walk.rectifying();
        long other = found.general(one.people()).id();
        Caller section = one.people().countySection();
        String query = "hazard=" + one.id() + "&hazard=" + other + "&back=/hazards?view=OPEN%26q=切断";
        Document form = page(get("/hazards/acts/reminder?" + query, section));
        assertThat(form.select("input[name=hazard]")).hasSize(2);
        assertThat(form.select("a:contains(不办理)").attr("href")).isEqualTo("/hazards");
        String key = form.select("input[name=key]").val();
        for (int time = 0; time < 2; time++) {
            assertThat(urge(section, key, "请尽快复查", one.id(), other)).hasRedirectedUrl("/hazards?view=OPEN");
        }
        assertThat(urge(section, key, "另一句话", one.id(), other)).hasStatus(409);
        for (long id : List.of(one.id(), other)) {
            assertThat(journal.timeline(new Source(SourceKind.HAZARD, id)).stream()
                            .filter(entry -> entry.act() == Act.HAZARD_URGED))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.note()).isEqualTo("请尽快复查"));
        }
        Document list = page(get("/hazards", one.people().inspector()));
        assertThat(list.select("table.hazards").text()).contains("催办 1 次", "整改中");
    }

    @Test
    void onlyWhatIsLawfulIsOfferedAndDoneForSeveral() {
        Walk.Case one = walk.rechecked(true, walk.reportedBy(walk.rectifying()));
        assertThat(page(get("/hazards", one.people().campaignOffice()))
                        .select(".bulk button")
                        .eachText())
                .containsExactly("催办", "下达检查任务");
        for (Caller other : List.of(one.people().chief(), one.people().inspector(), one.unitUser())) {
            assertThat(page(get("/hazards", other)).select(".bulk, input[name=hazard]"))
                    .isEmpty();
            assertThat(get("/hazards/acts/reminder?hazard=" + one.id(), other)).hasStatus(403);
            assertThat(urge(other, UUID.randomUUID().toString(), "快", one.id())).hasStatus(403);
            assertThat(get("/hazards/acts/inspection?hazard=" + one.id(), other))
                    .hasStatus(403);
        }
        walk.confirmed(one.people().chief(), one);
        MvcTestResult closed =
                urge(one.people().countySection(), UUID.randomUUID().toString(), "快", one.id());
        assertThat(closed).hasStatus(422);
        assertThat(page(closed).select(".summary").text()).contains("已销号");
        assertThat(get(
                        "/hazards/acts/reminder?hazard=" + one.id(),
                        world.bureau().countySection()))
                .hasStatus(404);
    }

    @Test
    void theInspectionOfTheUnitsOfSeveralHazardsIsOrderedFromTheList() {
        Walk.Case one = walk.rectifying();
        HazardSummary other = found.general(one.people());
        found.general(one.people());
        Caller section = one.people().countySection();
        MvcTestResult answer = get("/hazards/acts/inspection?hazard=" + one.id() + "&hazard=" + other.id(), section);
        assertThat(answer).hasStatus3xxRedirection();
        Document plan = page(get(answer.getResponse().getRedirectedUrl(), section));
        assertThat(plan.select("input[name=units][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder(
                        String.valueOf(one.hazard().enterpriseId()), String.valueOf(other.enterpriseId()));
        assertThat(plan.select("input[name=units]")).hasSize(2);
        assertThat(plan.select("[name=note]").text())
                .as("what the inspectors are to look at")
                .contains(one.hazard().number(), other.number());
    }

    @Test
    void aPersonSavesAFilterUnderANameForThemselves() {
        Walk.Case one = walk.rectifying();
        Caller chief = one.people().chief();
        assertThat(saveView(chief, "", "/hazards?level=GENERAL")).hasStatus(422);
        MvcTestResult tooLong = saveView(chief, "长".repeat(21), "/hazards?level=GENERAL");
        assertThat(tooLong).hasStatus(422);
        assertThat(page(tooLong).select("#view-name-error").text()).contains("21");
        assertThat(page(tooLong).select("#view-name").val()).isEqualTo("长".repeat(21));
        for (int time = 0; time < 2; time++) {
            assertThat(saveView(chief, "一般的", "/hazards?level=GENERAL")).hasRedirectedUrl("/hazards?level=GENERAL");
        }
        Document page = page(get("/hazards?level=GENERAL", chief));
        assertThat(page.select(".saved a").eachAttr("href")).containsExactly("/hazards?level=GENERAL");
        String removal = page.select(".saved form").attr("action");
        Caller other = one.people().inspector();
        assertThat(page(get("/hazards", other)).select(".saved")).isEmpty();
        assertThat(mvc.post().uri(removal).with(user(other.username())).with(csrf()))
                .hasStatus(404);
        assertThat(mvc.post().uri(removal).with(user(chief.username())).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page(get("/hazards", chief)).select(".saved")).isEmpty();
    }

    private MvcTestResult saveView(Caller by, String name, String address) {
        return mvc.perform(mvc.post()
                .uri("/hazards/views")
                .param("name", name)
                .param("back", address)
                .with(user(by.username()))
                .with(csrf()));
    }

    private MvcTestResult urge(Caller by, String key, String saying, long... ids) {
        var request = mvc.post()
                .uri("/hazards/acts/reminder")
                .param("key", key)
                .param("saying", saying)
                .param("back", "/hazards?view=OPEN");
        for (long id : ids) {
            request.param("hazard", String.valueOf(id));
        }
        return mvc.perform(request.with(user(by.username())).with(csrf()));
    }

    private MvcTestResult get(String address, Caller by) {
        return mvc.perform(mvc.get()
                .uri(java.net.URI.create(java.net.URI.create(address).toASCIIString()))
                .with(user(by.username())));
    }

    private static List<String> numbers(MvcTestResult answer) throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            List<String> numbers = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> numbers.add(row.getCell(1).getStringCellValue()));
            return numbers.subList(1, numbers.size());
        }
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
