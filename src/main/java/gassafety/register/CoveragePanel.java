package gassafety.register;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskBlock.Line;
import gassafety.desk.DeskPanel;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On desks: how many units of the roles that an office answers for were inspected, and which were not. */
@Component
class CoveragePanel implements DeskPanel {

    private static final int WIDE = 50;
    private static final int NARROW = 100;
    private static final int MOST_UNITS = 8;

    /** The roles that departments of the municipal bureau answer for. */
    private static final Map<String, List<EnterpriseRole>> ROLES = Map.of(
            "quality", List.of(EnterpriseRole.APPLIANCE_PRODUCER, EnterpriseRole.APPLIANCE_SELLER),
            "price", List.of(EnterpriseRole.INSTALLATION_CHARGER),
            "online", List.of(EnterpriseRole.ECOMMERCE_PLATFORM),
            "special", List.of(EnterpriseRole.FILLING_STATION));

    private static final String CREDIT = "credit";

    private final EnterpriseList list;
    private final Campaigns campaigns;
    private final Offices offices;
    private final Today today;

    CoveragePanel(EnterpriseList list, Campaigns campaigns, Offices offices, Today today) {
        this.list = list;
        this.campaigns = campaigns;
        this.offices = offices;
        this.today = today;
    }

    /** Since when inspections are looked for, and how that is said. */
    private record Period(LocalDate from, String name) {}

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (caller.scope().isEnterprise() || !caller.scope().reads(RecordKind.ENTERPRISES)) {
            return List.of();
        }
        Period period = period();
        List<DeskBlock> blocks = new ArrayList<>();
        if (desk.getCode().equals(CREDIT)) {
            blocks.add(missing("信用 C、D 级", EnterpriseFilter.ALL.ofHighRisk(), period, caller));
        }
        for (EnterpriseRole role : roles(caller, desk)) {
            EnterpriseFilter all = EnterpriseFilter.ALL.with(role);
            blocks.add(coverage(role, all, period, caller, desk));
            blocks.add(missing(role.getLabel(), all, period, caller));
        }
        return blocks;
    }

    private Period period() {
        return campaigns
                .phaseOn(today.day())
                .map(phase -> new Period(phase.from(), "本阶段"))
                .orElseGet(() -> new Period(campaigns.current().firstDay(), "专项行动以来"));
    }

    private static List<EnterpriseRole> roles(Caller caller, Office desk) {
        boolean bureau = desk.getKind() != OfficeKind.SECTION || caller.is(Role.COUNTY_SPECIAL_SECTION);
        return bureau ? List.of(EnterpriseRole.FILLING_STATION) : ROLES.getOrDefault(desk.getCode(), List.of());
    }

    private DeskBlock coverage(EnterpriseRole role, EnterpriseFilter all, Period period, Caller caller, Office desk) {
        long units = list.count(all, caller.scope());
        long inspected = units - list.count(all.uninspectedSince(period.from()), caller.scope());
        List<Line> lines = below(desk).stream()
                .filter(office -> list.count(all.under(office), caller.scope()) > 0)
                .map(office -> line(office, all.under(office), period, caller))
                .toList();
        return new DeskBlock(
                NARROW,
                role.getLabel() + "检查覆盖率",
                units == 0 ? "—" : 100 * inspected / units + "%",
                inspected + " / " + units + " 家（" + period.name() + "，" + period.from() + " 起）",
                all.address("/enterprises"),
                lines);
    }

    private Line line(Office office, EnterpriseFilter all, Period period, Caller caller) {
        EnterpriseFilter missing = all.uninspectedSince(period.from());
        long units = list.count(all, caller.scope());
        long left = list.count(missing, caller.scope());
        return new Line(
                office.getShortName(),
                units - left + " / " + units + " 家",
                "未检查 " + left,
                missing.address("/enterprises"),
                false);
    }

    private DeskBlock missing(String what, EnterpriseFilter all, Period period, Caller caller) {
        EnterpriseFilter missing = all.uninspectedSince(period.from());
        var page = list.page(missing, caller.scope(), 1);
        return new DeskBlock(
                WIDE,
                period.name() + "还没有检查的" + what + " " + page.getTotalElements() + " 家",
                null,
                period.name() + "都已检查。",
                missing.address("/enterprises"),
                page.stream()
                        .limit(MOST_UNITS)
                        .map(unit -> new Line(
                                unit.getName(),
                                unit.getChargeOfficeName(),
                                "查看",
                                "/enterprises/" + unit.getId(),
                                false))
                        .toList());
    }

    /** The counties of the municipal bureau, the 所 and 队 of a county. */
    private List<Office> below(Office desk) {
        Office bureau = desk.bureau();
        return desk.getKind() == OfficeKind.FIELD_OFFICE
                ? List.of()
                : offices.below(bureau.getPath()).stream()
                        .filter(office -> office.getKind() != OfficeKind.SECTION)
                        .filter(office ->
                                office.getParent() != null && office.getParent().getId() == bureau.getId())
                        .toList();
    }
}
