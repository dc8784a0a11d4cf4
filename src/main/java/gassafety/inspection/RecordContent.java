package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.evidence.PhotoHash;
import gassafety.seal.Canonical;
import gassafety.seal.Seal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record of an inspection says, written for its seal; {@code docs/seals.md} describes it. Each part has one
 * method. A part that is added after a release belongs to the next {@link #FORM}, and the earlier forms are still
 * written as they were.
 */
final class RecordContent {

    static final int FORM = 1;

    private RecordContent() {}

    /** What the inspectors sign: everything but the signatures themselves. */
    static Map<String, @Nullable Object> signed(Sheet sheet, List<PhotoHash> photos) {
        Inspection inspection = sheet.inspection();
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("answers", answers(sheet));
        content.put("camera_number", inspection.getCameraNumber());
        content.put("checklist", checklist(sheet.checklist()));
        content.put("explanations", explanations(sheet));
        content.put("inspectors", inspectors(inspection));
        content.put("office", office(inspection));
        content.put("photos", photos.stream().map(RecordContent::photo).toList());
        content.put("unit", unit(inspection));
        content.put("visit_day", inspection.getVisitDay().toString());
        return content;
    }

    /** The whole record: what was signed, and by whom. */
    static Map<String, @Nullable Object> record(Sheet sheet, List<PhotoHash> photos, List<Signature> signatures) {
        Map<String, @Nullable Object> signed = signed(sheet, photos);
        Map<String, @Nullable Object> record = new HashMap<>();
        record.put("about", about(sheet.inspection()));
        record.put("content", signed);
        record.put("content_sha256", sha256(signed));
        record.put("findings", sheet.inspection().getFindings());
        record.put("form", FORM);
        record.put("kind", "inspection-record");
        record.put(
                "signatures", signatures.stream().map(RecordContent::signature).toList());
        record.put("signed_by_unit", isSignedByUnit(sheet.inspection().getStatus(), signatures));
        return record;
    }

    /** @param number place among the supplements of the record, from 1 */
    static Map<String, @Nullable Object> supplement(
            Inspection inspection, int number, Notes.Supplement supplement, Optional<Seal> ofRecord) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("about", about(inspection));
        content.put("added_at", Canonical.moment(supplement.addedAt()));
        content.put("added_by", supplement.addedByName());
        content.put("body", supplement.body());
        content.put("form", FORM);
        content.put("kind", "inspection-supplement");
        content.put("number", number);
        content.put(
                "record",
                ofRecord.map(seal -> Map.of("code", seal.code(), "sha256", seal.sha256()))
                        .orElse(null));
        return content;
    }

    static String sha256(Map<String, @Nullable Object> content) {
        return Canonical.sha256(Canonical.json(content));
    }

    /** All that anyone is shown without login. */
    private static Map<String, String> about(Inspection inspection) {
        return Map.of(
                "day", inspection.getVisitDay().toString(),
                "office", inspection.getOfficeName(),
                "unit", inspection.getUnitName());
    }

    /** As its status says, as long as that says so. */
    private static boolean isSignedByUnit(InspectionStatus status, List<Signature> signatures) {
        return status == InspectionStatus.CLOSED
                ? signatures.stream().anyMatch(signature -> signature.kind().isSigned())
                : status == InspectionStatus.SIGNED;
    }

    private static List<Map<String, @Nullable Object>> answers(Sheet sheet) {
        return sheet.lines().map(RecordContent::answer).toList();
    }

    private static Map<String, @Nullable Object> answer(Sheet.Line line) {
        ChecklistItem item = line.item();
        Answer saved = line.answer();
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("category", item.category());
        answer.put("item", item.content());
        answer.put("position", item.position());
        answer.put("printed_number", item.printedNo());
        for (AnswerField field : AnswerField.values()) {
            answer.put(field.column(), line.content().get(field));
        }
        answer.put("saved_at", saved == null ? null : Canonical.moment(saved.savedAt()));
        answer.put("saved_by", saved == null ? null : saved.savedByName());
        answer.put("version", saved == null ? null : saved.version());
        return answer;
    }

    private static Map<String, Object> checklist(Checklist checklist) {
        return Map.of("code", checklist.code(), "edition", checklist.edition(), "title", checklist.title());
    }

    private static List<Map<String, String>> explanations(Sheet sheet) {
        return sheet.explanations().values().stream()
                .sorted(Comparator.comparing(Explanation::rule))
                .map(explanation -> Map.of(
                        "given_by", explanation.givenByName(), "rule", explanation.rule(), "text", explanation.text()))
                .toList();
    }

    /** A place without an inspector is a row that is gone: Hibernate fills the gap. */
    private static List<Map<String, Object>> inspectors(Inspection inspection) {
        return inspection.getInspectors().stream()
                .filter(Objects::nonNull)
                .map(inspector -> Map.<String, Object>of(
                        "account", inspector.getAccountId(),
                        "certificate_kind", inspector.getCertificateKind(),
                        "certificate_number", inspector.getCertificateNumber(),
                        "certificate_valid_to",
                                inspector.getCertificateValidTo().toString(),
                        "name", inspector.getName()))
                .toList();
    }

    private static Map<String, Object> office(Inspection inspection) {
        return Map.of("id", inspection.getCustody().getOfficeId(), "name", inspection.getOfficeName());
    }

    private static Map<String, @Nullable Object> photo(PhotoHash photo) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("added_at", Canonical.moment(photo.addedAt()));
        content.put("added_by", photo.byName());
        content.put("latitude", degrees(photo.latitude()));
        content.put("longitude", degrees(photo.longitude()));
        content.put("position", photo.line());
        content.put("removed", photo.removed());
        content.put("sha256", photo.sha256());
        content.put("small_sha256", photo.smallSha256());
        content.put("taken_at", moment(photo.takenAt()));
        return content;
    }

    private static Map<String, @Nullable Object> unit(Inspection inspection) {
        Map<String, @Nullable Object> unit = new HashMap<>();
        unit.put("address", inspection.getUnitAddress());
        unit.put("credit_code", inspection.getUnitCreditCode());
        unit.put("id", inspection.getUnitId());
        unit.put(
                "licence_state",
                inspection.getLicenceState() == null
                        ? null
                        : inspection.getLicenceState().name());
        unit.put("name", inspection.getUnitName());
        unit.put("role", inspection.getRole());
        return unit;
    }

    private static Map<String, @Nullable Object> signature(Signature signature) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("account", signature.accountId());
        content.put("content_sha256", signature.contentSha256());
        content.put("image_sha256", signature.imageSha256());
        content.put("kind", signature.kind().name());
        content.put("name", signature.name());
        content.put("note", signature.note());
        content.put("number", signature.number());
        content.put("scan_sha256", signature.scan());
        content.put("signed_at", Canonical.moment(signature.signedAt()));
        content.put("title", signature.title());
        content.put("witness", signature.witness());
        return content;
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : Canonical.moment(at);
    }

    private static @Nullable String degrees(@Nullable BigDecimal degrees) {
        return degrees == null ? null : degrees.stripTrailingZeros().toPlainString();
    }
}
