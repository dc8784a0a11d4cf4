package gassafety.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.forms.FormFile;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class CampaignTest {

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignLoader loader;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @ParameterizedTest
    @CsvSource({
        "2023-08-31,",
        "2023-09-01, 1",
        "2023-11-30, 1",
        "2023-12-01, 2",
        "2024-06-30, 2",
        "2024-07-01, 3",
        "2025-12-31, 3",
        "2026-01-01,"
    })
    void everyDayOfTheCampaignBelongsToOnePhase(LocalDate day, Integer number) {
        assertThat(campaigns.phaseOn(day).map(Phase::number).orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"2023-11-15, 11", "2023-11-29, 1", "2023-11-30, 0", "2023-12-01, 0"})
    void theDaysLeftAreWorkingDays(LocalDate today, int left) {
        Phase first = campaigns.current().phases().get(0);
        assertThat(campaigns.workingDaysLeft(first, today)).isEqualTo(left);
    }

    @Test
    void theTasksAndDutiesStandAsInTheNotice() {
        loader.load();
        CampaignInfo campaign = campaigns.current();
        assertThat(campaign.code()).isEqualTo("GAS2023");
        assertThat(campaigns.tasks(campaign).stream()
                        .map(task ->
                                List.of(task.code(), task.title(), task.lead(), String.join(";", task.cooperating()))))
                .hasSize(16)
                .isEqualTo(FormFile.rows("campaign-tasks.csv").stream()
                        .map(row -> row.stream().toList())
                        .toList());
        assertThat(campaigns.duties(campaign))
                .extracting(CampaignDuty::content)
                .isEqualTo(FormFile.rows("campaign-duties.csv").stream()
                        .map(row -> row.get("duty"))
                        .toList());
    }

    @Test
    void aDepartmentSeesItsPartInTheTasks() {
        Document page = page("/campaign", world.bureau().campaignOffice());
        assertThat(page.select("tbody tr:contains(1.2)").text()).contains("本科室牵头");
        assertThat(page.select("tbody tr:contains(1.1)").text()).contains("本科室配合");
        assertThat(page.select("tbody tr:contains(1.9)").text()).doesNotContain("本科室");
        assertThat(page.text()).doesNotContain(".csv");
    }

    @Test
    void staffAndAdministratorsReadTheCampaignAndNobodyElse() {
        World.Bureau bureau = world.bureau();
        assertThat(open(bureau.leader())).hasStatusOk();
        assertThat(open(bureau.inspector())).hasStatusOk();
        assertThat(open(world.hire(bureau.city(), Role.ADMINISTRATOR))).hasStatusOk();
        assertThat(open(world.hire(bureau.city(), Role.AUDITOR))).hasStatus(403);
    }

    @Test
    void aDeadlineThatNobodyHasConfirmedIsShownAsSuch() {
        Document page = page("/campaign/deadlines", world.bureau().chief());
        assertThat(page.select("tbody tr:contains(12345工单签收)").text()).contains("待核", "未启用");
        assertThat(page.select("tbody tr:contains(举行听证)").text())
                .contains("20 个工作日", "待核")
                .doesNotContain("未启用");
        assertThat(page.select("tbody tr:contains(隐患整改)").text()).contains("15 日", "本系统设定");
    }

    private MvcTestResult open(Caller caller) {
        return open("/campaign", caller);
    }

    private MvcTestResult open(String address, Caller caller) {
        return browser.get().uri(address).with(user(caller.username())).exchange();
    }

    private Document page(String address, Caller caller) {
        try {
            return Jsoup.parse(open(address, caller).getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
