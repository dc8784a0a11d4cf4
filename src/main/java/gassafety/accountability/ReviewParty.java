package gassafety.accountability;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Someone whose signing or following up a review is about. */
@Embeddable
public class ReviewParty {

    @Column(updatable = false)
    private long accountId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String part;

    private @Nullable String explanation;
    private @Nullable LocalDate explainedOn;

    @SuppressWarnings("NullAway.Init")
    protected ReviewParty() {}

    void explain(String words, LocalDate day) {
        explanation = words;
        explainedOn = day;
    }

    boolean is(long account) {
        return accountId == account;
    }

    public String getName() {
        return name;
    }

    /** What they did: 签字“符合”, 复查, 确认销号. */
    public String getPart() {
        return part;
    }

    public @Nullable String getExplanation() {
        return explanation;
    }

    public @Nullable LocalDate getExplainedOn() {
        return explainedOn;
    }
}
