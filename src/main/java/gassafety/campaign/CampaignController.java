package gassafety.campaign;

import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 专项行动: what the notice asks, of whom, until when. */
@Controller
@Reads(RecordKind.CAMPAIGN)
class CampaignController {

    private final Campaigns campaigns;
    private final Deadlines deadlines;
    private final Today today;

    CampaignController(Campaigns campaigns, Deadlines deadlines, Today today) {
        this.campaigns = campaigns;
        this.deadlines = deadlines;
        this.today = today;
    }

    /** A phase with the word for where it stands; the tone is that of the word's colour. */
    record PhaseCard(Phase phase, String state, String tone) {}

    /** The tasks under one heading of the notice. */
    record TaskGroup(String title, List<TaskLine> tasks) {}

    /** A task and what the caller's department has to do with it: 牵头, 配合 or nothing. */
    record TaskLine(CampaignTask task, String ownPart) {}

    @GetMapping("/campaign")
    String campaign(Caller caller, Model model) {
        CampaignInfo campaign = campaigns.current();
        LocalDate day = today.day();
        String department = caller.office().getShortName();
        model.addAttribute("campaign", campaign);
        model.addAttribute(
                "phases",
                campaign.phases().stream().map(phase -> card(phase, day)).toList());
        model.addAttribute(
                "groups",
                Stream.of(
                                group("气瓶充装、燃气压力管道", "1.", campaign, department),
                                group("灶、管、阀等产品", "2.", campaign, department),
                                group("监管执法薄弱环节", "3.", campaign, department))
                        .filter(group -> !group.tasks().isEmpty())
                        .toList());
        model.addAttribute("duties", campaigns.duties(campaign));
        model.addAttribute(
                "members",
                campaigns.members(campaign).stream()
                        .filter(member -> member.isInOfficeOn(day))
                        .toList());
        model.addAttribute("mayEdit", CampaignData.mayEdit(caller));
        return "campaign/campaign";
    }

    /** 办理期限: every term in force with where it is laid down, and what is still to be confirmed. */
    @GetMapping("/campaign/deadlines")
    String deadlines(Model model) {
        LocalDate day = today.day();
        model.addAttribute(
                "deadlines",
                deadlines.all().stream()
                        .filter(deadline -> deadline.isValidOn(day))
                        .toList());
        return "campaign/deadlines";
    }

    private PhaseCard card(Phase phase, LocalDate day) {
        if (day.isBefore(phase.from())) {
            return new PhaseCard(phase, "未开始", "");
        }
        if (!phase.includes(day)) {
            return new PhaseCard(phase, "已结束", "done");
        }
        int left = campaigns.workingDaysLeft(phase, day);
        return new PhaseCard(phase, left == 0 ? "最后一个工作日" : "还有 " + left + " 个工作日", "wait");
    }

    private TaskGroup group(String title, String prefix, CampaignInfo campaign, String department) {
        return new TaskGroup(
                title,
                campaigns.tasks(campaign).stream()
                        .filter(task -> task.code().startsWith(prefix))
                        .map(task -> new TaskLine(task, ownPart(task, department)))
                        .toList());
    }

    private static String ownPart(CampaignTask task, String department) {
        if (task.lead().equals(department)) {
            return "本科室牵头";
        }
        return task.cooperating().contains(department) ? "本科室配合" : "";
    }
}
