package gassafety.hazard;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.desk.UnitPapers;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ledger of a unit's hazards, or of an office's. */
@Component
class HazardPapers implements UnitPapers, OfficePapers {

    private final Ledger ledger;

    HazardPapers(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String folder() {
        return "2 隐患台账";
    }

    @Override
    public void each(long enterpriseId, Caller caller, PaperSink sink) throws IOException {
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

    /** Those that were found in these days. */
    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (request.scope().reads(RecordKind.HAZARDS)) {
            LedgerFilter filter = ledger.filter(
                    Map.of(
                            "office",
                            request.office().getCode(),
                            "from",
                            request.from().toString(),
                            "by",
                            request.to().toString()),
                    request.caller());
            sink.put(
                    "隐患台账.xlsx",
                    out -> LedgerWorkbook.of(request.caller(), ledger.standing().today())
                            .write(out, row -> ledger.each(filter, request.caller(), row)));
        }
    }
}
