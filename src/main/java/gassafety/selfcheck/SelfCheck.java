package gassafety.selfcheck;

import gassafety.checklist.Checklist;
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
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** 自查: a list that a unit answers about itself; its office accepts it or sends it back. */
@Entity
class SelfCheck {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    @Column(updatable = false)
    private long checklistId;

    @Column(updatable = false)
    private String checklistCode;

    @Column(updatable = false)
    private String checklistTitle;

    @Enumerated(EnumType.STRING)
    private SelfCheckState state = SelfCheckState.DRAFT;

    @Column(updatable = false)
    private LocalDate startedOn;

    private @Nullable String submittedByName;
    private @Nullable LocalDate submittedOn;
    private @Nullable String acceptedByName;
    private @Nullable LocalDate acceptedOn;
    private String returned = "";
    private int problems;

    @Column(insertable = false, updatable = false)
    private String search;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "self_check_answer", joinColumns = @JoinColumn(name = "self_check_id"))
    @MapKeyColumn(name = "position")
    private Map<Integer, SelfAnswer> answers = new TreeMap<>();

    @SuppressWarnings("NullAway.Init")
    protected SelfCheck() {}

    @SuppressWarnings("NullAway.Init")
    SelfCheck(Custody custody, Checklist list, LocalDate day) {
        this.custody = custody;
        checklistId = list.id();
        checklistCode = list.code();
        checklistTitle = list.title();
        startedOn = day;
    }

    /** Whether the caller answers for the unit. */
    boolean isOwnOf(Caller caller) {
        return caller.enterpriseId() != null && caller.enterpriseId().equals(custody.getEnterpriseId());
    }

    /** Those who accept self-checks and take problems over into the ledger. */
    static boolean mayAccept(Caller caller) {
        return caller.isAny(Role.INSPECTOR, Role.COUNTY_SPECIAL_SECTION);
    }

    void mustBeWritableBy(Caller by) {
        mustBeOwnOf(by, "自查由企业自己填写。");
        mustBe(SelfCheckState.DRAFT, "修改");
    }

    private void mustBeOwnOf(Caller by, String sentence) {
        if (!isOwnOf(by)) {
            throw new Forbidden(sentence);
        }
    }

    private static void mustAccept(Caller by) {
        if (!mayAccept(by)) {
            throw new Forbidden("自查由检查员或县局特设股受理。");
        }
    }

    private void mustBe(SelfCheckState wanted, String act) {
        if (state != wanted) {
            throw new NotNow(
                    "这份自查现在是“" + state.getLabel() + "”，不能" + act + "。",
                    switch (state) {
                        case DRAFT -> "企业填写后提交。";
                        case SUBMITTED -> "监管单位受理，或者退回修改。";
                        case ACCEPTED -> "已受理，不能再改；发现的问题在下面登记整改。";
                    },
                    getAddress());
        }
    }

    void write(Caller by, Map<Integer, SelfAnswer> said) {
        mustBeWritableBy(by);
        answers.keySet().retainAll(said.keySet());
        said.forEach((position, answer) -> {
            if (!answer.equals(answers.get(position))) {
                answers.put(position, answer);
            }
        });
        problems = (int) answers.values().stream().filter(SelfAnswer::isBad).count();
    }

    /** @param items how many the list has */
    void submit(Caller by, int items, LocalDate day) {
        mustBeWritableBy(by);
        if (answers.size() < items) {
            throw new Refusal("还有 " + (items - answers.size()) + " 项没有回答，全部回答后才能提交。");
        }
        state = SelfCheckState.SUBMITTED;
        submittedByName = by.name();
        submittedOn = day;
        returned = "";
    }

    void giveBack(Caller by, String reason) {
        mustAccept(by);
        mustBe(SelfCheckState.SUBMITTED, "退回");
        if (reason.isBlank()) {
            throw new Refusal("reason", "请写明退回的理由。");
        }
        state = SelfCheckState.DRAFT;
        submittedByName = null;
        submittedOn = null;
        returned = reason.strip();
    }

    void accept(Caller by, LocalDate day) {
        mustAccept(by);
        mustBe(SelfCheckState.SUBMITTED, "受理");
        state = SelfCheckState.ACCEPTED;
        acceptedByName = by.name();
        acceptedOn = day;
    }

    /** The unit has put right what it found itself. */
    void fix(Caller by, int position, String note, LocalDate day) {
        mustBeOwnOf(by, "整改由企业自己登记。");
        mustBe(SelfCheckState.ACCEPTED, "登记整改");
        SelfAnswer answer = open(position);
        if (note.isBlank()) {
            throw new Refusal("note", "请写明怎样整改的。");
        }
        answer.fix(day, note.strip());
    }

    void mustBeOpenTo(Caller by, int position) {
        mustBeOwnOf(by, "照片由企业自己上传。");
        open(position);
    }

    /** A problem that the ledger takes over: a major one, or one whose term has passed. */
    SelfAnswer toHandOver(Caller by, int position, LocalDate day) {
        mustAccept(by);
        mustBe(SelfCheckState.ACCEPTED, "转入台账");
        SelfAnswer answer = open(position);
        if (!answer.isMajor() && !answer.isOverdue(day)) {
            throw new Refusal("企业自己发现的一般问题由企业整改，逾期后才转入隐患台账。");
        }
        return answer;
    }

    private SelfAnswer open(int position) {
        SelfAnswer answer = answers.get(position);
        if (answer == null || !answer.isOpen()) {
            throw new Refusal("这个问题已经整改，或者已经转入隐患台账。");
        }
        return answer;
    }

    Source source() {
        return new Source(SourceKind.SELF_CHECK, id);
    }

    public String getAddress() {
        return source().address();
    }

    public Map<Integer, SelfAnswer> getAnswers() {
        return answers;
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public long getChecklistId() {
        return checklistId;
    }

    public String getChecklistCode() {
        return checklistCode;
    }

    public String getChecklistTitle() {
        return checklistTitle;
    }

    public SelfCheckState getState() {
        return state;
    }

    public LocalDate getStartedOn() {
        return startedOn;
    }

    public @Nullable String getSubmittedByName() {
        return submittedByName;
    }

    public @Nullable LocalDate getSubmittedOn() {
        return submittedOn;
    }

    public @Nullable String getAcceptedByName() {
        return acceptedByName;
    }

    public @Nullable LocalDate getAcceptedOn() {
        return acceptedOn;
    }

    public String getReturned() {
        return returned;
    }

    public int getProblems() {
        return problems;
    }

    public long getOpenProblems() {
        return answers.values().stream().filter(SelfAnswer::isOpen).count();
    }

    public long getUnitId() {
        return Objects.requireNonNull(custody.getEnterpriseId());
    }

    public String getUnitName() {
        return String.valueOf(custody.getEnterpriseName());
    }
}
