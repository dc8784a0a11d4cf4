package gassafety.accountability;

import gassafety.enforcement.SignedStep;
import gassafety.enforcement.Turn;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotNow;
import gassafety.web.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** 责任倒查线索; {@link ReviewFinder} writes the rows. Its department and a leader decide it, never somebody whom it is about. */
@Entity
class Review {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ReviewRule rule;

    @Column(updatable = false)
    private long hazardId;

    @Column(updatable = false)
    private String hazardNumber;

    @Column(updatable = false)
    private String problem;

    @Column(updatable = false)
    private long inspectionId;

    @Column(updatable = false)
    private String evidence;

    @Column(updatable = false)
    private LocalDate foundOn;

    @Column(updatable = false)
    private LocalDate explainBy;

    @Enumerated(EnumType.STRING)
    private ReviewState state = ReviewState.FOUND;

    @Column(insertable = false, updatable = false)
    private String search;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "review_party", joinColumns = @JoinColumn(name = "review_id"))
    @OrderColumn(name = "place")
    private List<ReviewParty> parties = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "review_step", joinColumns = @JoinColumn(name = "review_id"))
    @OrderColumn(name = "place")
    private List<SignedStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    /** Whether this person works on reviews of others: the department, and the leaders. */
    static boolean mayReview(Caller by) {
        return isDepartment(by) || isLeader(by);
    }

    static boolean isDepartment(Caller by) {
        return by.is(Role.DEPARTMENT) && by.office().isEnforcementDepartment();
    }

    static boolean isLeader(Caller by) {
        return by.is(Role.LEADER) && by.office().bureau().isTop();
    }

    boolean isAbout(Caller by) {
        return parties.stream().anyMatch(party -> party.is(by.accountId()));
    }

    private boolean hasStillToExplain(Caller by) {
        return parties.stream().anyMatch(party -> party.is(by.accountId()) && party.getExplanation() == null);
    }

    /** Steps that this person can take on this day. */
    List<ReviewStep> stepsOf(Caller by, LocalDate day) {
        return Arrays.stream(ReviewStep.values())
                .filter(step -> isOpenTo(step, by) && state.ways().containsKey(step) && isTimeFor(step, day))
                .toList();
    }

    private boolean isOpenTo(ReviewStep step, Caller by) {
        if (step == ReviewStep.EXPLAIN) {
            return hasStillToExplain(by);
        }
        return !isAbout(by) && (step.isLeaders() ? isLeader(by) : isDepartment(by));
    }

    /** Whether the parties' time to explain is over and they have not. */
    public boolean isUnexplainedInTime(LocalDate day) {
        return state == ReviewState.FOUND && explainBy.isBefore(day);
    }

    /** Nothing is decided before the parties have explained, or have had the time to. */
    private boolean isTimeFor(ReviewStep step, LocalDate day) {
        return state != ReviewState.FOUND || step == ReviewStep.EXPLAIN || isUnexplainedInTime(day);
    }

    void mustAllow(ReviewStep step, Caller by, LocalDate day) {
        if (step != ReviewStep.EXPLAIN && isAbout(by)) {
            throw new Forbidden("您是这条线索的当事人，不能参与办理。");
        }
        if (!isOpenTo(step, by) && !(step == ReviewStep.EXPLAIN && isAbout(by))) {
            throw new Forbidden("责任倒查由当事人说明，执法稽查科办理，局领导批准。");
        }
        if (!stepsOf(by, day).contains(step)) {
            throw new NotNow(
                    "这条线索现在是“" + state.getLabel() + "”，不能" + step.getLabel() + "。",
                    state.getNext() + (state == ReviewState.FOUND ? "，到 " + explainBy + " 为止。" : "。"),
                    getAddress());
        }
    }

    void take(ReviewStep step, Turn turn, LocalDate day, Instant now) {
        mustAllow(step, turn.by(), day);
        if (turn.opinion().isEmpty()) {
            throw new Refusal("opinion", "请填写" + step.getWords() + "。");
        }
        ReviewState next = Objects.requireNonNull(state.ways().get(step));
        steps.add(new SignedStep(step, turn, version, day, now));
        if (step == ReviewStep.EXPLAIN) {
            parties.stream()
                    .filter(party -> party.is(turn.by().accountId()))
                    .forEach(party -> party.explain(turn.opinion(), day));
            state = parties.stream().allMatch(party -> party.getExplanation() != null) ? next : state;
        } else {
            boolean checked = steps.stream().anyMatch(taken -> taken.is(ReviewStep.CHECK));
            state = next == ReviewState.EXPLAINED && checked ? ReviewState.CHECKED : next;
        }
    }

    Source source() {
        return new Source(SourceKind.REVIEW, id);
    }

    /** A step as it was taken, in words. */
    record Taken(String label, SignedStep step) {}

    List<Taken> taken() {
        return steps.stream()
                .map(step -> new Taken(
                        Arrays.stream(ReviewStep.values())
                                .filter(step::is)
                                .map(ReviewStep::getLabel)
                                .findFirst()
                                .orElseThrow(),
                        step))
                .toList();
    }

    List<SignedStep> steps() {
        return List.copyOf(steps);
    }

    public List<ReviewParty> getParties() {
        return List.copyOf(parties);
    }

    public String getNames() {
        return getParties().stream().map(ReviewParty::getName).collect(Collectors.joining("、"));
    }

    public String getAddress() {
        return SourceKind.REVIEW.address(id);
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public ReviewRule getRule() {
        return rule;
    }

    public long getHazardId() {
        return hazardId;
    }

    public String getHazardNumber() {
        return hazardNumber;
    }

    public String getProblem() {
        return problem;
    }

    /** The record that was signed in order; 0 where there is none. */
    public long getInspectionId() {
        return inspectionId;
    }

    public String getEvidence() {
        return evidence;
    }

    public LocalDate getFoundOn() {
        return foundOn;
    }

    public LocalDate getExplainBy() {
        return explainBy;
    }

    public ReviewState getState() {
        return state;
    }

    public String getUnitName() {
        return String.valueOf(custody.getEnterpriseName());
    }
}
