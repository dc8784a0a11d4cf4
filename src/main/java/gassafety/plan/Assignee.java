package gassafety.plan;

import gassafety.office.Caller;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Someone who was told to inspect. */
@Embeddable
class Assignee {

    private int turn;
    private long accountId;
    private String name;
    private String reason;
    private String assignedByName;
    private LocalDate assignedOn;

    @SuppressWarnings("NullAway.Init")
    protected Assignee() {}

    Assignee(int turn, Caller person, String reason, Caller by, LocalDate day) {
        this.turn = turn;
        this.accountId = person.accountId();
        this.name = person.name();
        this.reason = reason;
        this.assignedByName = by.name();
        this.assignedOn = day;
    }

    int turn() {
        return turn;
    }

    public long getAccountId() {
        return accountId;
    }

    public String getName() {
        return name;
    }

    public String getReason() {
        return reason;
    }

    public String getAssignedByName() {
        return assignedByName;
    }

    public LocalDate getAssignedOn() {
        return assignedOn;
    }
}
