package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.desk.Task;
import gassafety.hazard.Walk.Case;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.web.Refusal;
import java.io.UnsupportedEncodingException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Interim measures are checked, major hazards supervised until they are gone, and their reports received and lifted. */
@SystemTest
class FollowUpsTest {

    @Autowired
    Walk walk;

    @Autowired
    FollowUps followUps;

    @Autowired
    MajorHazards majors;

    @Autowired
    Reviews reviews;

    @Autowired
    HazardDesk desk;

    @Autowired
    Found found;

    @Autowired
    MockMvcTester browser;

    @Test
    void aCheckOfTheInterimMeasureSaysWhetherItHoldsAndStaysInTheRecord() {
        Case one = walk.rectifying();
        Caller inspector = one.people().inspector();
        String address = "/hazards/" + one.id();
        Map<String, String> form = form(address + "/measure-checks", inspector);
        assertThat(post(address + "/measure-checks", form, inspector))
                .hasStatus(422)
                .bodyText()
                .contains("请选择管控措施是否有效", "请写明检查情况");
        form.putAll(Map.of("yes", "false", "text", "仍在充装，当场责令停止"));
        assertThat(post(address + "/measure-checks", form, inspector)).hasRedirectedUrl(address);
        assertThat(text(address, inspector)).contains("检查发现管控措施失效，须立即重新采取措施");
        walk.measureChecked(true, one);
        assertThat(text(address, inspector)).doesNotContain("须立即重新采取措施");
        assertThat(text(address, one.unitUser())).contains("检查管控措施", "措施失效：仍在充装，当场责令停止", "措施有效：现场已停止充装");
    }

    @Test
    void aSupervisedHazardIsMarkedUntilItIsGone() {
        Case one = walk.reportedUp(walk.determined(walk.proposedMajor()));
        Caller department = one.people().enforcementDepartment();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> followUps.supervise(one.id(), "示安督〔2023〕1号", found.today(), "限期更换", department))
                .withMessageContaining("督办期限应在今天");
        walk.supervised(one);
        String address = "/hazards/" + one.id();
        String ledger = "/hazards?q=" + one.hazard().number();
        assertThat(text(ledger, department)).contains("挂牌督办");
        assertThat(text(address, one.unitUser())).contains("已挂牌督办，须在", "停用设备，限期更换");
        walk.reportedBy(one);
        walk.rechecked(true, one);
        walk.confirmed(one.people().chief(), one);
        walk.confirmed(one.people().campaignOffice(), one);
        assertThat(text(ledger, department)).doesNotContain("挂牌督办");
    }

    @Test
    void theReportOfAMajorHazardIsReceivedAndOnceItIsGoneLifted() {
        Case one = walk.received(walk.reportedUp(walk.determined(walk.proposedMajor())));
        Caller section = one.people().countySection();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> walk.received(one))
                .withMessageContaining("还没有回执的报送单位：示例县人民政府");
        followUps.receipt(one.id(), "办公室签收", "示例县人民政府", section);
        walk.reportedBy(one);
        walk.rechecked(true, one);
        walk.confirmed(one.people().chief(), one);
        assertThat(text("/", section)).doesNotContain("报送解除报告");
        walk.confirmed(one.people().campaignOffice(), one);
        assertThat(text("/", section)).contains("报送解除报告", one.hazard().number());
        assertThat(text("/hazards/" + one.id(), section)).contains("等县局特设股报送解除报告");
        walk.lifted(one);
        assertThat(text("/", section)).doesNotContain("报送解除报告");
        assertThat(text("/hazards/" + one.id(), section))
                .contains("示例市局回执：值班室签收", "示例县人民政府回执：办公室签收", "报示例市局、示例县人民政府，文号：示特报〔2023〕9号");
    }

    @Test
    void itIsNotReportedUpBeforeItWasDetermined() {
        Case one = walk.determined(walk.proposedMajor());
        LocalDateTime before = LocalDateTime.now(Today.ZONE).minusMinutes(2);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> majors.reportUp(
                        one.id(),
                        "示特报〔2023〕3号",
                        "示例市局",
                        "示例县人民政府",
                        before,
                        one.people().countySection()))
                .withMessageContaining("不能早于认定时间");
    }

    @Test
    void theMeasureOfAnExtensionHoldsOnceItIsGranted() {
        Case one = walk.extensionAsked(walk.rectifying());
        String check = "/hazards/" + one.id() + "/measure-checks";
        assertThat(text(check, one.people().inspector())).contains("储罐根部阀关闭加锁");
        walk.extensionGranted(one.people().chief(), one);
        assertThat(text(check, one.people().inspector())).contains("停止充装").doesNotContain("储罐根部阀关闭加锁");
    }

    @Test
    void anExtensionOfAMajorHazardIsCopiedToTheMunicipalityUntilItHasReadIt() {
        Case one = walk.extensionAsked(walk.reportedUp(walk.determined(walk.proposedMajor())));
        Caller municipality = one.people().campaignOffice();
        assertThat(waiting(municipality)).doesNotContain("审阅重大隐患延期（抄送）");
        walk.extensionGranted(one.people().countyHead(), one);
        assertThat(waiting(municipality)).contains("审阅重大隐患延期（抄送）");
        reviews.review(one.id(), "已阅", municipality);
        assertThat(waiting(municipality)).doesNotContain("审阅重大隐患延期（抄送）");
    }

    private List<String> waiting(Caller caller) {
        return desk.tasks(caller, 100).first().stream().map(Task::what).toList();
    }

    private Map<String, String> form(String address, Caller by) {
        Map<String, String> content = new HashMap<>();
        for (Element field :
                Jsoup.parse(body(get(address, by))).select("form.pane [name]:not([type=radio], [type=file])")) {
            content.put(field.attr("name"), field.attr("value"));
        }
        return content;
    }

    private String text(String address, Caller by) {
        MvcTestResult answer = get(address, by);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer)).select("main").text();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> form, Caller by) {
        var request = browser.post().uri(address);
        form.forEach(request::param);
        return request.with(user(by.username())).with(csrf()).exchange();
    }
}
