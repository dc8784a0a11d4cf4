package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.journal.LicenceState;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Office;
import gassafety.register.EnterpriseRole;
import gassafety.register.Unit;
import gassafety.web.Forbidden;
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
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * One list of a visit to a unit: the unit as it was that day, who inspected, and where the record stands. A visit with
 * several lists has several of these, see {@link VisitLists}.
 */
@Entity
class Inspection {

    /** No campaign inspection is older: the first day of the campaign. */
    static final LocalDate CAMPAIGN_START = LocalDate.of(2023, 9, 1);

    private static final String STATION = "FILLING_STATION";
    private static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    private String officeName;
    private String unitCreditCode;
    private String unitAddress;
    private long checklistId;
    private String checklistCode;
    private String checklistTitle;
    private String role;

    @Enumerated(EnumType.STRING)
    private @Nullable LicenceState licenceState;

    private LocalDate visitDay;
    private String cameraNumber;

    @Enumerated(EnumType.STRING)
    private InspectionStatus status = InspectionStatus.IN_PROGRESS;

    private @Nullable Integer findings;
    private @Nullable String terminationReason;
    private long startedBy;
    private Instant startedAt;
    private String startKey;

    @Column(updatable = false)
    private @Nullable Long firstListId;

    private @Nullable Integer visitNumber;

