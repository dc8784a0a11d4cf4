package gassafety.campaign;

import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which department leads a task and which cooperate. The key is its place in the notice. */
@Component
class TaskPart implements CampaignPart {

    private final Campaigns campaigns;
    private final Offices offices;
    private final JdbcClient jdbc;

    TaskPart(Campaigns campaigns, Offices offices, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.offices = offices;
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "tasks";
    }

    @Override
    public FormSheet sheet() {
        List<Option> departments = departments();
        return new FormSheet(List.of(new FormSheet.Group(
                "任务分工",
                List.of(
                        FormField.oneOf("lead", "牵头科室", departments).needed(),
                        FormField.several("cooperating", "配合科室", departments)))));
    }

    @Override
    public Held held(CampaignInfo campaign, long key) {
        CampaignTask task = task(campaign, key);
        return new Held(
                task.code() + " " + task.title(),
                Map.of("lead", task.lead(), "cooperating", String.join(",", task.cooperating())));
    }

    @Override
    public void write(CampaignInfo campaign, long key, Typed typed) {
        task(campaign, key);
        List<String> cooperating = typed.text("cooperating").isEmpty()
                ? List.of()
                : List.of(typed.text("cooperating").split(","));
        if (cooperating.contains(typed.text("lead"))) {
            throw new Refusal("cooperating", "牵头科室不用再列为配合科室。");
        }
        jdbc.sql("""
                        update campaign_task set lead_department = :lead, cooperating_departments = :cooperating
                        where campaign_id = :id and position = :position
                        """)
                .param("lead", typed.text("lead"))
                .param("cooperating", cooperating.toArray(String[]::new))
                .param("id", campaign.id())
                .param("position", key)
                .update();
    }

    private CampaignTask task(CampaignInfo campaign, long position) {
        List<CampaignTask> tasks = campaigns.tasks(campaign);
        if (position < 1 || position > tasks.size()) {
            throw new NotFound();
        }
        return tasks.get((int) position - 1);
    }

    /** The departments of bureaus that stand at the top, by the names that the notice uses. */
    private List<Option> departments() {
        return offices.below("/").stream()
                .filter(office -> office.getKind() == OfficeKind.SECTION)
                .filter(office -> office.bureau().isTop())
                .map(Office::getShortName)
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }
}
