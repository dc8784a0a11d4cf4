package gassafety.register;

import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the desks of those who watch over licences: how many units have one that ends. */
@Component
class RegisterPanel implements DeskPanel {

    private static final int ORDER = 120;
    private static final String CAMPAIGN_OFFICE = "special";

    private final EnterpriseList list;

    RegisterPanel(EnterpriseList list) {
        this.list = list;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!isShown(caller, desk)) {
            return List.of();
        }
        if (caller.enterpriseId() != null
                && list.count(EnterpriseFilter.ALL.with(EnterpriseRole.FILLING_STATION), caller.scope()) == 0) {
            return List.of();
        }
        List<DeskBlock.Line> lines = Arrays.stream(Ending.values())
                .map(ending -> line(ending, caller))
                .toList();
        return List.of(new DeskBlock(ORDER, "60 日内到期或已过期", null, null, null, lines));
    }

    private static boolean isShown(Caller caller, Office desk) {
        boolean own = desk.getId() == caller.office().getId();
        return own
                ? caller.isAny(
                        Role.CAMPAIGN_OFFICE,
                        Role.COUNTY_SPECIAL_SECTION,
                        Role.INSPECTOR,
                        Role.FIELD_OFFICE_HEAD,
                        Role.LEADER,
                        Role.ENTERPRISE)
                : caller.is(Role.LEADER) && desk.getCode().equals(CAMPAIGN_OFFICE);
    }

    private DeskBlock.Line line(Ending ending, Caller caller) {
        EnterpriseFilter filter = EnterpriseFilter.ALL.with(ending);
        long count = list.count(filter, caller.scope());
        if (caller.enterpriseId() != null) {
            return new DeskBlock.Line(
                    ending.what(), null, count == 0 ? "没有" : "有", "/enterprises/" + caller.enterpriseId(), count > 0);
        }
        return new DeskBlock.Line(ending.what(), null, count + " 家", filter.address("/enterprises"), false);
    }
}
