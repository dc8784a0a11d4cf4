package gassafety.hazard;

import gassafety.attachment.Attachment;
import gassafety.attachment.Attachments;
import gassafety.attachment.StoredFile;
import gassafety.journal.Journal;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.NotNow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of a hazard shows, within the caller's scope. */
@Service
@Transactional(readOnly = true)
class HazardPages {

    /** Origins that a unit does not read. */
    private static final Set<SourceKind> OF_OFFICES =
            EnumSet.of(SourceKind.LEDGER, SourceKind.LOOKBACK, SourceKind.NOTICE);

    /** Purpose of papers between offices, which a unit doesn't read. */
    static final String OF_OFFICES_ONLY = "internal";

    private final Hazards hazards;
    private final Ledger ledger;
    private final Rechecking rechecking;
    private final Extensions extensions;
    private final Endings endings;
    private final EarlierHazards earlier;
    private final MajorReports reports;
    private final FollowUps followUps;
    private final Attachments attachments;
    private final Journal journal;

    HazardPages(
            Hazards hazards,
            Ledger ledger,
            Rechecking rechecking,
            Extensions extensions,
            Endings endings,
            EarlierHazards earlier,
            MajorReports reports,
            FollowUps followUps,
            Attachments attachments,
            Journal journal) {
        this.hazards = hazards;
        this.ledger = ledger;
        this.rechecking = rechecking;
        this.extensions = extensions;
        this.endings = endings;
        this.earlier = earlier;
        this.reports = reports;
        this.followUps = followUps;
        this.attachments = attachments;
        this.journal = journal;
    }

    Hazard require(long id, Caller caller) {
        return hazards.find(id, caller.scope()).orElseThrow(NotFound::new);
    }

    /** A photo or paper of a hazard that the caller may open. */
    StoredFile file(long id, long file, Caller caller) {
        StoredFile found = attachments.read(require(id, caller).source(), file);
        if (!isFor(caller, found.about())) {
            throw new NotFound();
        }
        return found;
    }

    private static boolean isFor(Caller caller, Attachment file) {
        return caller.isStaff() || !file.purpose().equals(OF_OFFICES_ONLY);
    }

    /** Why the act can't be done where the hazard stands, and who does what next. */
    NotNow notNow(Hazard hazard, HazardAct act) {
        return new NotNow(
                "这条隐患现在是“" + hazard.getState().getLabel() + "”，不能" + act.getLabel() + "。",
                NextStep.of(hazard, ledger.standing(), rechecking.proposed(hazard.getId()), reports.term(hazard)),
                hazard.source().address());
    }

    HazardPage page(long id, Caller caller) {
        Hazard hazard = require(id, caller);
        Standing standing = ledger.standing();
        boolean among = caller.isStaff();
        Optional<Rechecking.Proposed> recheck = among ? rechecking.proposed(id) : Optional.empty();
        List<HazardAct> acts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Arrays.stream(HazardAct.values()).filter(hazard::offers).forEach(act -> {
            Obstacle obstacle = WhoMay.obstacle(hazard, act, caller, standing.today());
            if (obstacle == null) {
                acts.add(act);
            } else if (obstacle.missed()) {
                missing.add(obstacle.sentence());
            }
        });
        return new HazardPage(
                LedgerRow.of(hazard, standing, ledger.known(List.of(id)).getOrDefault(id, LedgerRow.Known.NOTHING)),
                NextStep.of(hazard, standing, recheck, reports.term(hazard)) + followUps.seenLast(hazard),
                acts,
                missing,
                caller.isStaff() || !OF_OFFICES.contains(hazard.getOrigin().getKind()),
                hazard.getState().isOpen() && BulkActs.mayUrge(caller),
                recheck.orElse(null),
                extensions.asked(id).orElse(null),
                among ? endings.proposed(id).orElse(null) : null,
                earlier.relapsesOf(id),
                attachments.of(hazard.source()).stream()
                        .filter(file -> isFor(caller, file))
                        .toList(),
                journal.timeline(hazard.source(), caller.scope()));
    }
}
