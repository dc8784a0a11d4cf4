package gassafety.inspection;

import gassafety.attachment.Attachment;
import gassafety.attachment.Attachments;
import gassafety.attachment.StoredFile;
import gassafety.evidence.Darkroom;
import gassafety.inspection.UnitSignature.Outcome;
import gassafety.office.Caller;
import gassafety.paper.Scan;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** The files that show what the unit's side did. Whoever calls has read the inspection within its scope. */
@Component
class Proofs {

    private static final String SIGNED_PAPER = "signed-paper";
    private static final String NOT_SIGNED = "not-signed";
    private static final Set<String> PURPOSES = Set.of(SIGNED_PAPER, NOT_SIGNED);

    /** Pixels of the longer side of a printed page: 170 dots to the inch of A4. */
    private static final int PRINTED_SIDE = 2_000;

    private static final int END_OF_PDF = 2_048;

    private final Attachments attachments;
    private final Darkroom darkroom;

    Proofs(Attachments attachments, Darkroom darkroom) {
        this.attachments = attachments;
        this.darkroom = darkroom;
    }

    /**
     * Looks at what was sent; nothing is kept yet.
     *
     * @return empty when nothing was sent and nothing is needed, and for a signature on the pad
     * @throws Refusal beside the field {@code scan}
     */
    Optional<Proof> look(Outcome outcome, @Nullable MultipartFile file) {
        if (outcome == Outcome.SIGNED) {
            return Optional.empty();
        }
        if (file == null || file.isEmpty()) {
            if (outcome == Outcome.PAPER) {
                throw new Refusal("scan", "请上传被检查单位签字后的检查记录（扫描件或照片）。");
            }
            return Optional.empty();
        }
        try {
            String name = file.getOriginalFilename();
            Proof proof = new Proof(name == null ? "" : name, file.getBytes());
            requireWhole(proof);
            return Optional.of(proof);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Keeps it, in the transaction of the signature; the same file is kept once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String keep(long inspectionId, Outcome outcome, Proof proof, Caller by) {
        try {
            Attachment kept = outcome == Outcome.PAPER
                    ? attachments.store(PhotoWork.source(inspectionId), SIGNED_PAPER, proof.name(), proof.bytes(), by)
                    : attachments.storeProof(
                            PhotoWork.source(inspectionId), NOT_SIGNED, proof.name(), proof.bytes(), by);
            return kept.sha256();
        } catch (Refusal refusal) {
            throw new Refusal("scan", refusal.sentence());
        }
    }

    List<Attachment> of(long inspectionId) {
        return attachments.of(PhotoWork.source(inspectionId)).stream()
                .filter(file -> PURPOSES.contains(file.purpose()))
                .toList();
    }

    /** The papers that the unit signed, as they were uploaded. */
    List<Attachment> signedPapers(long inspectionId) {
        return of(inspectionId).stream()
                .filter(file -> file.purpose().equals(SIGNED_PAPER))
                .toList();
    }

    /** The pages of a signed paper, to be printed; empty when they can't be shown or are no longer what was signed. */
    Optional<Scan> pages(long inspectionId, Attachment paper) {
        byte[] bytes = read(inspectionId, paper.id()).bytes();
        if (!DigestUtils.sha256Hex(bytes).equals(paper.sha256())) {
            return Optional.empty();
        }
        try {
            return paper.isImage()
                    ? Scan.ofPicture(darkroom.upright(paper.name(), bytes, PRINTED_SIDE))
                    : Scan.ofPdf(bytes);
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    StoredFile read(long inspectionId, long file) {
        if (of(inspectionId).stream().noneMatch(known -> known.id() == file)) {
            throw new NotFound();
        }
        return attachments.read(PhotoWork.source(inspectionId), file);
    }

    /** A picture is read to its end, a PDF must have one. */
    private void requireWhole(Proof proof) {
        byte[] bytes = proof.bytes();
        if (begins(bytes, "%PDF-")) {
            int from = Math.max(0, bytes.length - END_OF_PDF);
            if (!new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new Refusal("scan", "PDF 文件不完整，可能在传输中损坏，请重新选择。");
            }
        } else if (begins(bytes, "\u00ff\u00d8\u00ff") || begins(bytes, "\u0089PNG")) {
            try {
                darkroom.develop(proof.name(), bytes);
            } catch (Refusal unreadable) {
                throw new Refusal("scan", unreadable.sentence());
            }
        }
    }

    private static boolean begins(byte[] bytes, String with) {
        return new String(bytes, 0, Math.min(bytes.length, with.length()), StandardCharsets.ISO_8859_1).equals(with);
    }
}
