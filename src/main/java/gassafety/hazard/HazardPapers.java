package gassafety.hazard;

import gassafety.desk.UnitPapers;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The ledger of a unit's hazards. */
@Component
class HazardPapers implements UnitPapers {

    private final Ledger ledger;

    HazardPapers(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String folder() {
        return "2 隐患台账";
    }

    @Override
    public void each(long enterpriseId, Caller caller, Sink sink) throws IOException {
        if (caller.scope().reads(RecordKind.HAZARDS)) {
            sink.put(
                    "隐患台账.xlsx",
                    out -> LedgerWorkbook.of(caller, ledger.standing().today())
                            .write(
                                    out,
                                    row -> ledger.each(
                                            HazardLedger.ofEnterprise(enterpriseId), LedgerSort.DUE, caller, row)));
        }
    }
}
