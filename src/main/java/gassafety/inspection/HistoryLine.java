package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.journal.TimelineEntry;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of an inspection's history: an act of the journal, or a signature, which the record itself keeps.
 *
 * @param officeName where the person works; of an inspector who signed the number of the certificate
 */
record HistoryLine(Instant at, String byName, String officeName, String did, String note) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    /** Acts and signatures, the newest first; an act of the same moment stands above the signature that led to it. */
    static List<HistoryLine> of(Inspection inspection, List<TimelineEntry> acts, List<Signature> signatures) {
        Stream<HistoryLine> signed = signatures.stream()
                .sorted(Comparator.comparingInt(Signature::number).reversed())
                .map(signature -> of(inspection, signature));
        return Stream.concat(acts.stream().map(HistoryLine::of), signed)
                .sorted(Comparator.comparing(HistoryLine::at).reversed())
                .toList();
    }

    private static HistoryLine of(TimelineEntry act) {
        return new HistoryLine(act.recordedAt(), act.byName(), act.officeName(), act.did(), act.note());
    }

    private static HistoryLine of(Inspection inspection, Signature signature) {
        String did = signature.kind().getLabel();
        if (signature.kind() != Signature.Kind.INSPECTOR) {
            return new HistoryLine(
                    signature.signedAt(), signature.name(), inspection.getUnitName(), did, signature.note());
        }
        String certificate = inspection.getInspectors().stream()
                .filter(inspector -> Long.valueOf(inspector.getAccountId()).equals(signature.accountId()))
                .map(inspector -> "执法证 " + inspector.getCertificateNumber())
                .findFirst()
                .orElse("");
        return new HistoryLine(signature.signedAt(), signature.name(), certificate, did, "");
    }

    public String recordedText() {
        return MINUTE.format(at);
    }
}
