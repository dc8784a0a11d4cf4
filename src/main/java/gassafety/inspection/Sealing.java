package gassafety.inspection;

import gassafety.attachment.Attachments;
import gassafety.evidence.Photos;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.seal.Canonical;
import gassafety.seal.SealedRecords;
import gassafety.seal.Seals;
import gassafety.web.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Seals records of inspections and their supplements, and tells what the rows of a sealed one say now. */
@Component
class Sealing implements SealedRecords {

    /** A seal is compared with its record whoever asks; nothing of the record is shown for it. */
    private static final Scope ALL = new Scope(Set.of(RecordKind.INSPECTIONS), "/", null);

    private static final String COMPLETE = "status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')";

    private final InspectionRecords records;
    private final Sheets sheets;
    private final Signatures signatures;
    private final Notes notes;
    private final Photos photos;
    private final Attachments attachments;
    private final EarlierAnswers earlier;
    private final SpotChecks spotChecks;
    private final Participation participation;
    private final Declarations declarations;
    private final Seals seals;
    private final JdbcClient jdbc;

    Sealing(
            InspectionRecords records,
            Sheets sheets,
            Signatures signatures,
            Notes notes,
            Photos photos,
            Attachments attachments,
            EarlierAnswers earlier,
            SpotChecks spotChecks,
            Participation participation,
            Declarations declarations,
            Seals seals,
            JdbcClient jdbc) {
        this.records = records;
        this.sheets = sheets;
        this.signatures = signatures;
        this.notes = notes;
        this.photos = photos;
        this.attachments = attachments;
        this.earlier = earlier;
        this.spotChecks = spotChecks;
        this.participation = participation;
        this.declarations = declarations;
        this.seals = seals;
        this.jdbc = jdbc;
    }

    /**
     * The hash of what is being signed.
     *
     * @throws Refusal when an inspector has signed something else before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String contentSha256(Sheet sheet) {
        RecordContent.Parts parts = parts(sheet);
        return RecordContent.sha256(RecordContent.signed(
                parts, form(parts, signatures.of(sheet.inspection().getId()))));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(Sheet sheet) {
        long id = sheet.inspection().getId();
        List<Signature> given = signatures.of(id);
        RecordContent.Parts parts = parts(sheet);
        int form = form(parts, given);
        seals.seal(PhotoWork.source(id), 0, form, Canonical.json(RecordContent.record(parts, given, form)));
    }

    /** The form of what was signed first; a record that was being signed during an update is finished in the form it had. */
    private static int form(RecordContent.Parts parts, List<Signature> given) {
        List<String> signed = given.stream()
                .map(Signature::contentSha256)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (signed.isEmpty()) {
            return RecordContent.FORM;
        }
        for (int form = RecordContent.FORM; RecordContent.fits(parts, form); form--) {
            if (signed.equals(List.of(RecordContent.sha256(RecordContent.signed(parts, form))))) {
                return form;
            }
        }
        throw new Refusal("检查内容与检查人员签字时不一致，不能继续签字，请联系系统管理员核查。");
    }

    /** Seals the supplement that was added last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sealSupplement(Inspection inspection) {
        long id = inspection.getId();
        int number = notes.supplements(id).size();
        seals.seal(
                PhotoWork.source(id),
                number,
                RecordContent.FORM,
                Canonical.json(supplement(inspection, number, RecordContent.FORM)));
    }

    @Override
    public SourceKind kind() {
        return SourceKind.INSPECTION;
    }

    @Override
    public List<Long> signedAfter(long id, int most) {
        return jdbc.sql("select id from inspection where id > :id and " + COMPLETE + " order by id limit :most")
                .param("id", id)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    @Override
    public Map<Long, Integer> parts(Collection<Long> ids) {
        return jdbc
                .sql("select inspection.id, 1 + (select count(*) from inspection_supplement"
                        + " where inspection_id = inspection.id) as parts"
                        + " from inspection where id in (:ids) and " + COMPLETE)
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getLong("id"), row.getInt("parts")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public byte[] content(long id, int part, int form) {
        Inspection inspection = records.find(id, ALL).orElseThrow();
        return Canonical.json(
                part == 0
                        ? RecordContent.record(parts(sheets.of(inspection)), signatures.of(id), form)
                        : supplement(inspection, part, form));
    }

    @Override
    public boolean filesUnchanged(long id) {
        Source source = PhotoWork.source(id);
        return photos.changed(source).isEmpty()
                && signatures.of(id).stream()
                        .map(Signature::scan)
                        .filter(Objects::nonNull)
                        .allMatch(scan -> attachments.holds(source, scan));
    }

    private RecordContent.Parts parts(Sheet sheet) {
        long id = sheet.inspection().getId();
        return new RecordContent.Parts(
                sheet,
                photos.hashes(PhotoWork.source(id)),
                earlier.latest(id),
                spotChecks.latest(id),
                participation.of(id),
                participation.publicity(id),
                declarations.of(id));
    }

    private Map<String, @Nullable Object> supplement(Inspection inspection, int number, int form) {
        Source source = PhotoWork.source(inspection.getId());
        return RecordContent.supplement(
                inspection, number, notes.supplements(inspection.getId()).get(number - 1), seals.find(source, 0), form);
    }
}
