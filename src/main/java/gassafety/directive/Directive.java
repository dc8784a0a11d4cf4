package gassafety.directive;

import gassafety.enforcement.Service;
import gassafety.enforcement.ServiceWay;
import gassafety.enforcement.SignedStep;
import gassafety.enforcement.Turn;
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
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
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
import org.jspecify.annotations.Nullable;

/** A 特种设备安全监察指令书 or a 责令改正通知书: drafted by an office, issued by its bureau. */
@Entity
class Directive {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private DirectiveKind kind;

    private long bureauId;
    private String draftKey;
    private long draftedById;
    private LocalDate draftedOn;
    private String problems;
    private String provision;
    private String measures;
    private LocalDate due;
    private @Nullable Long inspectionId;

    @ElementCollection
    @CollectionTable(name = "directive_hazard", joinColumns = @JoinColumn(name = "directive_id"))
    @Column(name = "hazard_id")
    private Set<Long> hazards = new HashSet<>();

    @Enumerated(EnumType.STRING)
    private DirectiveStage stage = DirectiveStage.DRAFT;

    private @Nullable String number;
    private @Nullable String issuer;
    private @Nullable String addressee;
    private @Nullable LocalDate issuedOn;
    private @Nullable LocalDate servedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ServiceWay serviceWay;

    private @Nullable String receiver;

    @Column(insertable = false, updatable = false)
    private @Nullable String searched;

    @ElementCollection
    @CollectionTable(name = "directive_step", joinColumns = @JoinColumn(name = "directive_id"))
    @OrderColumn(name = "place")
    private List<SignedStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Directive() {}

    @SuppressWarnings("NullAway.Init")
    Directive(Caller by, Custody custody, DirectiveKind kind, String draftKey, DirectiveText text, LocalDate day) {
        this.custody = custody;
        this.kind = kind;
        this.bureauId = by.office().bureau().getId();
        this.draftKey = draftKey;
        this.draftedById = by.accountId();
        this.draftedOn = day;
        write(text);
    }

    static boolean mayDraft(Caller by) {
        return by.isAny(Role.INSPECTOR, Role.FIELD_OFFICE_HEAD, Role.COUNTY_SPECIAL_SECTION, Role.COUNTY_ENFORCEMENT);
    }

    /** Whether this person may take this step now. */
    boolean allows(DirectiveStep step, Caller by) {
        return stage.ways().containsKey(step) && belongsTo(step, by) && !isTheirOwn(step, by);
    }

    private boolean belongsTo(DirectiveStep step, Caller by) {
        return switch (step) {
            case PROPOSE, SERVE -> isOfOffice(by);
            case ISSUE, RETURN, WITHDRAW ->
                by.is(Role.HEAD) && by.office().bureau().getId() == bureauId;
        };
    }

    /** Nobody signs what they drafted or proposed themselves. */
    private boolean isTheirOwn(DirectiveStep step, Caller by) {
        boolean signing = step == DirectiveStep.ISSUE || step == DirectiveStep.RETURN;
        return signing
                && (draftedById == by.accountId()
                        || steps.stream()
                                .anyMatch(taken -> taken.is(DirectiveStep.PROPOSE) && taken.isBy(by.accountId())));
    }

    boolean mayBeEditedBy(Caller by) {
        return stage == DirectiveStage.DRAFT && isOfOffice(by);
    }

    private boolean isOfOffice(Caller by) {
        return mayDraft(by) && by.office().getId() == custody.getOfficeId();
    }

    boolean says(DirectiveText text) {
        return problems.equals(text.problems())
                && provision.equals(text.provision())
                && measures.equals(text.measures())
                && due.equals(text.due())
                && hazards.equals(text.hazards());
    }

    void rewrite(Caller by, DirectiveText text) {
        mustBeEditableBy(by);
        write(text);
    }

    void mustBeEditableBy(Caller by) {
        if (!isOfOffice(by)) {
            throw new Forbidden("只有起草单位的人员可以修改草稿。");
        }
        if (stage != DirectiveStage.DRAFT) {
            throw notNow("修改草稿");
        }
    }

