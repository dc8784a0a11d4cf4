package gassafety.enforcement;

import gassafety.desk.Finder;
import gassafety.desk.RecordSlot.Row;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds cases by number, unit or cause. */
@Component
class CaseFinder implements Finder {

    private static final int ORDER = 40;

    private final CaseReader reader;

    CaseFinder(CaseReader reader) {
        this.reader = reader;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CASES;
    }

    @Override
    public Group find(String fragment, Caller caller) {
        Page<CaseRow> found = reader.page(new CaseFilter(fragment, null, null, null, null), caller.scope(), 1);
        return new Group(
                ORDER,
                "案件",
                found.getTotalElements(),
                UriComponentsBuilder.fromPath("/cases")
                        .queryParam("q", "{q}")
                        .encode()
                        .build(fragment)
                        .toString(),
                found.stream().limit(MOST).map(CaseFinder::row).toList());
    }

    private static Row row(CaseRow row) {
        return new Row(
                row.cause(),
                row.getAddress(),
                row.number() + " · " + row.enterpriseName(),
                row.stage().getLabel(),
                row.stage().getTone());
    }
}
