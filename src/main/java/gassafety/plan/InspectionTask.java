package gassafety.plan;

import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.register.UnitSelection.Listed;
import gassafety.web.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** 检查任务: one unit of a plan, to be inspected with one list until a day, by an office and then by people of it. */
@Entity
class InspectionTask {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Embedded
    private Custody custody;

    private long planId;
    private String planTitle;
    private @Nullable Integer phase;
    private String officeName;
    private String listCode;
    private String listTitle;
    private LocalDate orderedOn;
    private LocalDate due;
    private @Nullable String namedPath;

    /** The office in charge of the unit now, or the one that was named. */
    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private String performerPath;

    @Formula("placed_name(performer_path)")
    private String performerName;

    private int turn;

    /** The office that the last assignment was made in: when the unit has moved on, it no longer holds. */
    private @Nullable String assignedPath;

    private @Nullable LocalDate withdrawnOn;
    private @Nullable String withdrawnByName;
    private @Nullable String withdrawalReason;

    /** Noted by the database when the inspection is complete. */
    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private @Nullable Long fulfilledBy;

    @Formula("(select min(i.id) from inspection i where i.enterprise_id = enterprise_id"
            + " and i.checklist_code = list_code and starts_with(i.office_path, performer_path)"
            + " and i.visit_day >= ordered_on and i.status in ('IN_PROGRESS', 'TO_SIGN'))")
    private @Nullable Long begunBy;

    @Formula("(select i.visit_day from inspection i where i.id = fulfilled_by)")
    private @Nullable LocalDate doneOn;

    @Formula("(select count(*) from journal_entry j"
            + " where j.source_kind = 'TASK' and j.source_id = id and j.act = 'TASK_URGED')")
    private int urged;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "task_assignee", joinColumns = @JoinColumn(name = "task_id"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    private List<Assignee> assignees = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected InspectionTask() {}

    @SuppressWarnings("NullAway.Init")
    InspectionTask(long planId, Order order, @Nullable Integer phase, Listed unit, Caller by, LocalDate day) {
        this.custody = new Custody(by.office(), unit.id(), unit.name(), unit.chargePath()).hiddenFromUnit();
        this.planId = planId;
        this.planTitle = order.title();
        this.phase = phase;
        this.officeName = by.office().getShortName();
        this.listCode = order.list().code();
        this.listTitle = order.list().title();
        this.orderedOn = day;
        this.due = order.due();
        this.namedPath = order.byOwnOffice() ? by.office().getPath() : null;
    }

    TaskState state() {
        if (withdrawnOn != null) {
            return TaskState.WITHDRAWN;
        }
        if (fulfilledBy != null) {
            return TaskState.DONE;
        }
        if (begunBy != null) {
            return TaskState.INSPECTING;
        }
        return isAssigned() ? TaskState.ASSIGNED : TaskState.PLANNED;
    }

    private boolean isAssigned() {
        return turn > 0 && performerPath.equals(assignedPath);
    }

    /**
     * Tells people of the office that is to do it; those who were told before stay in the history.
     *
     * @return whether somebody had been told before
     */
    boolean assign(List<Caller> people, String reason, Caller by, LocalDate day) {
        requireNext(TaskState.ASSIGNED);
        if (people.isEmpty()) {
            throw new Refusal("inspectors", "请选择检查人员。");
        }
        boolean again = isAssigned();
        if (again && reason.isEmpty()) {
            throw new Refusal("saying", "“" + getUnitName() + "”已派发给" + getAssigneeNames() + "，改派请写明原因。");
        }
        turn++;
        assignedPath = performerPath;
        people.forEach(person -> assignees.add(new Assignee(turn, person, reason, by, day)));
        return again;
    }

    void withdraw(String reason, Caller by, LocalDate day) {
        requireNext(TaskState.WITHDRAWN);
        if (reason.isEmpty()) {
            throw new Refusal("saying", "请写明撤回原因。");
        }
        withdrawnOn = day;
        withdrawnByName = by.name();
        withdrawalReason = reason;
    }

    void requireOpen() {
        if (!state().isOpen()) {
            throw new Refusal("“" + getUnitName() + "”的检查任务已是“" + state().getLabel() + "”，不能再办理。");
        }
    }

    private void requireNext(TaskState next) {
        if (!state().mayBecome(next)) {
            throw new Refusal(
                    "“" + getUnitName() + "”的检查任务已是“" + state().getLabel() + "”，不能再变为“" + next.getLabel() + "”。");
        }
    }

    /** Those who are to inspect now. */
    public List<Assignee> getCurrent() {
        return isAssigned()
                ? assignees.stream().filter(person -> person.turn() == turn).toList()
                : List.of();
    }

    /** Those who were to inspect before. */
    public List<Assignee> getFormer() {
        Set<Assignee> current = Set.copyOf(getCurrent());
        return assignees.stream().filter(person -> !current.contains(person)).toList();
    }

    public String getAssigneeNames() {
        return getCurrent().stream().map(Assignee::getName).collect(Collectors.joining("、"));
    }

    boolean isAssignedTo(Caller person) {
        return getCurrent().stream().anyMatch(assignee -> assignee.getAccountId() == person.accountId());
    }

    public long getId() {
        return id;
    }

    int version() {
        return version;
    }

    Custody custody() {
        return custody;
    }

    public long getPlanId() {
        return planId;
    }

    public String getPlanTitle() {
        return planTitle;
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

    public String getListCode() {
        return listCode;
    }

    public String getListTitle() {
        return listTitle;
    }

    public LocalDate getOrderedOn() {
        return orderedOn;
    }

    public LocalDate getDue() {
        return due;
    }

    public String getPerformerPath() {
        return performerPath;
    }

    public String getPerformerName() {
        return performerName;
    }

    public TaskState getState() {
        return state();
    }

    public @Nullable LocalDate getWithdrawnOn() {
        return withdrawnOn;
    }

    public @Nullable String getWithdrawnByName() {
        return withdrawnByName;
    }

    public @Nullable String getWithdrawalReason() {
        return withdrawalReason;
    }

    /** The inspection that fulfils it, or the one that is under way. */
    public @Nullable Long getInspection() {
        return fulfilledBy != null ? fulfilledBy : begunBy;
    }

    public @Nullable LocalDate getDoneOn() {
        return doneOn;
    }

    public int getUrged() {
        return urged;
    }

    public String getAddress() {
        return "/tasks/" + id;
    }
}