    /** @throws Forbidden when none of the steps is this person's work, wherever the directive stands */
    void mustBeWorkOf(Caller by, Collection<DirectiveStep> any) {
        if (any.stream().noneMatch(step -> belongsTo(step, by))) {
            throw new Forbidden("按您的岗位，不能办理这份" + kind.getShortLabel() + "的" + labels(any) + "。");
        }
    }

    /** What {@link #take} would refuse to this person before anything is typed, for one of the steps at least. */
    void mustAllow(Caller by, Collection<DirectiveStep> any) {
        mustBeWorkOf(by, any);
        if (any.stream().noneMatch(stage.ways()::containsKey)) {
            throw notNow(labels(any));
        }
        if (any.stream().noneMatch(step -> allows(step, by))) {
            throw new Forbidden("起草和签发须由不同的人办理。");
        }
    }

    private static String labels(Collection<DirectiveStep> steps) {
        return steps.stream().map(DirectiveStep::getLabel).collect(Collectors.joining("、"));
    }

    private NotNow notNow(String act) {
        return new NotNow(
                kind.getShortLabel() + "现在是“" + stage.getLabel() + "”，不能" + act + "。",
                stage.getNext() + "。",
                SourceKind.DIRECTIVE.address(id));
    }

    private void write(DirectiveText text) {
        problems = text.problems();
        provision = text.provision();
        measures = text.measures();
        due = text.due();
        inspectionId = text.inspectionId();
        hazards.clear();
        hazards.addAll(text.hazards());
    }

    /** Takes a step; what else belongs to the step is written by the verbs below. */
    void take(DirectiveStep step, Turn turn, LocalDate day, Instant now) {
        mustAllow(turn.by(), List.of(step));
        if (step.isReasoned() && turn.opinion().isEmpty()) {
            throw new Refusal("opinion", "请填写意见。");
        }
        steps.add(new SignedStep(step, turn, version, day, now));
        stage = Objects.requireNonNull(stage.ways().get(step));
    }

    /** @return the letter, which from now on says the same whatever becomes of the names in it */
    DirectiveLetter issue(String bureau, String givenNumber, String unit, LocalDate day) {
        issuer = bureau;
        number = givenNumber;
        addressee = unit;
        issuedOn = day;
        return new DirectiveLetter(kind, bureau, givenNumber, unit, text(), day);
    }

    /** The letter as it was issued; empty before that. */
    Optional<DirectiveLetter> letter() {
        return issuer == null || number == null || addressee == null || issuedOn == null
                ? Optional.empty()
                : Optional.of(new DirectiveLetter(kind, issuer, number, addressee, text(), issuedOn));
    }

    void serve(Service service) {
        custody.showToUnit();
        servedOn = service.servedOn();
        serviceWay = service.way();
        receiver = service.receiver();
    }

    DirectiveText text() {
        return new DirectiveText(problems, provision, measures, due, hazards, inspectionId);
    }

    List<SignedStep> steps() {
        return List.copyOf(steps);
    }

    long unitId() {
        return Objects.requireNonNull(custody.getEnterpriseId());
    }

    long getId() {
        return id;
    }

    int getVersion() {
        return version;
    }

    Custody getCustody() {
        return custody;
    }

    DirectiveKind getKind() {
        return kind;
    }

    long getBureauId() {
        return bureauId;
    }

    DirectiveStage getStage() {
        return stage;
    }

    LocalDate getDraftedOn() {
        return draftedOn;
    }

    LocalDate getDue() {
        return due;
    }

    String getProblems() {
        return problems;
    }

    @Nullable
    Long getInspectionId() {
        return inspectionId;
    }

    @Nullable
    String getNumber() {
        return number;
    }

    @Nullable
    LocalDate getIssuedOn() {
        return issuedOn;
    }

    @Nullable
    LocalDate getServedOn() {
        return servedOn;
    }

    @Nullable
    ServiceWay getServiceWay() {
        return serviceWay;
    }

    @Nullable
    String getReceiver() {
        return receiver;
    }
}
