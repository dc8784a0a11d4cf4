package gassafety.enforcement;

import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotNow;
import gassafety.web.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A case (案件) against one unit, handled by the bureau of the office that drafted it. */
@Entity
class EnforcementCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    private long bureauId;
    private String draftKey;
    private long draftedById;
    private LocalDate draftedOn;
    private String cause;
    private String facts;
    private String provision;
    private @Nullable Long inspectionId;

    @ElementCollection
    @CollectionTable(name = "case_hazard", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "hazard_id")
    private Set<Long> hazards = new HashSet<>();

    @Enumerated(EnumType.STRING)
    private CaseStage stage = CaseStage.DRAFT;

    private @Nullable String caseNumber;
    private @Nullable LocalDate filedOn;
    private @Nullable Long handlerId;
    private @Nullable String handlerName;
    private @Nullable String decisionNumber;
    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate servedOn;
    private @Nullable String serviceWay;
    private @Nullable String receiver;
    private @Nullable LocalDate closedOn;
    private @Nullable String outcome;
    private @Nullable BigDecimal finePaid;

    @Column(insertable = false, updatable = false)
    private @Nullable String searched;

    @BatchSize(size = 50)
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<Decision> decisions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "case_step", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "place")
    private List<SignedStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected EnforcementCase() {}

    @SuppressWarnings("NullAway.Init")
    EnforcementCase(Caller by, Custody custody, String draftKey, CaseDraft draft, LocalDate day) {
        this.custody = custody;
        this.bureauId = by.office().bureau().getId();
        this.draftKey = draftKey;
        this.draftedById = by.accountId();
        this.draftedOn = day;
        write(draft);
    }

    /** Whether this person may take this step now, on a case where it stands. */
    boolean allows(CaseStep step, Caller by) {
        return stage.ways().containsKey(step) && belongsTo(step, by) && !isTheirOwn(step, by.accountId());
    }

    private boolean belongsTo(CaseStep step, Caller by) {
        if (step == CaseStep.PROPOSE_FILING) {
            return isDraftOf(by);
        }
        return by.is(step.role()) && by.office().bureau().getId() == bureauId;
    }

    /** The law wants two people: nobody approves or reviews what they proposed or handle themselves. */
    private boolean isTheirOwn(CaseStep step, long account) {
        return switch (step) {
            case FILE, RETURN_FILING, DECLINE ->
                last(CaseStep.PROPOSE_FILING)
                        .map(proposal -> proposal.isBy(account))
                        .orElse(false);
            case PASS_REVIEW, RETURN_REVIEW -> isHandledBy(account) || isProposedBy(account);
            case DECIDE, RETURN_DECISION -> isProposedBy(account);
            default -> false;
        };
    }

    private boolean isProposedBy(long account) {
        return decision().map(decision -> decision.isProposedBy(account)).orElse(false);
    }

    boolean isDraftedBy(long account) {
        return draftedById == account;
    }

    boolean isHandledBy(long account) {
        return handlerId != null && handlerId == account;
    }

    /** Drafts are finished by people of the office that began them. */
    boolean mayBeEditedBy(Caller by) {
        return stage == CaseStage.DRAFT && isDraftOf(by);
    }

    private boolean isDraftOf(Caller by) {
        return mayDraft(by) && by.office().getId() == custody.getOfficeId();
    }

    static boolean mayDraft(Caller by) {
        return by.isAny(Role.INSPECTOR, Role.FIELD_OFFICE_HEAD, Role.COUNTY_ENFORCEMENT);
    }

    void rewrite(Caller by, CaseDraft draft) {
        mustBeEditableBy(by);
        write(draft);
    }

    void mustBeEditableBy(Caller by) {
        if (!isDraftOf(by)) {
            throw new Forbidden("只有起草单位的人员可以修改草稿。");
        }
        if (stage != CaseStage.DRAFT) {
            throw notNow("修改草稿");
        }
    }

    /** @throws Forbidden when none of the steps is this person's work, wherever the case stands */
    void mustBeWorkOf(Caller by, Collection<CaseStep> any) {
        if (any.stream().noneMatch(step -> belongsTo(step, by))) {
            throw new Forbidden("按您的岗位，不能办理这个案件的" + labels(any) + "。");
        }
    }

    /** What {@link #take} would refuse to this person before anything is typed, for one of the steps at least. */
    void mustAllow(Caller by, Collection<CaseStep> any) {
        mustBeWorkOf(by, any);
        if (any.stream().noneMatch(stage.ways()::containsKey)) {
            throw notNow(labels(any));
        }
        if (any.stream().noneMatch(step -> allows(step, by))) {
            throw new Forbidden("提出和审核、审批须由不同的人办理，您不能" + labels(any) + "自己提出或承办的案件。");
        }
    }

    private static String labels(Collection<CaseStep> steps) {
        return steps.stream().map(CaseStep::getLabel).collect(Collectors.joining("、"));
    }

    private NotNow notNow(String act) {
        return new NotNow(
                "案件现在是“" + stage.getLabel() + "”，不能" + act + "。", stage.getNext() + "。", SourceKind.CASE.address(id));
    }

    /** Whether the draft already says this. */
    boolean says(CaseDraft draft) {
        return cause.equals(draft.cause())
                && facts.equals(draft.facts())
                && provision.equals(draft.provision())
                && hazards.equals(draft.hazards());
    }

    private void write(CaseDraft draft) {
        cause = draft.cause();
        facts = draft.facts();
        provision = draft.provision();
        inspectionId = draft.inspectionId();
        hazards.clear();
        hazards.addAll(draft.hazards());
    }

    /** Takes a step; what else belongs to the step is written by the verbs below. */
    void take(CaseStep step, Turn turn, LocalDate day, Instant now) {
        mustAllow(turn.by(), List.of(step));
        if (step.isReasoned() && turn.opinion().isEmpty()) {
            throw new Refusal("opinion", "请填写意见。");
        }
        steps.add(new SignedStep(step, turn, version, day, now));
        stage = Objects.requireNonNull(stage.ways().get(step));
    }

    void file(String number, LocalDate day, Caller handler) {
        caseNumber = number;
        filedOn = day;
        handlerId = handler.accountId();
        handlerName = handler.name();
    }

    void propose(Decision decision) {
        decisions.add(decision);
    }

    void decide(String number, LocalDate day) {
        decisionNumber = number;
        decidedOn = day;
    }

    void serve(Service service) {
        servedOn = service.servedOn();
        serviceWay = service.way().name();
        receiver = service.receiver();
    }

    void close(LocalDate day, String result, @Nullable BigDecimal paid) {
        closedOn = day;
        outcome = result;
        finePaid = paid;
    }

    Optional<SignedStep> last(CaseStep step) {
        return steps.stream().filter(taken -> taken.is(step)).reduce((first, second) -> second);
    }

    /** The latest ruling that was proposed. */
    Optional<Decision> decision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }

    List<SignedStep> steps() {
        return List.copyOf(steps);
    }

    Set<Long> hazards() {
        return Set.copyOf(hazards);
    }

    long getId() {
        return id;
    }

    int getVersion() {
        return version;
    }

    long unitId() {
        return Objects.requireNonNull(custody.getEnterpriseId());
    }

    Custody getCustody() {
        return custody;
    }

    long getBureauId() {
        return bureauId;
    }

    LocalDate getDraftedOn() {
        return draftedOn;
    }

    String getCause() {
        return cause;
    }

    String getFacts() {
        return facts;
    }

    String getProvision() {
        return provision;
    }

    @Nullable
    Long getInspectionId() {
        return inspectionId;
    }

    CaseStage getStage() {
        return stage;
    }

    @Nullable
    String getCaseNumber() {
        return caseNumber;
    }

    @Nullable
    LocalDate getFiledOn() {
        return filedOn;
    }

    @Nullable
    String getHandlerName() {
        return handlerName;
    }

    @Nullable
    String getDecisionNumber() {
        return decisionNumber;
    }

    @Nullable
    LocalDate getDecidedOn() {
        return decidedOn;
    }

    @Nullable
    LocalDate getServedOn() {
        return servedOn;
    }

    @Nullable
    String getServiceWay() {
        return serviceWay;
    }

    @Nullable
    String getReceiver() {
        return receiver;
    }

    @Nullable
    LocalDate getClosedOn() {
        return closedOn;
    }

    @Nullable
    String getOutcome() {
        return outcome;
    }

    @Nullable
    BigDecimal getFinePaid() {
        return finePaid;
    }
}
