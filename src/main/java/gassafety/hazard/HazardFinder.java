package gassafety.hazard;

import gassafety.desk.Finder;
import gassafety.desk.RecordSlot.Row;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Finds hazards by number, unit or problem, what is open before what is gone. */
@Component
class HazardFinder implements Finder {

    private static final int ORDER = 30;

    private final Ledger ledger;

    HazardFinder(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.HAZARDS;
    }

    @Override
    public Group find(String fragment, Caller caller) {
        LedgerFilter filter = ledger.filter(Map.of("q", fragment), caller);
        long total = ledger.count(filter, ledger.tally(filter, caller), caller);
        Page<LedgerRow> found = ledger.page(filter, caller, 1, MOST, total);
        return new Group(
                ORDER,
                "隐患",
                found.getTotalElements(),
                filter.address("/hazards"),
                found.map(HazardFinder::row).getContent());
    }

    private static Row row(LedgerRow row) {
        Hazard hazard = row.hazard();
        return new Row(
                hazard.getNumber(),
                "/hazards/" + hazard.getId(),
                hazard.getEnterpriseName() + "：" + hazard.getProblem(),
                row.word(),
                row.tone());
    }
}
