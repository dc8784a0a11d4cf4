package gassafety.enforcement;

import gassafety.calendar.Today;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A step as it was taken: what, by whom, when, with what words. */
@Embeddable
public class SignedStep {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    private String step;
    private int seenVersion;
    private long accountId;
    private String byName;
    private LocalDate takenOn;
    private Instant takenAt;
    private String opinion;
    private String requestDigest;

    @SuppressWarnings("NullAway.Init")
    protected SignedStep() {}

    /** @param version of the record on which the step was taken */
    public SignedStep(Enum<?> step, Turn turn, int version, LocalDate takenOn, Instant takenAt) {
        this.step = step.name();
        this.seenVersion = version;
        this.accountId = turn.by().accountId();
        this.byName = turn.by().name();
        this.takenOn = takenOn;
        this.takenAt = takenAt;
        this.opinion = turn.opinion();
        this.requestDigest = turn.digest();
    }

    public boolean is(Enum<?> wanted) {
        return step.equals(wanted.name());
    }

    public boolean isBy(long account) {
        return accountId == account;
    }

    public String getByName() {
        return byName;
    }

    public String getTakenText() {
        return MINUTE.format(takenAt);
    }

    public String getOpinion() {
        return opinion;
    }

    /** Whether this person took this step on the version that the turn has seen. */
    boolean isOf(Turn turn, String wanted) {
        return turn.seen() != null
                && seenVersion == turn.seen()
                && accountId == turn.by().accountId()
                && step.equals(wanted);
    }

    boolean says(Turn turn) {
        return requestDigest.equals(turn.digest());
    }
}
