package gassafety.hazard;

import gassafety.desk.RecordSlot;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** The hazards of a unit on its page, the open ones first. */
@Component
class UnitHazards implements RecordSlot {

    private static final int ORDER = 20;
    private static final int MOST = 10;

    private final Ledger ledger;

    UnitHazards(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String page() {
        return "enterprises";
    }

    @Override
    public List<Section> sections(long id, Caller caller) {
        if (!caller.scope().reads(RecordKind.HAZARDS)) {
            return List.of();
        }
        Specification<Hazard> ofUnit = HazardLedger.ofEnterprise(id);
        Page<LedgerRow> rows = ledger.page(ofUnit, LedgerSort.DUE, caller, 1, MOST);
        long open = ledger.count(ofUnit.and(HazardLedger.isOpen()), caller);
        return List.of(new Section(
                ORDER,
                "隐患：未销号 " + open + " 条，共 " + rows.getTotalElements() + " 条",
                "没有登记过隐患。",
                rows.map(UnitHazards::row).getContent(),
                Notices.mayRegister(caller)
                        ? List.of(new Action("登记隐患", "/hazards/new?enterprise=" + id))
                        : List.of()));
    }

    private static Row row(LedgerRow row) {
        Hazard hazard = row.hazard();
        boolean late = row.late() > 0;
        return new Row(
                hazard.getProblem(),
                "/hazards/" + hazard.getId(),
                hazard.getNumber() + "，" + hazard.getLevel().getLabel() + "，" + row.dueText(),
                late ? "逾期" + row.late() + "个工作日" : row.word(),
                late ? "late" : row.tone());
    }
}
