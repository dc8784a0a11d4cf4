package gassafety.hazard;

import gassafety.calendar.Deadlines;
import gassafety.journal.Act;
import gassafety.office.Caller;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** That a hazard has been put right, as the unit reports it or as the inspectors saw it done on the spot. */
@Service
public class Rectifying {

    private static final String RECHECK_TERM = "RECHECK";

    private final Acting acting;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;

    Rectifying(Acting acting, Deadlines deadlines, JdbcClient jdbc) {
        this.acting = acting;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
    }

    /**
     * Reports the fix; an extension that is still asked for is no longer needed. What was put right on the spot is
     * recorded by an inspector who saw it, as the first of the two signatures of its recheck, and another inspector
     * confirms it ({@link Rechecking#countersign}).
     *
     * @param description what was done
     * @param signer of the unit's paper, when staff only type it in: then they did not report the fix themselves and
     *     may recheck it
     */
    @Transactional
    public void report(long hazardId, String description, @Nullable String signer, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.RECTIFY, by);
        boolean onTheSpot = hazard.getState() == HazardState.ON_THE_SPOT;
        String done = Acting.required("text", description, "整改情况");
        String paperSigner =
                onTheSpot || hazard.isOwnOf(by) || signer == null || signer.isBlank() ? null : signer.strip();
        LocalDate day = acting.day();
        jdbc.sql("update hazard_extension set outcome = 'LAPSED' where hazard_id = :id and outcome is null")
                .param("id", hazardId)
                .update();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("done_on", day);
        columns.put("description", done);
        columns.put("signer", paperSigner);
        acting.write("hazard_rectification", hazard, by, columns);
        hazard.rectify(
                day,
                onTheSpot || paperSigner != null ? null : by,
                deadlines.due(RECHECK_TERM, day).day());
        if (onTheSpot) {
            acting.write(
                    "hazard_recheck", hazard, by, Map.of("done_on", day, "passed", true, "findings", "当场整改：" + done));
            hazard.proposeRecheck(by);
        }
        acting.tell(
                onTheSpot ? Act.RECTIFIED_ON_THE_SPOT : Act.RECTIFICATION_REPORTED,
                hazard,
                by,
                paperSigner == null ? done : done + "（凭单位签字的整改报告录入，签字人：" + paperSigner + "）");
    }
}
