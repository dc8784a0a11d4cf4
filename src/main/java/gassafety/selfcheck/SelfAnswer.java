package gassafety.selfcheck;

import gassafety.checklist.Verdict;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A unit's answer to one item about itself, and what became of the problem it found. */
@Embeddable
public class SelfAnswer {

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String problem;
    private boolean major;
    private String responsible;
    private @Nullable LocalDate due;
    private String measure;
    private @Nullable LocalDate fixedOn;
    private String fixedNote = "";
    private @Nullable Long hazardId;

    @SuppressWarnings("NullAway.Init")
    protected SelfAnswer() {}

    /**
     * @param problem what is wrong, by whom it is put right and by when, and what keeps it safe meanwhile; only with 不符合
     * @param major whether the unit itself takes it for a major hazard
     */
    public SelfAnswer(
            Verdict verdict,
            String problem,
            boolean major,
            String responsible,
            @Nullable LocalDate due,
            String measure) {
        boolean bad = verdict == Verdict.NONCOMPLIANT;
        this.verdict = verdict;
        this.problem = bad ? problem : "";
        this.major = bad && major;
        this.responsible = bad ? responsible : "";
        this.due = bad ? due : null;
        this.measure = bad ? measure : "";
    }

    public boolean isBad() {
        return verdict == Verdict.NONCOMPLIANT;
    }

    /** Whether it stands in the unit's own book and nothing has become of it yet. */
    public boolean isOpen() {
        return isBad() && fixedOn == null && hazardId == null;
    }

    public boolean isOverdue(LocalDate day) {
        return isOpen() && due != null && due.isBefore(day);
    }

    void fix(LocalDate day, String note) {
        fixedOn = day;
        fixedNote = note;
    }

    void handOver(long hazard) {
        hazardId = hazard;
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public String getProblem() {
        return problem;
    }

    public boolean isMajor() {
        return major;
    }

    public String getResponsible() {
        return responsible;
    }

    public @Nullable LocalDate getDue() {
        return due;
    }

    public String getMeasure() {
        return measure;
    }

    public @Nullable LocalDate getFixedOn() {
        return fixedOn;
    }

    public String getFixedNote() {
        return fixedNote;
    }

    public @Nullable Long getHazardId() {
        return hazardId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SelfAnswer answer
                && verdict == answer.verdict
                && problem.equals(answer.problem)
                && major == answer.major
                && responsible.equals(answer.responsible)
                && Objects.equals(due, answer.due)
                && measure.equals(answer.measure)
                && Objects.equals(fixedOn, answer.fixedOn)
                && fixedNote.equals(answer.fixedNote)
                && Objects.equals(hazardId, answer.hazardId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(verdict, problem, major, responsible, due, measure, fixedOn, fixedNote, hazardId);
    }
}
