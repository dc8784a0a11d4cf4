package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inspectors sign first, then the unit's person; the last signature completes the inspection. */
@Service
class Signing {

    private final InspectionRecords records;
    private final Sheets sheets;
    private final Dossiers dossiers;
    private final Signatures signatures;
    private final Proofs proofs;
    private final Declarations declarations;
    private final Completion completion;
    private final Sealing sealing;
    private final Today today;

    Signing(
            InspectionRecords records,
            Sheets sheets,
            Dossiers dossiers,
            Signatures signatures,
            Proofs proofs,
            Declarations declarations,
            Completion completion,
            Sealing sealing,
            Today today) {
        this.records = records;
        this.sheets = sheets;
        this.dossiers = dossiers;
        this.signatures = signatures;
        this.proofs = proofs;
        this.declarations = declarations;
        this.completion = completion;
        this.sealing = sealing;
        this.today = today;
    }

    /**
     * An inspector signs; who they are has been proved before. Signing twice changes nothing.
     *
     * @param caller who is logged in: an inspector of this inspection, the signer or a colleague with the same phone
     */
    @Transactional
    public void inspectorSigns(long id, Caller signer, Caller caller) {
        inspectorSigns(id, signer, true, caller);
    }

    /** @param declares whether the signer declares with the signature that nothing speaks against inspecting this unit */
    @Transactional
    public void inspectorSigns(long id, Caller signer, boolean declares, Caller caller) {
        Inspection inspection = locked(id, caller);
        requireSigner(inspection, signer);
        requireOpen(inspection);
        requireDeclared(inspection, signer, declares);
        if (hasSigned(id, signer)) {
            return;
        }
        if (inspection.getStatus().isTakingAnswers()) {
            requireInOrder(inspection, caller);
        }
        signatures.add(id, signer, sealing.contentSha256(sheets.of(inspection)), today.now());
        if (inspection.getStatus().mayBecome(InspectionStatus.TO_SIGN)) {
            inspection.freeze();
        }
    }

    /**
     * The unit's person signs, refuses, or is not there; the inspection is complete with it. The same sent twice changes
     * nothing.
     *
     * @throws Settled when it is complete already by another signature, or broken off
     */
    @Transactional
    public void unitSigns(long id, UnitSignature unit, Caller caller) {
        unitSigns(id, unit, null, caller);
    }

    /** @param proof the signed paper, or what shows a refusal or absence; null for none */
    @Transactional
    public void unitSigns(long id, UnitSignature said, @Nullable Proof proof, Caller caller) {
        Inspection inspection = locked(id, caller);
        UnitSignature unit = proof == null ? said : said.shownBy(proofs.keep(id, said.outcome(), proof, caller));
        if (inspection.getStatus().isComplete() && signatures.holds(id, unit)) {
            return;
        }
        requireOpen(inspection);
        requireAllInspectors(inspection);
        Sheet sheet = sheets.of(inspection);
        signatures.add(id, unit, sealing.contentSha256(sheet), today.now());
        completion.complete(sheet, unit, caller);
        sealing.seal(sheet);
    }

    /** Everybody signs at one moment; who they are is vouched for by whoever calls this. */
    @Transactional
    public void allSign(long id, List<Caller> signers, UnitSignature unit, Caller caller) {
        Inspection inspection = locked(id, caller);
        Sheet sheet = requireInOrder(inspection, caller);
        inspection.freeze();
        String content = sealing.contentSha256(sheet);
        signers.forEach(signer -> {
            requireSigner(inspection, signer);
            declarations.declare(inspection.getId(), signer);
            signatures.add(id, signer, content, today.now());
        });
        requireAllInspectors(inspection);
        signatures.add(id, unit, content, today.now());
        completion.complete(sheet, unit, caller);
        sealing.seal(sheet);
    }

    /** Names of the inspectors who have not signed yet. */
    @Transactional(readOnly = true)
    public List<String> waitingFor(Inspection inspection) {
        List<Signature> given = signatures.of(inspection.getId());
        return inspection.getActiveInspectors().stream()
                .filter(inspector -> given.stream()
                        .noneMatch(signature ->
                                signature.accountId() != null && signature.accountId() == inspector.getAccountId()))
                .map(Inspector::getName)
                .toList();
    }

    private Inspection locked(long id, Caller caller) {
        Inspection inspection = records.lock(id, caller.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(caller);
        return inspection;
    }

    private static void requireOpen(Inspection inspection) {
        if (!inspection.getStatus().isOpen()) {
            throw new Settled(inspection.getStatus());
        }
    }

    private boolean hasSigned(long id, Caller signer) {
        return signatures.of(id).stream()
                .anyMatch(signature -> signature.accountId() != null && signature.accountId() == signer.accountId());
    }

    private static void requireSigner(Inspection inspection, Caller signer) {
        if (!inspection.isInspectedBy(signer)) {
            throw new Forbidden("签字人不是这次检查的检查人员。");
        }
    }

    private void requireDeclared(Inspection inspection, Caller signer, boolean declares) {
        if (declares) {
            declarations.declare(inspection.getId(), signer);
        } else if (!inspection.hasDeclared(signer)) {
            throw new Refusal("declares", signer.name() + "还没有声明有无回避情形：请勾选声明；应当回避的，请在检查页面办理回避。");
        }
    }

    private void requireAllInspectors(Inspection inspection) {
        List<String> missing = waitingFor(inspection);
        if (!missing.isEmpty()) {
            throw new Refusal("请检查人员先签字，还差：" + String.join("、", missing) + "。");
        }
    }

    private Sheet requireInOrder(Inspection inspection, Caller caller) {
        Sheet sheet = sheets.of(inspection);
        List<Obstacle> obstacles = SigningRules.check(dossiers.of(sheet, caller));
        if (!obstacles.isEmpty()) {
            throw new Refusal("还有 " + obstacles.size() + " 处没有处理好，不能签字。"
                    + obstacles.get(0).message());
        }
        return sheet;
    }
}
