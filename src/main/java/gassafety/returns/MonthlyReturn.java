package gassafety.returns;

import gassafety.enforcement.SignedStep;
import gassafety.enforcement.Turn;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Office;
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
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** 月报 of one bureau for one month. What was handed in is a {@link Submission} of its own. */
@Entity
class MonthlyReturn {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    @Column(updatable = false)
    private String officeName;

    @Column(updatable = false)
    private boolean top;

    @Column(updatable = false)
    private LocalDate month;

    @Enumerated(EnumType.STRING)
    private ReturnState state = ReturnState.DRAFT;

    private int revision = 1;
    private boolean nil;
    private String progress = "";
    private @Nullable LocalDate handedInOn;
    private @Nullable String receipt;
    private @Nullable LocalDate receiptOn;

    @Column(insertable = false, updatable = false)
    private @Nullable String searched;

    @ElementCollection
    @CollectionTable(name = "return_explanation", joinColumns = @JoinColumn(name = "return_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "explanation")
    private Map<String, String> explanations = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "return_step", joinColumns = @JoinColumn(name = "return_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = 200)
    private List<SignedStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected MonthlyReturn() {}

    @SuppressWarnings("NullAway.Init")
    MonthlyReturn(Office bureau, YearMonth month) {
        this.custody = new Custody(bureau).hiddenFromUnit();
        this.officeName = bureau.getShortName();
        this.top = bureau.isTop();
        this.month = month.atDay(1);
    }

    /** Whether this person fills in the returns of their bureau. */
    static boolean mayFillIn(Caller by) {
        return by.is(by.office().bureau().isTop() ? Role.CAMPAIGN_OFFICE : Role.REPORTER);
    }

    /** Whether this person may take this step now. */
    boolean allows(ReturnStep step, Caller by) {
        return state.ways(top).containsKey(step) && belongsTo(step, by) && !isTheirOwn(step, by);
    }

    private boolean belongsTo(ReturnStep step, Caller by) {
        boolean own = by.office().bureau().getId() == custody.getOfficeId();
        boolean decides = own && (top ? by.isAny(Role.LEADER, Role.HEAD) : by.is(Role.HEAD));
        boolean collects = top ? decides : !own && by.is(Role.CAMPAIGN_OFFICE);
        return switch (step) {
            case SUBMIT -> own && mayFillIn(by);
            case APPROVE -> decides;
            case SEND_BACK ->
                switch (state) {
                    case SUBMITTED -> decides;
                    case APPROVED, ACCEPTED -> collects;
                    case DRAFT, REPORTED, LOCKED -> decides || collects;
                };
            case ACCEPT -> collects && !top;
            case REPORT -> own && top && by.is(Role.CAMPAIGN_OFFICE);
            case LOCK, UNLOCK -> collects;
        };
    }

    /** Whoever submitted a return doesn't decide about it. */
    private boolean isTheirOwn(ReturnStep step, Caller by) {
        return state == ReturnState.SUBMITTED
                && (step == ReturnStep.APPROVE || step == ReturnStep.SEND_BACK)
                && steps.stream()
                        .filter(taken -> taken.is(ReturnStep.SUBMIT))
                        .reduce((earlier, later) -> later)
                        .filter(taken -> taken.isBy(by.accountId()))
                        .isPresent();
    }

    boolean mayBeWrittenBy(Caller by) {
        return state == ReturnState.DRAFT && belongsTo(ReturnStep.SUBMIT, by);
    }

    /** @throws Forbidden when none of the steps is this person's work where the return stands */
    void mustBeWorkOf(Caller by, Collection<ReturnStep> any) {
        if (any.stream().noneMatch(step -> belongsTo(step, by))) {
            throw new Forbidden("按您的岗位，不能办理这份月报的" + labels(any) + "。");
        }
    }

    /** What {@link #take} would refuse to this person before anything is typed, for one of the steps at least. */
    void mustAllow(Caller by, Collection<ReturnStep> any) {
        if (any.stream().noneMatch(state.ways(top)::containsKey)) {
            mustBeWorkOf(by, any);
            throw notNow(labels(any));
        }
        if (any.stream().noneMatch(step -> state.ways(top).containsKey(step) && belongsTo(step, by))) {
            throw new Forbidden("按您的岗位，不能办理这份月报的" + labels(any) + "。");
        }
        if (any.stream().noneMatch(step -> allows(step, by))) {
            throw new Forbidden("提交和审核须由不同的人办理。");
        }
    }

    private static String labels(Collection<ReturnStep> steps) {
        return steps.stream().map(ReturnStep::getLabel).collect(Collectors.joining("、"));
    }

    private NotNow notNow(String act) {
        return new NotNow(
                "这份月报现在是“" + state.getLabel() + "”，不能" + act + "。",
                state.next(top) + "。",
                SourceKind.RETURN.address(id));
    }

    boolean says(ReturnContent content) {
        return content().equals(content);
    }

    void write(Caller by, ReturnContent content) {
        mustBeWritableBy(by);
        nil = content.nil();
        progress = content.progress();
        explanations.clear();
        explanations.putAll(content.explanations());
    }

    void mustBeWritableBy(Caller by) {
        mustBeWorkOf(by, List.of(ReturnStep.SUBMIT));
        if (state != ReturnState.DRAFT) {
            throw notNow("修改");
        }
    }

    /** Takes a step; what else belongs to reporting upward is written by {@link #receive}. */
    void take(ReturnStep step, Turn turn, LocalDate day, Instant now) {
        mustAllow(turn.by(), List.of(step));
        if (step.isReasoned() && turn.opinion().isEmpty()) {
            throw new Refusal("opinion", "请写明理由。");
        }
        steps.add(new SignedStep(step, turn, version, day, now));
        ReturnState before = state;
        state = Objects.requireNonNull(state.ways(top).get(step));
        countDays(step, before, day);
        if (step == ReturnStep.UNLOCK) {
            revision++;
        }
    }

    /** In time is who hands in by the day and needs nothing back; a revision doesn't make a return late. */
    private void countDays(ReturnStep step, ReturnState before, LocalDate day) {
        boolean handsIn = step == (top ? ReturnStep.REPORT : ReturnStep.APPROVE);
        if (handsIn && handedInOn == null) {
            handedInOn = day;
        }
        if (step == ReturnStep.SEND_BACK && before != ReturnState.SUBMITTED && revision == 1) {
            handedInOn = null;
        }
    }

    void receive(Receipt fromAbove) {
        receipt = fromAbove.text();
        receiptOn = fromAbove.day();
    }

    /** Whether the last thing that happened to it was that it was sent back. */
    boolean isSentBack() {
        return state == ReturnState.DRAFT
                && !steps.isEmpty()
                && steps.get(steps.size() - 1).is(ReturnStep.SEND_BACK);
    }

    /** Why it came back; empty when it didn't. */
    String reasonItCameBack() {
        return state == ReturnState.DRAFT && !steps.isEmpty()
                ? steps.get(steps.size() - 1).getOpinion()
                : "";
    }

    ReturnContent content() {
        return new ReturnContent(nil, progress, explanations);
    }

    List<SignedStep> steps() {
        return List.copyOf(steps);
    }

    Source source() {
        return new Source(SourceKind.RETURN, id);
    }

    YearMonth month() {
        return YearMonth.from(month);
    }

    long getId() {
        return id;
    }

    int getVersion() {
        return version;
    }

    long getOfficeId() {
        return custody.getOfficeId();
    }

    String getOfficeName() {
        return officeName;
    }

    boolean isTop() {
        return top;
    }

    ReturnState getState() {
        return state;
    }

    int getRevision() {
        return revision;
    }

    @Nullable
    LocalDate getHandedInOn() {
        return handedInOn;
    }

    @Nullable
    String getReceipt() {
        return receipt;
    }

    @Nullable
    LocalDate getReceiptOn() {
        return receiptOn;
    }
}
