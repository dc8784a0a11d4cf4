package gassafety.lookback;

import gassafety.hazard.HazardLevel;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotNow;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A closed hazard that was drawn, until two officials have signed what they saw of it. The draw writes the rows. */
@Entity
class Lookback {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    @Column(updatable = false)
    private long drawId;

    @Column(updatable = false)
    private long hazardId;

    @Column(updatable = false)
    private String hazardNumber;

    @Column(updatable = false)
    private String problem;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private HazardLevel level;

    @Column(updatable = false)
    private int phase;

    @Column(updatable = false)
    private LocalDate foundOn;

    @Column(updatable = false)
    private LocalDate closedOn;

    @Column(updatable = false)
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    private LookbackState state;

    private @Nullable Long writerId;
    private @Nullable LocalDate visitedOn;
    private @Nullable Long relapseId;

    @Column(insertable = false, updatable = false)
    private String search;

    @SuppressWarnings("NullAway.Init")
    protected Lookback() {}

    /** Inspectors, and the sections that draw. */
    static boolean mayVisit(Caller caller) {
        return caller.isAny(Role.INSPECTOR, Role.COUNTY_SPECIAL_SECTION, Role.CAMPAIGN_OFFICE);
    }

    boolean isToVisitBy(Caller caller) {
        return state == LookbackState.DRAWN && mayVisit(caller);
    }

    boolean isToSignBy(Caller caller) {
        return state == LookbackState.WRITTEN && mayVisit(caller) && !isWrittenBy(caller);
    }

    private boolean isWrittenBy(Caller caller) {
        return Objects.equals(writerId, caller.accountId());
    }

    void mustBeToVisitBy(Caller caller) {
        mustVisit(caller);
        mustBe(LookbackState.DRAWN, "填写回头看结果");
    }

    void mustBeToSignBy(Caller caller) {
        mustVisit(caller);
        mustBe(LookbackState.WRITTEN, "会签");
        if (isWrittenBy(caller)) {
            throw new Forbidden("回头看结果已由您填写，须由另一名人员会签。");
        }
    }

    /** @param recheckers the two whose recheck closed the hazard: together they would only confirm themselves */
    void mustNotBeOnlyOf(Set<Long> recheckers, Caller second) {
        onlyRecheckersSentence(recheckers, second).ifPresent(why -> {
            throw new Forbidden(why);
        });
    }

    Optional<String> onlyRecheckersSentence(Set<Long> recheckers, Caller second) {
        return recheckers.contains(second.accountId()) && recheckers.contains(writerId)
                ? Optional.of("填写人和您是这条隐患原来的两名复查人，回头看须至少有一人没有参加原来的复查，请其他检查员、县局特设股或专班办公室的人员会签。")
                : Optional.empty();
    }

    private static void mustVisit(Caller caller) {
        if (!mayVisit(caller)) {
            throw new Forbidden("回头看由检查员、县局特设股或专班办公室的两名人员进行。");
        }
    }

    private void mustBe(LookbackState wanted, String act) {
        if (state != wanted) {
            throw new NotNow(
                    "这条回头看现在是“" + state.getLabel() + "”，不能" + act + "。",
                    state.isOpen() ? "由两名人员核查并会签。" : "结果已由两名人员签字，不能再改。",
                    SourceKind.LOOKBACK.address(id));
        }
    }

    void mustStillBe(int seenVersion) {
        if (version != seenVersion) {
            throw new Stale("您打开页面之后，这条回头看已被别人办理，现在是“" + state.getLabel() + "”。");
        }
    }

    void write(Caller first) {
        state = LookbackState.WRITTEN;
        writerId = first.accountId();
    }

    /** The second official saw something else than the first: the visit is done again. */
    void dispute() {
        state = LookbackState.DRAWN;
        writerId = null;
    }

    /** @param relapse the hazard that came of it, when the old one is back */
    void settle(LookbackState result, LocalDate day, @Nullable Long relapse) {
        state = result;
        visitedOn = day;
        relapseId = relapse;
        writerId = null;
    }

    long unitId() {
        return Objects.requireNonNull(custody.getEnterpriseId());
    }

    public String getUnitName() {
        return Objects.requireNonNull(custody.getEnterpriseName());
    }

    public String getAddress() {
        return SourceKind.LOOKBACK.address(id);
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public Custody getCustody() {
        return custody;
    }

    public long getDrawId() {
        return drawId;
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

    public HazardLevel getLevel() {
        return level;
    }

    public int getPhase() {
        return phase;
    }

    public LocalDate getFoundOn() {
        return foundOn;
    }

    public LocalDate getClosedOn() {
        return closedOn;
    }

    public LocalDate getDue() {
        return due;
    }

    public LookbackState getState() {
        return state;
    }

    public @Nullable LocalDate getVisitedOn() {
        return visitedOn;
    }

    public @Nullable Long getRelapseId() {
        return relapseId;
    }
}
