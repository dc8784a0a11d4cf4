package gassafety.hazard;

import gassafety.checklist.MeasurePhrases;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.web.Stale;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something found wrong at a unit, with a person, a term and a measure until it is gone. What was done to it, by whom
 * and why stands in rows of its own (a table for each kind of act); here stands what follows from them.
 */
@Entity
class Hazard {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String number;

    @Embedded
    private Origin origin;

    @Embedded
    private Custody custody;

    private String problem;
    private String responsible;
    private String measure;
    private boolean onTheSpot;

    @Enumerated(EnumType.STRING)
    private HazardLevel level;

    @Enumerated(EnumType.STRING)
    private HazardState state = HazardState.REGISTERED;

    private @Nullable LocalDate due;
    private @Nullable LocalDate firstDue;
    private @Nullable LocalDate reportedOn;
    private @Nullable Long reporterId;
    private @Nullable LocalDate recheckDue;
    private @Nullable Long recheckerId;
    private int failedRechecks;
    private int extensions;
    private @Nullable Long extensionById;
    private @Nullable Long endingById;
    private @Nullable LocalDate determinedOn;
    private @Nullable String reportNumber;
    private @Nullable LocalDate endedOn;
    private boolean extensionToRead;
    private @Nullable LocalDate supervisedUntil;
    private @Nullable LocalDate receiptOn;
    private @Nullable LocalDate liftedOn;

    @Column(insertable = false, updatable = false)
    private boolean open;

    @Column(updatable = false)
    private String keptNumber = "";

    @Column(insertable = false, updatable = false)
    private String search;

    @SuppressWarnings("NullAway.Init")
    protected Hazard() {}

    @SuppressWarnings("NullAway.Init")
    Hazard(String number, Finding finding, Custody custody) {
        this.number = number;
        this.origin = new Origin(finding);
        this.custody = custody;
        problem = finding.problem();
        responsible = finding.responsible();
        measure = finding.measure();
        onTheSpot = finding.onTheSpot();
        level = finding.proposedMajor() ? HazardLevel.PROPOSED_MAJOR : HazardLevel.GENERAL;
        due = finding.due();
        firstDue = finding.due();
        move(HazardAct.ORDER, onTheSpot ? HazardState.ON_THE_SPOT : HazardState.RECTIFYING);
    }

    /** A hazard that an office kept in a ledger of its own, in the state that it has there. */
    @SuppressWarnings("NullAway.Init")
    Hazard(String number, KeptHazard kept, SourceRef source, Custody custody, @Nullable LocalDate recheckBy) {
        this.number = number;
        keptNumber = kept.number();
        this.origin = new Origin(kept, source);
        this.custody = custody;
        problem = kept.problem();
        responsible = kept.responsible();
        measure = kept.measure();
        onTheSpot = kept.state() == HazardState.ON_THE_SPOT;
        level = kept.level();
        state = kept.state();
        due = kept.due();
        firstDue = kept.due();
        reportedOn = kept.reportedOn();
        recheckDue = recheckBy;
        failedRechecks = kept.failedRechecks();
        extensions = kept.extensions();
        determinedOn = kept.determinedOn();
        reportNumber = kept.reportNumber();
        endedOn = kept.endedOn();
    }

    /** @param reporter whose report it is; null when it is the unit's own signed paper that staff only typed in */
    void rectify(LocalDate day, @Nullable Caller reporter, LocalDate recheckBy) {
        move(HazardAct.RECTIFY, HazardState.AWAITING_RECHECK);
        reportedOn = day;
        reporterId = reporter == null ? null : reporter.accountId();
        recheckDue = recheckBy;
        extensionById = null;
    }

    void proposeRecheck(Caller first) {
        move(HazardAct.RECHECK, state);
        recheckerId = first.accountId();
    }

    /** Both officers found it gone. */
    void passRecheck() {
        move(HazardAct.COUNTERSIGN, HazardState.AWAITING_CLOSURE);
        recheckerId = null;
    }

    /**
     * Both officers found it not gone. The term stays what it was, or a recheck would be a way round the approval of
     * an extension; only what should have gone on the spot gets its first term now.
     */
    void failRecheck(@Nullable LocalDate firstTerm) {
        move(HazardAct.COUNTERSIGN, HazardState.RECTIFYING);
        failedRechecks++;
        recheckerId = null;
        if (onTheSpot && firstTerm != null) {
            onTheSpot = false;
            due = firstTerm;
        }
    }

    /** The second officer saw something else than the first: the recheck is done again. */
    void disputeRecheck() {
        move(HazardAct.COUNTERSIGN, HazardState.AWAITING_RECHECK);
        recheckerId = null;
    }

    /** The 所长 confirms that it is gone, and for a major one 特设科 after that. */
    void close(LocalDate day) {
        boolean last = level != HazardLevel.MAJOR || state == HazardState.AWAITING_SECTION;
        move(HazardAct.CLOSE, last ? HazardState.CLOSED : HazardState.AWAITING_SECTION);
        if (last) {
            end(day);
        }
    }

    void determine(LocalDate day, boolean major) {
        move(HazardAct.DETERMINE, state);
        level = major ? HazardLevel.MAJOR : HazardLevel.GENERAL;
        determinedOn = day;
    }

    void reportUp(String documentNumber) {
        move(HazardAct.REPORT_UP, state);
        reportNumber = documentNumber;
    }

    void supervise(LocalDate until) {
        move(HazardAct.SUPERVISE, state);
        supervisedUntil = until;
    }

    /** @param completeOn today, when all to whom it was reported have now given their receipt */
    void receipt(@Nullable LocalDate completeOn) {
        move(HazardAct.RECEIPT, state);
        receiptOn = completeOn;
    }

