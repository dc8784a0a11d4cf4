package gassafety.directive;

import gassafety.desk.Finder;
import gassafety.desk.RecordSlot.Row;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds directives by number, unit or problems. */
@Component
class DirectiveFinder implements Finder {

    private static final int ORDER = 50;

    private final DirectiveReader reader;

    DirectiveFinder(DirectiveReader reader) {
        this.reader = reader;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CASES;
    }

    @Override
    public Group find(String fragment, Caller caller) {
        Page<DirectiveRow> found = reader.page(DirectiveReader.filter(fragment, null, null), caller.scope(), 1);
        return new Group(
                ORDER,
                "监察指令书、责令改正通知书",
                found.getTotalElements(),
                UriComponentsBuilder.fromPath("/directives")
                        .queryParam("q", "{q}")
                        .encode()
                        .build(fragment)
                        .toString(),
                found.stream().limit(MOST).map(DirectiveFinder::row).toList());
    }

    private static Row row(DirectiveRow row) {
        return new Row(
                row.number(),
                row.getAddress(),
                row.enterpriseName() + "：" + row.getSummary(),
                row.stage().getLabel(),
                row.stage().getTone());
    }
}
