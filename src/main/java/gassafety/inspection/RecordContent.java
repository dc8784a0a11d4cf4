package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.evidence.PhotoHash;
import gassafety.inspection.Declarations.Declaration;
import gassafety.register.Cylinder;
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
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a record of an inspection says, written for its seal; {@code docs/seals.md} describes it. Each part has one
 * method. A part that is added after a release belongs to the next form, and the earlier forms are still written as they
 * were.
 */
final class RecordContent {

    /** The form in which records are sealed now. */
    static final int FORM = 3;

    private static final int FORM_WITH_CYLINDERS = 2;
    private static final int FORM_WITH_SAID_AT = 3;

    private RecordContent() {}

    /** A sheet with all that stands beside it in the record, read from the rows. */
    record Parts(
            Sheet sheet,
            List<PhotoHash> photos,
            List<EarlierAnswer> earlier,
            List<SpotCheck> cylinders,
            List<Participant> participants,
            Publicity publicity,
            List<Declaration> declarations) {}

    /** Whether a record of these parts can be written in a form: one with cylinders says more than form 1 can. */
    static boolean fits(Parts parts, int form) {
        return form >= 1
                && form <= FORM
                && (form >= FORM_WITH_CYLINDERS || parts.cylinders().isEmpty());
    }

    /**
     * What the inspectors sign: everything but the signatures themselves, and what is said with them.
     *
     * @throws IllegalArgumentException when the parts don't fit the form
     */
    static Map<String, @Nullable Object> signed(Parts parts, int form) {
        if (!fits(parts, form)) {
            throw new IllegalArgumentException("not to be written in form " + form);
        }
        Sheet sheet = parts.sheet();
        Inspection inspection = sheet.inspection();
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("answers", answers(sheet, form));
        content.put("camera_number", inspection.getCameraNumber());
        content.put("checklist", checklist(sheet.checklist()));
        if (form >= FORM_WITH_CYLINDERS) {
            content.put("cylinders", each(parts.cylinders(), RecordContent::cylinder));
        }
        content.put("earlier_problems", each(parts.earlier(), RecordContent::earlier));
        content.put("explanations", explanations(sheet));
        content.put("inspectors", inspectors(inspection));
        content.put("office", office(inspection));
        content.put("participants", each(parts.participants(), RecordContent::participant));
        content.put("photos", each(parts.photos(), RecordContent::photo));
        content.put("publicity", publicity(parts.publicity()));
        content.put("unit", unit(inspection));
        content.put("visit_day", inspection.getVisitDay().toString());
        content.put("withdrawals", withdrawals(parts.declarations()));
        return content;
    }

    /** The whole record: what was signed, by whom, and what they declared with it. */
    static Map<String, @Nullable Object> record(Parts parts, List<Signature> signatures, int form) {
        Inspection inspection = parts.sheet().inspection();
        Map<String, @Nullable Object> signed = signed(parts, form);
        Map<String, @Nullable Object> record = new HashMap<>();
        record.put("about", about(inspection));
        record.put("content", signed);
        record.put("content_sha256", sha256(signed));
        record.put("declarations", declarations(parts.declarations()));
        record.put("findings", inspection.getFindings());
        record.put("form", form);
        record.put("kind", "inspection-record");
        record.put("signatures", each(signatures, RecordContent::signature));
        record.put("signed_by_unit", isSignedByUnit(inspection.getStatus(), signatures));
        record.put("visit_number", inspection.getVisitNumber());
        return record;
    }

