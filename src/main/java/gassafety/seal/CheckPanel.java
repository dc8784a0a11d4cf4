package gassafety.seal;

import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.office.Caller;
import gassafety.office.Office;
import java.util.List;
import org.springframework.stereotype.Component;

/** The result of the latest finished pass on the desks of those who read it. */
@Component
class CheckPanel implements DeskPanel {

    private static final int ORDER = 180;
    private static final int LATEST = 2;

    private final Checks checks;

    CheckPanel(Checks checks) {
        this.checks = checks;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!CheckController.mayRead(caller) || desk.getId() != caller.office().getId()) {
            return List.of();
        }
        return List.of(checks.latest(LATEST).stream()
                .filter(check -> check.finishedAt() != null)
                .findFirst()
                .map(CheckPanel::block)
                .orElseGet(() -> new DeskBlock(ORDER, "记录核验", null, "还没有核验过全部记录。", "/seals", List.of())));
    }

    private static DeskBlock block(Checks.Check check) {
        String made = check.finishedText() + " 核验 " + check.checked() + " 份";
        return new DeskBlock(
                ORDER,
                "记录核验",
                null,
                check.differing() == 0 ? made + "，没有发现改动。" : made + "。",
                "/seals",
                check.differing() == 0
                        ? List.of()
                        : List.of(new DeskBlock.Line("与签字时不一致", null, check.differing() + " 份", "/seals", true)));
    }
}
