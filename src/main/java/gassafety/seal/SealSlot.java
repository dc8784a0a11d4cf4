package gassafety.seal;

import gassafety.calendar.Today;
import gassafety.desk.RecordSlot;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** 记录核验 on the page of an inspection: code and standing of the record and of each supplement. */
@Component
class SealSlot implements RecordSlot {

    private static final int ORDER = 5;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    private final Verifier verifier;

    SealSlot(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String page() {
        return "inspections";
    }

    /** Without hashing the photos again: that is for the page behind the code, and for the nightly pass. */
    @Override
    public List<Section> sections(long id, Caller caller) {
        List<Row> rows = verifier.check(SourceKind.INSPECTION, List.of(id), false).stream()
                .map(SealSlot::row)
                .toList();
        return rows.isEmpty() ? List.of() : List.of(new Section(ORDER, "记录核验", "", rows, List.of()));
    }

    private static Row row(Verifier.Result result) {
        Seal seal = result.seal();
        String standing = result.standing().getLabel();
        String tone = result.standing().getTone();
        return seal == null
                ? new Row(result.title(), "/verify", "没有核验码", standing, tone)
                : new Row(
                        result.title() + " " + seal.printedCode(),
                        "/verify/" + seal.printedCode(),
                        MINUTE.format(seal.sealedAt()) + " 签封，照片原件在核验页复核",
                        standing,
                        tone);
    }
}
