package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inspectors sign first, then the unit's person; the last signature completes the visit. A signature is given to all lists
 * of the visit in one transaction.
 */
@Service
class Signing {

    private final VisitLists visit;
    private final Sheets sheets;
    private final Dossiers dossiers;
    private final Signatures signatures;
    private final Proofs proofs;
    private final Declarations declarations;
    private final Completion completion;
    private final Sealing sealing;
    private final Today today;

    Signing(
            VisitLists visit,
            Sheets sheets,
            Dossiers dossiers,
            Signatures signatures,
            Proofs proofs,
            Declarations declarations,
            Completion completion,
            Sealing sealing,
            Today today) {
        this.visit = visit;
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
     * An inspector signs every list of the visit; who they are has been proved before. Signing twice changes nothing.
     *
     * @param id of any list of the visit
     * @param caller who is logged in: an inspector of this inspection, the signer or a colleague with the same phone
     */
    @Transactional
    public void inspectorSigns(long id, Caller signer, Caller caller) {
        inspectorSigns(id, signer, true, caller);
    }

    /** @param declares whether the signer declares with the signature that nothing speaks against inspecting this unit */
    @Transactional
    public void inspectorSigns(long id, Caller signer, boolean declares, Caller caller) {
        List<Inspection> lists = locked(id, caller);
        Inspection first = lists.get(0);
        requireSigner(first, signer);
        requireOpen(first);
        lists.forEach(list -> requireDeclared(list, signer, declares));
        if (hasSigned(first.getId(), signer)) {
            return;
        }
        if (first.getStatus().isTakingAnswers()) {
            requireInOrder(lists, caller);
        }
        for (Inspection list : lists) {
            signatures.add(list.getId(), signer, sealing.contentSha256(sheets.of(list)), today.now());
            if (list.getStatus().mayBecome(InspectionStatus.TO_SIGN)) {
                list.freeze();
            }
        }
    }

    /**
     * The unit's person signs every list of the visit, refuses, or is not there; the visit is complete with it. The same
     * sent twice changes nothing.
     *
     * @param id of any list of the visit
     * @throws Settled when it is complete already by another signature, or broken off
     */
    @Transactional
    public void unitSigns(long id, UnitSignature unit, Caller caller) {
        unitSigns(id, unit, null, caller);
    }

    /** @param proof the signed paper, or what shows a refusal or absence; null for none */
    @Transactional
    public void unitSigns(long id, UnitSignature said, @Nullable Proof proof, Caller caller) {
        List<Inspection> lists = locked(id, caller);
        Inspection first = lists.get(0);
        UnitSignature unit = said;
        for (Inspection list : lists) {
            unit = proof == null ? said : said.shownBy(proofs.keep(list.getId(), said.outcome(), proof, caller));
        }
        if (first.getStatus().isComplete() && signatures.holds(first.getId(), unit)) {
            return;
        }
        requireOpen(first);
        requireAllInspectors(first);
        if (proof == null && !unit.outcome().isSigned()) {
            throw new Refusal("scan", "请附拒签、不在场的照片或录音录像。");
        }
        finish(lists.stream().map(sheets::of).toList(), unit, caller);
    }

    /** Everybody signs every list of the visit at one moment; who they are is vouched for by whoever calls this. */
    @Transactional
    public void allSign(long id, List<Caller> signers, UnitSignature unit, Caller caller) {
        List<Inspection> lists = locked(id, caller);
        List<Sheet> inOrder = requireInOrder(lists, caller);
        for (Sheet sheet : inOrder) {
            Inspection list = sheet.inspection();
            list.freeze();
            String content = sealing.contentSha256(sheet);
            signers.forEach(signer -> {
                requireSigner(list, signer);
                declarations.declare(list.getId(), signer);
                signatures.add(list.getId(), signer, content, today.now());
            });
        }
        requireAllInspectors(lists.get(0));
        finish(inOrder, unit, caller);
    }

    private void finish(List<Sheet> lists, UnitSignature unit, Caller caller) {
        lists.forEach(
                list -> signatures.add(list.inspection().getId(), unit, sealing.contentSha256(list), today.now()));
        completion.complete(lists, unit, caller);
        lists.forEach(sealing::seal);
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

    private List<Inspection> locked(long id, Caller caller) {
        List<Inspection> lists = visit.lock(id, caller.scope());
        lists.get(0).requireInspector(caller);
        return lists;
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

    private List<Sheet> requireInOrder(List<Inspection> lists, Caller caller) {
        List<Sheet> inOrder = lists.stream().map(sheets::of).toList();
        List<Obstacle> obstacles = dossiers.check(inOrder, caller).stream()
                .flatMap(checked -> checked.obstacles().stream())
                .toList();
        if (!obstacles.isEmpty()) {
            throw new Refusal("还有 " + obstacles.size() + " 处没有处理好，不能签字。"
                    + obstacles.get(0).message());
        }
        return inOrder;
    }
}
