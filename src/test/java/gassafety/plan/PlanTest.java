package gassafety.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.checklist.Checklists;
import gassafety.inspection.Inspections;
import gassafety.inspection.UnitSignature;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Role;
import gassafety.office.Staffing;
import gassafety.register.EnterpriseRole;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.register.UnitSelection;
import gassafety.register.UnitSelections;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is ordered is assigned, inspected and done; what is done follows from the inspection alone. */
@SystemTest
class PlanTest {

    @Autowired
    World world;

    @Autowired
    Staffing staffing;

    @Autowired
    Planning planning;

    @Autowired
    TaskList tasks;

    @Autowired
    UnitSelections units;

    @Autowired
    Inspections inspections;

    @Autowired
    Register register;

    @Autowired
    Checklists checklists;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester browser;

    private World.Bureau bureau;
    private Unit station;

    @BeforeEach
    void aStation() {
        bureau = world.bureau();
        station = world.licensedStation(bureau);
    }

    @Test
    void aTaskIsAssignedInspectedAndDone() {
        long task = ordered(station);
        assertThat(state(task)).isEqualTo(TaskState.PLANNED);
        assertThat(desk(bureau.chief())).contains("派发检查任务：" + station.name());

        planning.assign(List.of(task), bureau.chief(), both(), "");
        assertThat(state(task)).isEqualTo(TaskState.ASSIGNED);
        assertThat(desk(bureau.chief())).doesNotContain("派发检查任务：" + station.name());
        assertThat(desk(bureau.inspector())).contains("开展检查：" + station.name());

        Document start = page(get(bureau.inspector(), start(task)));
        assertThat(start.select("#list input[checked]").val()).isEqualTo("ANNEX2");
        assertThat(start.select("input[name=inspectors][checked]").val())
                .isEqualTo(String.valueOf(bureau.secondInspector().accountId()));

        long inspection = begin(today.day());
        assertThat(state(task)).isEqualTo(TaskState.INSPECTING);
        sign(inspection);
        assertThat(state(task)).isEqualTo(TaskState.DONE);
        assertThat(row(task).task().getInspection()).isEqualTo(inspection);
        assertThat(page(get(bureau.countySection(), "/plans/" + row(task).task().getPlanId()))
                        .select("button[formaction], input[name=task]"))
                .as("nothing is left to do with it")
                .isEmpty();
        assertThat(page(get(bureau.inspector(), "/inspections/" + inspection)).text())
                .contains("检查任务");
        assertThatThrownBy(() -> planning.withdraw(List.of(task), bureau.countySection(), "不需要了"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasInspectedBeforeTheOrderOrBrokenOffFulfilsNothing() {
        sign(begin(today.day().minusDays(1)));
        long task = ordered(station);
        long brokenOff = begin(today.day());
        inspections.terminate(brokenOff, bureau.inspector(), "单位停业");
        assertThat(state(task)).isEqualTo(TaskState.PLANNED);
    }

    @Test
    void whoWasToldBeforeStaysInTheHistoryAndTheReasonIsAsked() {
        long task = ordered(station);
        Caller first = bureau.inspector();
        Caller second = bureau.secondInspector();
        planning.assign(List.of(task), bureau.chief(), List.of(first.accountId()), "");
        assertThatThrownBy(() -> planning.assign(List.of(task), bureau.chief(), List.of(second.accountId()), ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("原因");
        planning.assign(List.of(task), bureau.chief(), List.of(second.accountId()), "休假");

        InspectionTask now = row(task).task();
        assertThat(now.getAssigneeNames()).isEqualTo(second.name());
        assertThat(now.getFormer()).extracting(Assignee::getName).containsExactly(first.name());
        assertThat(page(get(bureau.chief(), now.getAddress())).select(".flow").text())
                .contains("派发检查任务", "改派检查任务", "休假");
        assertThatThrownBy(() -> jdbc.sql("delete from task_assignee").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aDrawCanBeDoneAgain() {
        for (int n = 0; n < 9; n++) {
            world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);
        }
        UnitSelection sellers = units.select(
                Map.of("role", "APPLIANCE_SELLER"), bureau.countySection().scope());
        assertThat(Draw.from(sellers.all(), 4, "seed"))
                .isEqualTo(Draw.from(sellers.all(), 4, "seed"))
                .hasSize(4)
                .isNotEqualTo(Draw.from(sellers.all(), 4, "another"));

        long plan = planning.orderDrawn(bureau.countySection(), order("SELLER"), sellers, 4)
                .plan();
        assertThat(planning.open(plan, bureau.countySection())).hasSize(4);
        assertThat(page(get(bureau.countySection(), "/plans/" + plan)).text()).contains("从 9 家候选单位中抽取", "复核与下达的任务一致");
        assertThatThrownBy(() -> planning.orderDrawn(bureau.countySection(), order("SELLER"), sellers, 6))
                .as("only five are left to draw from")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void twoInspectorsOfTheOfficeAreDrawnForEachUnitButNobodyWhoWithdrewFromIt() {
        Caller third = world.inspector(bureau.fieldOffice());
        long visit = begin(today.day().minusDays(1));
        assertThat(browser.post()
                        .uri("/inspections/" + visit + "/withdrawals")
                        .with(user(bureau.secondInspector().username()))
                        .with(csrf())
                        .param("reason", "与负责人是近亲属"))
                .hasStatus3xxRedirection();
        Office lonely = world.fieldOffice(bureau.county());
        Caller alone = world.inspector(lonely);
        Unit far = world.licensedStation(bureau);
        register.reassign(bureau.countySection(), today.day(), far.id(), lonely, "辖区调整");

        Caller by = bureau.countySection();
        long plan = planning.orderAll(by, order("ANNEX2").drawingInspectors(), stations(by))
                .plan();
        List<InspectionTask> drawn =
                planning.open(plan, by).stream().map(id -> row(id).task()).toList();
        InspectionTask near = drawn.stream()
                .filter(task -> task.getUnitId() == station.id())
                .findFirst()
                .orElseThrow();
        assertThat(near.getCurrent())
                .extracting(Assignee::getAccountId)
                .containsExactlyInAnyOrder(bureau.inspector().accountId(), third.accountId());
        assertThat(desk(third)).contains("开展检查：" + station.name());
        assertThat(page(get(by, near.getAddress())).text())
                .contains("没有参加选派：" + bureau.secondInspector().name());
        assertThat(desk(alone)).as("one alone is not sent").doesNotContain("开展检查：" + far.name());
        assertThat(page(get(by, "/plans/" + plan)).text())
                .contains("复核与选派的人员一致", lonely.getShortName() + "能选派的检查人员不足两名，没有选派");
        planning.assign(List.of(near.getId()), bureau.chief(), both(), "演示员乙熟悉该站");
        assertThat(page(get(by, "/plans/" + plan)).text())
                .as("an assignment by hand changes nothing of the draw")
                .contains("复核与选派的人员一致");
        assertThatThrownBy(() ->
                        jdbc.sql("update inspector_draw set drawn = candidates").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theSameFormSentTwiceOrdersOnce() {
        Order order = order("ANNEX2");
        UnitSelection stations = stations(bureau.countySection());
        var first = planning.orderChosen(bureau.countySection(), order, stations, List.of(station.id()));
        assertThat(planning.orderChosen(bureau.countySection(), order, stations, List.of(station.id())))
                .isEqualTo(first);
        assertThatThrownBy(() -> planning.orderAll(bureau.countySection(), order("ANNEX2"), stations))
                .as("the only station waits for this inspection already")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有重复下达");
    }

    @Test
    void eachOrdersAssignsAndWithdrawsOnlyWhatIsTheirs() {
        UnitSelection stations = stations(bureau.leader());
        for (Caller other : List.of(bureau.leader(), bureau.inspector(), bureau.chief(), bureau.countyHead())) {
            assertThatThrownBy(() -> planning.orderAll(other, order("ANNEX2"), stations))
                    .isInstanceOf(Forbidden.class);
            assertThat(get(other, "/plans/new")).hasStatus(403);
        }
        long task = ordered(station);
        assertThatThrownBy(() -> planning.assign(List.of(task), bureau.countySection(), both(), ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> planning.withdraw(List.of(task), bureau.campaignOffice(), "不需要了"))
                .isInstanceOf(Forbidden.class);
        Caller elsewhere = world.hire(world.fieldOffice(world.county(bureau.city())), Role.FIELD_OFFICE_HEAD);
        assertThatThrownBy(() -> planning.assign(List.of(task), elsewhere, both(), ""))
                .isInstanceOf(NotFound.class);
        Caller stranger = world.inspector(elsewhere.office());
        assertThatThrownBy(() -> planning.assign(List.of(task), bureau.chief(), List.of(stranger.accountId()), ""))
                .isInstanceOf(Refusal.class);

        assertThat(page(get(bureau.inspector(), "/tasks/" + task)).text()).contains("先看上次的隐患");

        Caller own = world.enterpriseUser(bureau.fieldOffice(), station.id());
        for (String address :
                List.of("/tasks", "/tasks.xlsx", "/tasks/" + task, "/plans", "/plans.xlsx", "/calendar")) {
            assertThat(get(own, address)).as(address).hasStatus(403);
        }
        assertThat(page(get(own, "/enterprises/" + station.id())).text()).doesNotContain("检查任务");
        assertThat(page(get(bureau.chief(), "/enterprises/" + station.id())).text())
                .contains("检查任务");
    }

    @Test
    void theCreditDepartmentOrdersInspectionsOfHighRiskUnitsAlone() {
        Unit risky = world.licensedStation(bureau);
        jdbc.sql("update enterprise set risk_level = 'D' where id = :id")
                .param("id", risky.id())
                .update();
        Office department = staffing.found("credit", "信用监管科", "信用监管科", "XY", OfficeKind.SECTION, bureau.city());
        Caller credit = world.hire(department, Role.DEPARTMENT);
        assertThatThrownBy(() -> planning.orderAll(credit, order("ANNEX2"), stations(credit)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("信用风险");
        String address = "/plans/new?role=FILLING_STATION";
        assertThat(page(get(credit, address)).select("#units").text())
                .contains(risky.name())
                .doesNotContain(station.name());
        UnitSelection listed = units.select(Map.of("role", "FILLING_STATION", "risk", "high"), credit.scope());
        assertThat(planning.orderAll(credit, order("ANNEX2"), listed).tasks()).isEqualTo(1);
        assertThat(desk(bureau.chief())).contains("派发检查任务：" + risky.name());
    }

    @Test
    void aTaskFollowsItsUnitToAnotherOffice() {
        long task = ordered(station);
        planning.assign(List.of(task), bureau.chief(), both(), "");
        Office next = world.fieldOffice(bureau.county());
        Caller nextChief = world.hire(next, Role.FIELD_OFFICE_HEAD);
        register.reassign(bureau.countySection(), today.day(), station.id(), next, "辖区调整");

        assertThat(state(task)).isEqualTo(TaskState.PLANNED);
        assertThat(desk(nextChief)).contains("派发检查任务：" + station.name());
        assertThat(desk(bureau.inspector())).doesNotContain("开展检查：" + station.name());
    }

    @Test
    void noFigureOfTheStatementChanges() {
        List<String> before = figures();
        long task = ordered(station);
        planning.assign(List.of(task), bureau.chief(), both(), "");
        planning.urge(List.of(task), bureau.campaignOffice(), "请抓紧");
        planning.withdraw(List.of(task), bureau.countySection(), "重复");
        assertThat(state(task)).isEqualTo(TaskState.WITHDRAWN);
        assertThat(row(task).task().getUrged()).isEqualTo(1);
        assertThat(figures()).isEqualTo(before).hasSize(41);
    }

    @Test
    void theFormsKeepWhatWasTypedAndSayWhatIsWrong() {
        var form = browser.post()
                .uri("/plans")
                .with(user(bureau.countySection().username()))
                .with(csrf())
                .param("role", "FILLING_STATION")
                .param("title", "示例计划")
                .param("list", "ANNEX2")
                .param("due", today.day().minusDays(1).toString())
                .param("performer", "charge")
                .param("inspectors", "office")
                .param("way", "CHOSEN")
                .param("units", String.valueOf(station.id()))
                .exchange();
        assertThat(form).hasStatus(422);
        assertThat(page(form).select("#due-error").text()).contains("不能早于今天");
        assertThat(page(form).select("#title").val()).isEqualTo("示例计划");
        assertThat(page(form).select("input[name=units][checked]").val()).isEqualTo(String.valueOf(station.id()));

        long task = ordered(station);
        var nobody = browser.post()
                .uri("/tasks/acts/assignment")
                .with(user(bureau.chief().username()))
                .with(csrf())
                .param("task", String.valueOf(task))
                .exchange();
        assertThat(nobody).hasStatus(422);
        assertThat(page(nobody).select("#inspectors-error").text()).contains("检查人员");
    }

    @Test
    void theMonthShowsWhatIsDueAndDone() {
        long task = ordered(station);
        sign(begin(today.day()));
        String day = "/calendar/" + today.day().plusDays(7);
        assertThat(page(get(
                                bureau.chief(),
                                "/calendar?month="
                                        + today.day().plusDays(7).toString().substring(0, 7)))
                        .select("a[href=/tasks/" + task + "]"))
                .hasSize(1);
        assertThat(page(get(bureau.chief(), day)).text()).contains("到期的检查任务 1", station.name(), "已完成");
        assertThat(page(get(bureau.chief(), "/calendar/" + today.day())).text()).contains("完成的检查 1");
        Document week = page(get(bureau.chief(), "/calendar?week=" + today.day().plusDays(7)));
        assertThat(week.select("table.week tbody tr")).hasSize(1);
        assertThat(week.select("table.week a.date")).as("every day of it").hasSize(7);
        assertThat(week.select("a[href=/tasks/" + task + "]")).hasSize(1);
        assertThat(page(get(bureau.chief(), week.select("a[rel=prev]").attr("href")))
                        .select("a.item.done"))
                .as("the week before it")
                .hasSize(1);
        assertThat(get(bureau.chief(), "/calendar?month=2023-13")).hasStatus(422);
        for (String wrong : List.of("2023-02-30", "+999999999-01-01", "x".repeat(5_000))) {
            assertThat(get(bureau.chief(), "/calendar?week=" + wrong)).hasStatus(422);
        }
        assertThat(get(bureau.chief(), "/calendar/2023-02-30")).hasStatus(404);
    }

    private long ordered(Unit unit) {
        Caller by = bureau.countySection();
        long plan = planning.orderChosen(by, order("ANNEX2"), stations(by), List.of(unit.id()))
                .plan();
        return planning.open(plan, by).get(0);
    }

    private UnitSelection stations(Caller by) {
        return units.select(Map.of("role", "FILLING_STATION"), by.scope());
    }

    private Order order(String list) {
        LocalDate due = today.day().plusDays(7);
        return new Order(
                UUID.randomUUID().toString(), "示例计划", "先看上次的隐患", checklists.current(list, today.day()), due, false);
    }

    private List<Long> both() {
        return List.of(bureau.inspector().accountId(), bureau.secondInspector().accountId());
    }

    private long begin(LocalDate day) {
        return inspections.start(
                bureau.inspector(),
                List.of(bureau.secondInspector()),
                station.id(),
                "ANNEX2",
                day,
                "",
                UUID.randomUUID().toString());
    }

    private void sign(long inspection) {
        inspections.answerAll(inspection, bureau.inspector(), Map.of());
        inspections.sign(
                inspection,
                List.of(bureau.inspector(), bureau.secondInspector()),
                UnitSignature.signed("演示员甲", "负责人", null));
    }

    private TaskList.Row row(long task) {
        return tasks.require(task, bureau.leader());
    }

    private TaskState state(long task) {
        return row(task).task().state();
    }

    private String start(long task) {
        return page(get(bureau.inspector(), "/tasks/" + task))
                .select("a:contains(开始检查)")
                .attr("href");
    }

    private String desk(Caller caller) {
        return page(get(caller, "/")).select(".todo").text();
    }

    private List<String> figures() {
        List<String> figures = new ArrayList<>();
        page(get(bureau.leader(), "/annex3"))
                .select("[data-line]")
                .forEach(line -> figures.add(line.attr("data-value")));
        return figures;
    }

    private MvcTestResult get(Caller caller, String address) {
        return browser.get().uri(address).with(user(caller.username())).exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