    /** What a search looks in; the same expression as the index over it. */
    @Formula("enterprise_name || ' ' || unit_credit_code || ' ' || unit_address")
    private String search;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "inspection_inspector", joinColumns = @JoinColumn(name = "inspection_id"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    private List<Inspector> inspectors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Inspection() {}

    /** @param inspectors the lead inspector first: the inspection is an act of that person's office */
    @SuppressWarnings("NullAway.Init")
    Inspection(
            Custody custody,
            Unit unit,
            Checklist checklist,
            LicenceState licence,
            LocalDate visitDay,
            String cameraNumber,
            List<Caller> inspectors,
            Instant now,
            String startKey) {
        Caller lead = inspectors.get(0);
        this.custody = custody.hiddenFromUnit();
        this.officeName = lead.office().getShortName();
        this.unitCreditCode = unit.creditCode();
        this.unitAddress = unit.address();
        this.checklistId = checklist.id();
        this.checklistCode = checklist.code();
        this.checklistTitle = checklist.title();
        this.role = checklist.role();
        this.licenceState = STATION.equals(checklist.role()) ? licence : null;
        this.visitDay = visitDay;
        this.cameraNumber = cameraNumber;
        this.startedBy = lead.accountId();
        this.startedAt = now;
        this.startKey = startKey;
        inspectors.forEach(person -> this.inspectors.add(new Inspector(person)));
    }

    /** A further list of the visit that another one belongs to, by the same inspectors. */
    @SuppressWarnings("NullAway.Init")
    Inspection(Inspection first, Checklist checklist, LicenceState licence, Caller by, Instant now, String startKey) {
        this.custody = first.custody.another().hiddenFromUnit();
        this.officeName = first.officeName;
        this.unitCreditCode = first.unitCreditCode;
        this.unitAddress = first.unitAddress;
        this.checklistId = checklist.id();
        this.checklistCode = checklist.code();
        this.checklistTitle = checklist.title();
        this.role = checklist.role();
        this.licenceState = STATION.equals(checklist.role()) ? licence : null;
        this.visitDay = first.visitDay;
        this.cameraNumber = first.cameraNumber;
        this.startedBy = by.accountId();
        this.startedAt = now;
        this.startKey = startKey;
        this.firstListId = first.getVisitId();
        first.inspectors.stream().filter(Objects::nonNull).forEach(this.inspectors::add);
    }

    /** From the first signature on, nothing of what was answered may change. */
    void freeze() {
        become(InspectionStatus.TO_SIGN);
    }

    /** Ends the signing; from now on the unit may read the record. */
    void complete(boolean signedByUnit, int nonconforming, int numberOfVisit) {
        become(signedByUnit ? InspectionStatus.SIGNED : InspectionStatus.NOT_SIGNED_BY_UNIT);
        visitNumber = numberOfVisit;
        findings = nonconforming;
        custody.showToUnit();
    }

    /** Everything it found has been dealt with. */
    void close() {
        become(InspectionStatus.CLOSED);
    }

    /** Breaks it off: the unit was closed, or the visit could not be held. It counts nowhere. */
    void terminate(String reason) {
        if (!status.mayBecome(InspectionStatus.TERMINATED)) {
            throw new Settled(status);
        }
        become(InspectionStatus.TERMINATED);
        terminationReason = Texts.required("reason", reason, LONGEST_REASON, "终止理由");
    }

    private void become(InspectionStatus next) {
        if (!status.mayBecome(next)) {
            throw new Refusal("这次检查已是“" + status.getLabel() + "”，不能再变为“" + next.getLabel() + "”。");
        }
        status = next;
    }

    /** Whether this person inspects here, and has not withdrawn. */
    public boolean isInspectedBy(Caller person) {
        return getActiveInspectors().stream().anyMatch(inspector -> inspector.getAccountId() == person.accountId());
    }

    boolean hasDeclared(Caller person) {
        return inspector(person).isDeclared();
    }

    void join(Caller person) {
        if (inspectors.stream().anyMatch(inspector -> inspector.getAccountId() == person.accountId())) {
            throw new Refusal("inspector", person.name() + "已经是这次检查的检查人员，或已经回避。");
        }
        inspectors.add(new Inspector(person));
    }

    private Inspector inspector(Caller person) {
        return getActiveInspectors().stream()
                .filter(inspector -> inspector.getAccountId() == person.accountId())
                .findFirst()
                .orElseThrow();
    }

    void requireInspector(Caller person) {
        if (!isInspectedBy(person)) {
            throw new Forbidden("只有这次检查的检查人员可以填写、签字或终止。");
        }
    }

    boolean belongsTo(Office office) {
        return custody.getOfficeId() == office.getId();
    }

    /** Names of the inspectors as lists show them: 演示员甲、演示员乙. */
    public String getInspectorNames() {
        return getActiveInspectors().stream().map(Inspector::getName).collect(Collectors.joining("、"));
    }

    public long getId() {
        return id;
    }

    /** Id of the first list of the visit: its own when it is the first or the only one. */
    long getVisitId() {
        return firstListId == null ? id : firstListId;
    }

    /** Which visit to the unit in the campaign this was; null until it is signed. */
    public @Nullable Integer getVisitNumber() {
        return visitNumber;
    }

    public Custody getCustody() {
        return custody;
    }

    public long getUnitId() {
        return Objects.requireNonNull(custody.getEnterpriseId());
    }

    public String getUnitName() {
        return Objects.requireNonNull(custody.getEnterpriseName());
    }

    public String getOfficeName() {
        return officeName;
    }

    public String getUnitCreditCode() {
        return unitCreditCode;
    }

    public String getUnitAddress() {
        return unitAddress;
    }

    public long getChecklistId() {
        return checklistId;
    }

    String getChecklistCode() {
        return checklistCode;
    }

    public String getChecklistTitle() {
        return checklistTitle;
    }

    public String getRole() {
        return role;
    }

    /** The role as people say it, by which the lists of a visit are told apart. */
    public String getRoleLabel() {
        return EnterpriseRole.valueOf(role).getLabel();
    }

    public @Nullable LicenceState getLicenceState() {
        return licenceState;
    }

    public LocalDate getVisitDay() {
        return visitDay;
    }

    public String getCameraNumber() {
        return cameraNumber;
    }

    /** Notes which body camera was worn, as long as nobody signed. */
    void wear(String camera) {
        cameraNumber = camera;
    }

    public InspectionStatus getStatus() {
        return status;
    }

    public @Nullable Integer getFindings() {
        return findings;
    }

    public @Nullable String getTerminationReason() {
        return terminationReason;
    }

    /** Everyone who began or joined it, those too who have withdrawn. */
    public List<Inspector> getInspectors() {
        return inspectors;
    }

    /** Those who inspect and sign. */
    public List<Inspector> getActiveInspectors() {
        return inspectors.stream()
                .filter(inspector -> inspector != null && !inspector.isWithdrawn())
                .toList();
    }
}
