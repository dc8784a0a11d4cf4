package gassafety.campaign;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.FormPage;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 专项行动数据: its phases, days, tasks and members, what was changed in them, and the next campaign. */
@Controller
@Reads(RecordKind.CAMPAIGN)
class CampaignDataController {

    private final CampaignData data;
    private final Campaigns campaigns;
    private final Reporters reporters;
    private final Today today;

    CampaignDataController(CampaignData data, Campaigns campaigns, Reporters reporters, Today today) {
        this.reporters = reporters;
        this.data = data;
        this.campaigns = campaigns;
        this.today = today;
    }

    /** A month with the number under which it is changed. */
    record MonthRow(long key, ReportMonth month) {}

    @GetMapping("/campaigns/{id}")
    String campaign(
            @PathVariable long id, @RequestParam(required = false) @Nullable String page, Caller caller, Model model) {
        CampaignData.requireEdit(caller);
        CampaignInfo campaign = data.require(id);
        LocalDate day = today.day();
        Page<CampaignChange> changes = data.changes(campaign, Pages.number(page));
        model.addAttribute("campaign", campaign);
        model.addAttribute("campaigns", campaigns.all());
        model.addAttribute("today", day);
        model.addAttribute(
                "months",
                campaigns.months(campaign).stream()
                        .map(month -> new MonthRow(MonthPart.key(month), month))
                        .toList());
        model.addAttribute("tasks", campaigns.tasks(campaign));
        model.addAttribute("members", campaigns.members(campaign));
        model.addAttribute("reporters", reporters.of(campaign));
        model.addAttribute("changes", changes.getContent());
        model.addAttribute("bar", Pages.bar(changes));
        return "campaign/data";
    }

    @GetMapping("/campaigns/{id}/{part}/{key}")
    String form(@PathVariable long id, @PathVariable String part, @PathVariable long key, Caller caller, Model model) {
        CampaignData.requireEdit(caller);
        return data.page(data.require(id), part, key).show(model);
    }

    @PostMapping("/campaigns/{id}/{part}/{key}")
    String change(
            @PathVariable long id,
            @PathVariable String part,
            @PathVariable long key,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CampaignData.requireEdit(caller);
        FormPage page = data.page(data.require(id), part, key);
        return page.submit(
                sent,
                typed -> {},
                typed -> {
                    data.change(id, part, key, page.version(), typed, caller);
                    redirect.addFlashAttribute("done", "已保存，改动记入修改记录。");
                    return page.back();
                },
                model,
                response);
    }

    @GetMapping("/campaigns/new")
    String ask(Caller caller, Model model) {
        CampaignData.requireEdit(caller);
        return newCampaign().show(model);
    }

    @PostMapping("/campaigns")
    String setUp(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CampaignData.requireEdit(caller);
        return newCampaign()
                .submit(
                        sent,
                        typed -> {},
                        typed -> {
                            long id = data.setUp(typed, caller);
                            redirect.addFlashAttribute("done", "已设立，请接着核对阶段、月报日期和任务分工。");
                            return "/campaigns/" + id;
                        },
                        model,
                        response);
    }

    private FormPage newCampaign() {
        ReportMonths.Days usual = ReportMonths.Days.USUAL;
        return new FormPage(
                "新设专项行动",
                "/campaigns",
                "/campaigns/" + campaigns.current().id(),
                CampaignData.newCampaign(),
                Map.of(
                        "cutOff", String.valueOf(usual.cutOff()),
                        "countyDue", String.valueOf(usual.county()),
                        "topDue", String.valueOf(usual.top())),
                FormPage.NEW);
    }
}
