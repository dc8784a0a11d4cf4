package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 销号: the 所长 confirms it with a cause, and for a major hazard 特设科 does after that. */
@Service
public class Closing {

    private final Acting acting;

    Closing(Acting acting) {
        this.acting = acting;
    }

    /** @param cause asked of the 所长; 特设科 gives none */
    @Transactional
    public void confirm(long hazardId, @Nullable Cause cause, String opinion, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.CLOSE, by);
        if (hazard.getState() == HazardState.AWAITING_SECTION) {
            close(hazard, null, opinion.strip(), by);
            acting.tell(Act.MAJOR_CLOSURE_CONFIRMED, hazard, by, "上报文号：" + hazard.getReportNumber() + after(opinion));
            return;
        }
        if (cause == null) {
            throw new Refusal("cause", "请选择隐患成因。");
        }
        close(hazard, cause, opinion.strip(), by);
        acting.tell(Act.CLOSURE_CONFIRMED, hazard, by, "成因：" + cause.getLabel() + after(opinion));
    }

    private void close(Hazard hazard, @Nullable Cause cause, String opinion, Caller by) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("done_on", acting.day());
        columns.put("by_section", cause == null);
        columns.put("cause", cause == null ? null : cause.name());
        columns.put("opinion", opinion);
        acting.write("hazard_closure", hazard, by, columns);
        hazard.close(acting.day());
    }

    private static String after(String opinion) {
        return opinion.isBlank() ? "" : "。" + opinion.strip();
    }
}