    /** @param number place among the supplements of the record, from 1 */
    static Map<String, @Nullable Object> supplement(
            Inspection inspection, int number, Notes.Supplement supplement, Optional<Seal> ofRecord, int form) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("about", about(inspection));
        content.put("added_at", Canonical.moment(supplement.addedAt()));
        content.put("added_by", supplement.addedByName());
        content.put("body", supplement.body());
        content.put("form", form);
        content.put("kind", "inspection-supplement");
        content.put("number", number);
        content.put(
                "record",
                ofRecord.map(seal -> Map.of("code", seal.code(), "sha256", seal.sha256()))
                        .orElse(null));
        return content;
    }

    static String sha256(Map<String, @Nullable Object> content) {
        return DigestUtils.sha256Hex(Canonical.json(content));
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

    private static List<Map<String, @Nullable Object>> answers(Sheet sheet, int form) {
        return sheet.lines().map(line -> answer(line, form)).toList();
    }

    private static Map<String, @Nullable Object> answer(Sheet.Line line, int form) {
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
        if (form >= FORM_WITH_SAID_AT) {
            answer.put("said_at", saved == null ? null : Canonical.moment(saved.saidAt()));
        }
        answer.put("saved_at", saved == null ? null : Canonical.moment(saved.savedAt()));
        answer.put("saved_by", saved == null ? null : saved.savedByName());
        answer.put("version", saved == null ? null : saved.version());
        return answer;
    }

    private static Map<String, Object> earlier(EarlierAnswer answer) {
        return Map.of(
                "hazard", answer.hazardNumber(),
                "problem", answer.problem(),
                "put_right", answer.putRight(),
                "remark", answer.remark(),
                "saved_at", Canonical.moment(answer.savedAt()),
                "saved_by", answer.savedByName(),
                "state", answer.state(),
                "version", answer.version());
    }

    private static Map<String, @Nullable Object> cylinder(SpotCheck check) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("mark", check.mark());
        content.put("note", check.note());
        content.put("registered", check.registered() == null ? null : registered(check.registered()));
        content.put("removed", check.removed());
        content.put("result", check.result().name());
        content.put("saved_at", Canonical.moment(check.savedAt()));
        content.put("saved_by", check.savedByName());
        content.put("version", check.version());
        return content;
    }

    private static Map<String, @Nullable Object> registered(Cylinder cylinder) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("design_life_until", cylinder.designLifeUntil().toString());
        content.put(
                "last_inspected_on",
                cylinder.lastInspectedOn() == null
                        ? null
                        : cylinder.lastInspectedOn().toString());
        content.put("made_on", cylinder.madeOn().toString());
        content.put("maker", cylinder.maker());
        content.put("next_inspection_on", cylinder.nextInspectionOn().toString());
        content.put("phase", cylinder.phase().name());
        content.put("registration_number", cylinder.registrationNumber());
        content.put("serial", cylinder.serial());
        content.put("size", cylinder.size().name());
        content.put("state", cylinder.state().name());
        content.put("station", Map.of("id", cylinder.stationId(), "name", cylinder.stationName()));
        return content;
    }

    private static Map<String, String> participant(Participant participant) {
        return Map.of(
                "kind", participant.kind().name(),
                "name", participant.name(),
                "organisation", participant.organisation());
    }

    private static @Nullable Map<String, Object> publicity(Publicity publicity) {
        return publicity.version() == 0
                ? null
                : Map.of(
                        "held", publicity.held(),
                        "leaflets", publicity.leaflets(),
                        "materials", publicity.materials(),
                        "saved_by", publicity.savedByName());
    }

    /** Before the first signature: who withdrew signs nothing. */
    private static List<Map<String, @Nullable Object>> withdrawals(List<Declaration> declarations) {
        return each(
                declarations.stream()
                        .filter(declaration -> declaration.withdrawnAt() != null)
                        .toList(),
                declaration -> {
                    Map<String, @Nullable Object> withdrawal = new HashMap<>();
                    withdrawal.put("account", declaration.account());
                    withdrawal.put("at", moment(declaration.withdrawnAt()));
                    withdrawal.put("reason", declaration.reason());
                    return withdrawal;
                });
    }

    /** That nothing speaks against inspecting the unit, mostly said with the signature. */
    private static List<Map<String, @Nullable Object>> declarations(List<Declaration> declarations) {
        return each(declarations, declaration -> {
            Map<String, @Nullable Object> said = new HashMap<>();
            said.put("account", declaration.account());
            said.put("at", moment(declaration.declaredAt()));
            return said;
        });
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

    private static <T, R> List<R> each(List<T> all, Function<T, R> written) {
        return all.stream().map(written).toList();
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : Canonical.moment(at);
    }

    private static @Nullable String degrees(@Nullable BigDecimal degrees) {
        return degrees == null ? null : degrees.stripTrailingZeros().toPlainString();
    }
}
