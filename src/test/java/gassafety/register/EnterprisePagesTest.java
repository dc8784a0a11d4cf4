package gassafety.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.journal.Journal;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class EnterprisePagesTest {

    private static final LocalDate DAY = LocalDate.of(2023, 9, 4);

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Register register;

    @Autowired
    UnitFiles files;

    @Autowired
    Journal journal;

    @Autowired
    Today today;

    private World.Bureau bureau;
    private Unit station;

    @BeforeEach
    void aStation() {
        bureau = world.bureau();
        station = world.licensedStation(bureau);
    }

    @Test
    void aUnitIsFoundByAnyFragmentOfItsNumbersNamesAndAddresses() {
        files.appoint(bureau.inspector(), DAY, station.id(), Sample.filler("演示员乙", "ZS-7788-66", DAY.plusYears(4)));
        files.addTank(
                bureau.inspector(), DAY, station.id(), new TankDetails("容17示A00123", BigDecimal.valueOf(50), null));
        world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);

        String number = station.name().substring("示例单位".length());
        for (String fragment : List.of(
                "单位" + number,
                station.creditCode().substring(6).toLowerCase(java.util.Locale.ROOT),
                "s-7788",
                "示A001",
                "-2030",
                "例路 " + number)) {
            assertThat(names("/enterprises?q={q}", fragment)).as(fragment).containsExactly(station.name());
        }
        assertThat(names("/enterprises?q={q}", "100%")).isEmpty();
    }

    @Test
    void filtersLeaveTheirUnitsAndTheWorkbookHoldsTheSameOnes() throws IOException {
        Unit seller = world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);
        files.appoint(
                bureau.inspector(),
                DAY,
                station.id(),
                Sample.filler("演示员丙", "ZS-1", today.day().plusDays(60)));

        assertThat(names("/enterprises")).containsExactly(seller.name(), station.name());
        assertThat(names("/enterprises?role=FILLING_STATION")).containsExactly(station.name());
        assertThat(names("/enterprises?ending=CERTIFICATE")).containsExactly(station.name());
        assertThat(names("/enterprises?ending=LICENCE")).isEmpty();
        assertThat(names("/enterprises?status=REVOKED")).isEmpty();
        assertThat(names("/enterprises?page=99")).hasSize(2);
        assertThat(workbook("/enterprises.xlsx")).containsExactly(seller.name(), station.name());
        assertThat(workbook("/enterprises.xlsx?role=FILLING_STATION")).containsExactly(station.name());
    }

    @Test
    void eachReadsWithinTheirScope() {
        Caller city = bureau.leader();
        Caller otherCounty = world.inspector(world.fieldOffice(world.county(bureau.city())));
        Caller own = world.enterpriseUser(bureau.fieldOffice(), station.id());
        Unit other = world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);

        for (Caller reader : List.of(city, bureau.campaignOffice(), bureau.countyHead(), bureau.chief())) {
            assertThat(get(reader, "/enterprises/" + station.id())).hasStatusOk();
        }
        assertThat(get(otherCounty, "/enterprises/" + station.id())).hasStatus(404);
        assertThat(total(otherCounty)).isEqualTo("0");
        assertThat(get(own, "/enterprises/" + station.id())).hasStatusOk();
        assertThat(get(own, "/enterprises/" + other.id())).hasStatus(404);
        assertThat(total(own)).isEqualTo("1");
        assertThat(get(own, "/enterprises/" + station.id() + "/edit")).hasStatus(403);
        assertThat(get(own, "/enterprises/new")).hasStatus(403);

        Caller admin = world.hire(bureau.city(), Role.ADMINISTRATOR);
        for (String address : List.of("/enterprises", "/enterprises.xlsx", "/enterprises/" + station.id())) {
            assertThat(get(admin, address)).hasStatus(403);
        }
        assertThat(get(city, "/enterprises/99999999")).hasStatus(404);
        assertThat(get(city, "/enterprises/seven")).hasStatus(404);
    }

    @Test
    void whoMayNotEditSeesNoButtonAndIsTurnedAway() {
        for (Caller reader : List.of(bureau.leader(), bureau.chief(), bureau.countyHead(), bureau.campaignOffice())) {
            assertThat(page(get(reader, "/enterprises/" + station.id())).text()).doesNotContain("修改档案");
            assertThat(post(reader, "/enterprises/" + station.id(), form())).hasStatus(403);
        }
        assertThat(page(get(bureau.inspector(), "/enterprises/" + station.id())).text())
                .contains("修改档案");
    }

    @Test
    void aUnitIsRegisteredOnceAndItsCreditCodeNamesTheOfficeThatHasIt() {
        Map<String, String> typed = form();
        MvcTestResult added = post(bureau.inspector(), "/enterprises", typed);
        assertThat(added).hasStatus(302);
        Document record = page(get(bureau.inspector(), added.getResponse().getRedirectedUrl()));
        assertThat(record.select("h1").text()).isEqualTo(typed.get("name"));
        assertThat(record.text()).contains("100****0001").doesNotContain("10000000001");

        MvcTestResult again = post(bureau.inspector(), "/enterprises", typed);
        assertThat(again).hasStatus(422);
        assertThat(page(again).select("#creditCode-error").text())
                .contains(bureau.fieldOffice().getName());
        assertThat(page(again).select("#address").val()).isEqualTo(typed.get("address"));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, LONG",
        "address, LONG",
        "creditCode, 91350100M000100Y44",
        "creditCode, ''",
        "status, OPEN",
        "roles, MAGICIAN",
        "roles, ''",
        "keySince, 2023-02-30",
        "keySince, 9999-01-01",
        "keyReason, 只有原因",
        "verifiedOn, yesterday",
        "responsiblePhone, 不是号码",
        "chargeOffice, nowhere",
        "region, <script>alert(1)</script>"
    })
    void badInputIsAnsweredBesideItsField(String field, String bad) {
        Map<String, String> typed = form();
        typed.put(field, bad.equals("LONG") ? "长".repeat(100_000) : bad);
        String before = total(bureau.inspector());

        MvcTestResult answer = post(bureau.inspector(), "/enterprises", typed);

        assertThat(answer).hasStatus(422);
        Document page = page(answer);
        String beside = field.equals("keyReason") ? "keySince" : field;
        assertThat(page.select("#" + beside + "-error").text()).isNotEmpty();
        assertThat(page.select(".summary a[href='#" + beside + "']")).hasSize(1);
        assertThat(page.select("#legalRepresentative").val()).isEqualTo(typed.get("legalRepresentative"));
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(total(bureau.inspector())).isEqualTo(before);
    }

    @Test
    void scriptIsShownAsTextAndNulIsLeftOut() {
        Map<String, String> typed = form();
        typed.put("name", "<script>alert(1)</script>示\0例");
        MvcTestResult added = post(bureau.inspector(), "/enterprises", typed);
        Document record = page(get(bureau.inspector(), added.getResponse().getRedirectedUrl()));
        assertThat(record.select("h1").text()).isEqualTo("<script>alert(1)</script>示例");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/station", "/people", "/tanks", "/charge", ""})
    void anEmptyPostIsRefusedAndChangesNothing(String page) {
        Caller by = page.equals("/charge") ? bureau.countySection() : bureau.inspector();
        int acts = history().size();
        MvcTestResult answer = post(by, "/enterprises/" + station.id() + page, Map.of());
        assertThat(answer.getResponse().getStatus()).isIn(409, 422);
        assertThat(history()).hasSize(acts);
    }

    @Test
    void aStaleEditShowsBothVersionsAndTheChosenOneIsKept() {
        Document opened = page(get(bureau.inspector(), "/enterprises/" + station.id() + "/edit"));
        Map<String, String> mine = filledIn(opened);
        Map<String, String> theirs = new HashMap<>(mine);
        theirs.put("address", "示例路 2 号");
        assertThat(post(bureau.secondInspector(), "/enterprises/" + station.id(), theirs))
                .hasStatus(302);

        mine.put("address", "示例路 3 号");
        MvcTestResult conflict = post(bureau.inspector(), "/enterprises/" + station.id(), mine);
        assertThat(conflict).hasStatus(409);
        Document both = page(conflict);
        assertThat(both.select("input[type=radio][name=address]").eachAttr("value"))
                .containsExactly("示例路 2 号", "示例路 3 号");

        Map<String, String> chosen = new HashMap<>();
        both.select("main form input[type=hidden]").forEach(input -> chosen.put(input.attr("name"), input.val()));
        chosen.put("address", "示例路 3 号");
        assertThat(post(bureau.inspector(), "/enterprises/" + station.id(), chosen))
                .hasStatus(302);
        assertThat(register.require(station.id(), bureau.leader().scope()).address())
                .isEqualTo("示例路 3 号");
        assertThat(history().get(0)).contains("示例路 2 号 → 示例路 3 号");
    }

    @Test
    void theSameCertificateAtTwoUnitsIsAWarningThatNamesOnlyWhatTheReaderMayRead() {
        var elsewhere = world.bureau();
        Unit other = world.licensedStation(elsewhere);
        Unit near = world.licensedStation(bureau);
        for (var pair : List.of(Map.entry(bureau, station), Map.entry(elsewhere, other), Map.entry(bureau, near))) {
            files.appoint(
                    pair.getKey().inspector(),
                    DAY,
                    pair.getValue().id(),
                    Sample.filler("演示员丁", "GZ-" + station.id(), DAY));
        }
        String warnings = page(get(bureau.inspector(), "/enterprises/" + station.id()))
                .select(".warnings")
                .text();
        assertThat(warnings).contains("疑似挂证").contains(near.name()).doesNotContain(other.name());
    }

    @Test
    void aStationIsDescribedAndWhatIsOddIsWarnedOf() {
        Map<String, String> typed =
                filledIn(page(get(bureau.inspector(), "/enterprises/" + station.id() + "/station")));
        typed.put("licenceNumber", "TS4399007-2026");
        typed.put("connectors", "6");
        typed.put("scales", "5");
        typed.put("fillingAddresses", "示例路 1 号\n示例路 2 号");
        typed.put("YSP12", "1200");
        assertThat(post(bureau.inspector(), "/enterprises/" + station.id() + "/station", typed))
                .hasStatus(302);

        Document record = page(get(bureau.inspector(), "/enterprises/" + station.id()));
        assertThat(record.select(".warnings").text()).contains("充装秤少于充装接头").contains("年份与有效期至的年份不一致");
        assertThat(record.text()).contains("YSP12 1200 只").contains("示例路 2 号");

        typed.put("connectors", "-1");
        typed.put("version", "1");
        assertThat(post(bureau.inspector(), "/enterprises/" + station.id() + "/station", typed))
                .hasStatus(422);
    }

    @Test
    void theSameFormSentTwiceAddsOnePerson() {
        Map<String, String> typed = new HashMap<>(Map.of("version", "-1", "name", "演示员己", "role", "SAFETY_OFFICER"));
        String people = "/enterprises/" + station.id() + "/people";
        assertThat(post(bureau.inspector(), people, typed)).hasStatus(302);
        assertThat(post(bureau.inspector(), people, typed)).hasStatus(422);
        assertThat(register.responsiblePeople(station.id()))
                .contains("演示员己（安全员）")
                .hasSize(2);
    }

    @Test
    void theDeskCountsWhatEndsSoonAndLeadsToExactlyThoseUnits() {
        files.addTank(
                bureau.inspector(),
                DAY,
                station.id(),
                new TankDetails("容-" + station.id(), BigDecimal.TEN, today.day().plusDays(60)));
        Unit later = world.licensedStation(bureau);
        files.addTank(
                bureau.inspector(),
                DAY,
                later.id(),
                new TankDetails("容-" + later.id(), BigDecimal.TEN, today.day().plusDays(61)));
        for (Caller caller : List.of(bureau.countySection(), bureau.campaignOffice(), bureau.leader())) {
            var line = page(get(caller, "/")).select("a[aria-label^=储罐定期检验]");
            assertThat(line.text()).isEqualTo("1 家");
            Document list = page(get(caller, line.attr("href")));
            assertThat(list.select("[data-total]").attr("data-total")).isEqualTo("1");
        }
        Caller own = world.enterpriseUser(bureau.fieldOffice(), station.id());
        assertThat(page(get(own, "/")).select("a[aria-label^=储罐定期检验]").attr("href"))
                .isEqualTo("/enterprises/" + station.id());
    }

    @Test
    void peopleAndTanksOfAnotherUnitAreNotReachedThroughThisOne() {
        Unit other = world.licensedStation(bureau);
        long person = files.appoint(bureau.inspector(), DAY, other.id(), Sample.filler("演示员戊", "X-" + other.id(), DAY));
        assertThat(get(bureau.inspector(), "/enterprises/" + station.id() + "/people/" + person))
                .hasStatus(404);
        assertThat(post(
                        bureau.inspector(),
                        "/enterprises/" + station.id() + "/people/" + person + "/departure",
                        Map.of()))
                .hasStatus(404);
        assertThat(get(bureau.inspector(), "/enterprises/" + other.id() + "/people/" + person))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"role=KING", "status=x", "ending=WORLD", "office=nowhere"})
    void aFilterThatThePageDoesNotOfferIsRefused(String filter) {
        assertThat(get(bureau.leader(), "/enterprises?" + filter)).hasStatus(422);
        assertThat(get(bureau.leader(), "/enterprises.xlsx?" + filter)).hasStatus(422);
    }

    private Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        form.put("version", "-1");
        form.put("name", "示例液化气站" + station.id());
        form.put("creditCode", world.creditCode());
        form.put("roles", "FILLING_STATION");
        form.put("status", "IN_BUSINESS");
        form.put("origin", "SURVEY");
        form.put("chargeOffice", bureau.fieldOffice().getCode());
        form.put("legalRepresentative", "演示员甲");
        form.put("responsiblePhone", "10000000001");
        form.put("address", "示例路 8 号");
        return form;
    }

    private static Map<String, String> filledIn(Document page) {
        Map<String, String> form = new HashMap<>();
        page.select("main form input[type=checkbox][checked]")
                .forEach(box -> form.merge(box.attr("name"), box.val(), (one, two) -> one + "," + two));
        page.select("main form input:not([type=checkbox]), main form textarea")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("main form select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").val()));
        return form;
    }

    private List<String> history() {
        return journal.timeline(new Source(SourceKind.ENTERPRISE, station.id())).stream()
                .map(entry -> entry.note())
                .toList();
    }

    private List<String> names(String address, Object... values) {
        return page(browser.get()
                        .uri(address, values)
                        .with(user(bureau.inspector().username()))
                        .exchange())
                .select("table.units tbody tr td:nth-child(2) a")
                .eachText();
    }

    private List<String> workbook(String address) throws IOException {
        byte[] content = get(bureau.inspector(), address).getResponse().getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var sheet = workbook.getSheetAt(0);
            return java.util.stream.IntStream.rangeClosed(1, sheet.getLastRowNum())
                    .mapToObj(row -> sheet.getRow(row).getCell(1).getStringCellValue())
                    .toList();
        }
    }

    private String total(Caller caller) {
        return page(get(caller, "/enterprises")).select("[data-total]").attr("data-total");
    }

    private MvcTestResult get(Caller caller, String address) {
        return browser.get().uri(address).with(user(caller.username())).exchange();
    }

    private MvcTestResult post(Caller caller, String address, Map<String, String> form) {
        var request = browser.post().uri(address).with(user(caller.username())).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
