package gassafety.returns;

import gassafety.campaign.CampaignInfo;
import gassafety.campaign.CampaignPart;
import gassafety.campaign.Reporters;
import gassafety.campaign.ReportingManner;
import gassafety.journal.Journal;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.reporting.Annex3;
import gassafety.reporting.Cut;
import gassafety.reporting.Line;
import gassafety.reporting.Statement;
import gassafety.reporting.Statements;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a county reports: in the system or by file, never both. The key is the number of its office. */
@Component
class ReporterPart implements CampaignPart {

    private static final String MANNER = "manner";

    private final Reporters reporters;
    private final Offices offices;
    private final Statements statements;
    private final Journal journal;

    ReporterPart(Reporters reporters, Offices offices, Statements statements, Journal journal) {
        this.reporters = reporters;
        this.offices = offices;
        this.statements = statements;
        this.journal = journal;
    }

    @Override
    public String word() {
        return "reporters";
    }

    @Override
    public FormSheet sheet() {
        return new FormSheet(List.of(new FormSheet.Group(
                "报送方式",
                List.of(FormField.oneOf(MANNER, "报送方式", ReportingManner.values())
                        .needed()
                        .hint("以报表文件报送的县局不在系统内登记业务；同一次行动只用一种方式")))));
    }

    @Override
    public Held held(CampaignInfo campaign, long key) {
        Office county = county(key);
        return new Held(
                county.getShortName() + " 报送方式",
                Map.of(MANNER, reporters.of(county, campaign.firstDay()).name()));
    }

    @Override
    public void write(CampaignInfo campaign, long key, Typed typed) {
        Office county = county(key);
        ReportingManner before = reporters.of(county, campaign.firstDay());
        ReportingManner wanted = ReportingManner.valueOf(typed.text(MANNER));
        if (before == ReportingManner.BY_FILE || wanted == ReportingManner.BY_FILE) {
            journal.holdStill();
            requireNothingCounted(campaign, county, before);
        }
        reporters.write(campaign, county, wanted);
    }

    private void requireNothingCounted(CampaignInfo campaign, Office county, ReportingManner before) {
        Statement counted = statements.of(Cut.now(county, campaign.lastDay()));
        List<Line> lines = Annex3.lines().stream()
                .filter(line -> counted.figure(line).exact().signum() != 0)
                .toList();
        if (!lines.isEmpty()) {
            throw new Refusal(
                    MANNER,
                    county.getShortName() + "在这次行动中已有计入统计的"
                            + (before == ReportingManner.BY_FILE ? "报表文件" : "业务记录") + "（第"
                            + lines.get(0).number() + "项“" + lines.get(0).item() + "”等 " + lines.size()
                            + " 项），不能改变报送方式。");
        }
    }

    private Office county(long id) {
        return offices.byId(id)
                .filter(office -> office.getKind() == OfficeKind.COUNTY_BUREAU && !office.isTop())
                .orElseThrow(NotFound::new);
    }
}
