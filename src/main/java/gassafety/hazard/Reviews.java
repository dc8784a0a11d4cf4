package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.office.Caller;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审阅: 特设科 has read this line of the ledger; what was copied to it is read with that. */
@Service
public class Reviews {

    private final Acting acting;

    Reviews(Acting acting) {
        this.acting = acting;
    }

    @Transactional
    public void review(long hazardId, String opinion, Caller by) {
        Hazard hazard = acting.begin(hazardId, HazardAct.REVIEW, by);
        acting.write("hazard_review", hazard, by, Map.of("opinion", opinion.strip()));
        hazard.review();
        acting.tell(Act.LEDGER_REVIEWED, hazard, by, opinion.strip());
    }
}