    void lift(LocalDate day) {
        move(HazardAct.LIFT, state);
        liftedOn = day;
    }

    void requestExtension(Caller by) {
        move(HazardAct.REQUEST_EXTENSION, state);
        extensionById = by.accountId();
    }

    /** Nobody waits for an extension any more; one that was granted is given its new day by {@link #extend}. */
    void decideExtension() {
        move(HazardAct.DECIDE_EXTENSION, state);
        extensionById = null;
    }

    /** @param until what keeps it safe until the new day, from now on */
    void extend(LocalDate newDue, String until) {
        due = newDue;
        measure = until;
        extensions++;
        extensionToRead = level == HazardLevel.MAJOR;
    }

    /** The campaign office has read where it stands. */
    void review() {
        move(HazardAct.REVIEW, state);
        extensionToRead = false;
    }

    void proposeEnding(Caller by) {
        move(HazardAct.PROPOSE_ENDING, state);
        endingById = by.accountId();
    }

    /** @param ending how it ends, or null when the proposal is turned down and it goes on */
    void decideEnding(@Nullable HazardState ending, LocalDate day) {
        move(HazardAct.DECIDE_ENDING, ending == null ? state : ending);
        endingById = null;
        if (ending != null) {
            end(day);
        }
    }

    /** Whether this can be done to it now, by whoever may. */
    boolean offers(HazardAct act) {
        return state.ways().containsKey(act)
                && switch (act) {
                    case RECHECK -> recheckerId == null;
                    case COUNTERSIGN -> recheckerId != null;
                    case DETERMINE -> level == HazardLevel.PROPOSED_MAJOR;
                    case REPORT_UP -> level == HazardLevel.MAJOR && reportNumber == null;
                    case REQUEST_EXTENSION -> extensionById == null;
                    case DECIDE_EXTENSION -> extensionById != null;
                    case PROPOSE_ENDING -> endingById == null;
                    case DECIDE_ENDING -> endingById != null;
                    case CHECK_MEASURE -> !measure.isBlank() && !measure.equals(MeasurePhrases.PAPERS_ONLY);
                    case SUPERVISE -> level == HazardLevel.MAJOR && supervisedUntil == null;
                    case RECEIPT -> reportNumber != null && receiptOn == null && liftedOn == null;
                    case LIFT -> reportNumber != null && liftedOn == null;
                    case ORDER, RECTIFY, CLOSE, REVIEW -> true;
                };
    }

    void mustOffer(HazardAct act) {
        if (!offers(act)) {
            throw new Stale("这条隐患现在是“" + state.getLabel() + "”，不能" + act.getLabel() + "；可能已有人办理。");
        }
    }

    private void end(LocalDate day) {
        endedOn = day;
        endingById = null;
        extensionById = null;
        recheckerId = null;
        extensionToRead = false;
    }

    private void move(HazardAct act, HazardState next) {
        mustOffer(act);
        if (!state.ways().getOrDefault(act, Set.of()).contains(next)) {
            throw new IllegalStateException(state + " does not lead to " + next + " by " + act);
        }
        state = next;
    }

    void mustStillBe(int seenVersion) {
        if (version != seenVersion) {
            throw new Stale("您打开页面之后，这条隐患已被别人办理，现在是“" + state.getLabel() + "”。");
        }
    }

    /** Whether the caller acts for the unit, not for an office. */
    boolean isOwnOf(Caller caller) {
        return caller.enterpriseId() != null && caller.enterpriseId().equals(custody.getEnterpriseId());
    }

    Source source() {
        return new Source(SourceKind.HAZARD, id);
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getNumber() {
        return number;
    }

    public Origin getOrigin() {
        return origin;
    }

    public Custody getCustody() {
        return custody;
    }

    public String getProblem() {
        return problem;
    }

    public String getResponsible() {
        return responsible;
    }

    public String getMeasure() {
        return measure;
    }

    public boolean isOnTheSpot() {
        return onTheSpot;
    }

    public HazardLevel getLevel() {
        return level;
    }

    public HazardState getState() {
        return state;
    }

    public @Nullable LocalDate getDue() {
        return due;
    }

    public @Nullable LocalDate getFirstDue() {
        return firstDue;
    }

    public @Nullable LocalDate getReportedOn() {
        return reportedOn;
    }

    public @Nullable Long getReporterId() {
        return reporterId;
    }

    public @Nullable LocalDate getRecheckDue() {
        return recheckDue;
    }

    public @Nullable Long getRecheckerId() {
        return recheckerId;
    }

    public int getFailedRechecks() {
        return failedRechecks;
    }

    public int getExtensions() {
        return extensions;
    }

    public @Nullable Long getExtensionById() {
        return extensionById;
    }

    public @Nullable Long getEndingById() {
        return endingById;
    }

    public @Nullable LocalDate getDeterminedOn() {
        return determinedOn;
    }

    public @Nullable String getReportNumber() {
        return reportNumber;
    }

    /** By when it must be gone under 挂牌督办; null when it is not supervised. */
    public @Nullable LocalDate getSupervisedUntil() {
        return supervisedUntil;
    }

    /** Its number in the ledger that it was taken over from; empty for none. */
    public String getKeptNumber() {
        return keptNumber;
    }

    public @Nullable LocalDate getReceiptOn() {
        return receiptOn;
    }

    public @Nullable LocalDate getLiftedOn() {
        return liftedOn;
    }

    public @Nullable LocalDate getEndedOn() {
        return endedOn;
    }

    public long getEnterpriseId() {
        return custody.getEnterpriseId() == null ? 0 : custody.getEnterpriseId();
    }

    public String getEnterpriseName() {
        return custody.getEnterpriseName() == null ? "" : custody.getEnterpriseName();
    }
}
