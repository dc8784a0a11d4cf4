package gassafety.register;

import gassafety.desk.Finder;
import gassafety.desk.RecordSlot.Row;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Finds units by name, credit code, address, or the number of a paper that is theirs. */
@Component
class UnitFinder implements Finder {

    private static final int ORDER = 10;

    private final EnterpriseList list;

    UnitFinder(EnterpriseList list) {
        this.list = list;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ENTERPRISES;
    }

    @Override
    public Group find(String fragment, Caller caller) {
        EnterpriseFilter filter = EnterpriseFilter.read(Map.of("q", fragment), "", null);
        Page<EnterpriseLine> found = list.page(filter, caller.scope(), 1);
        return new Group(
                ORDER,
                "监管对象",
                found.getTotalElements(),
                filter.address("/enterprises"),
                found.stream().limit(MOST).map(UnitFinder::row).toList());
    }

    private static Row row(EnterpriseLine unit) {
        return new Row(
                unit.getName(),
                "/enterprises/" + unit.getId(),
                unit.getRoleLabels() + " · " + unit.getCreditCode() + " · " + unit.getAddress(),
                "",
                "");
    }
}
