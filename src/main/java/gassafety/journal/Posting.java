package gassafety.journal;

import gassafety.office.Caller;
import gassafety.office.Office;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act about to be written in the journal.
 *
 * <p>Built from {@link #of}, then told what else it carries; what is left out is empty.
 *
 * @param act what was done
 * @param occurredOn the day it happened, which is the day it counts on
 * @param by who did it
 * @param office the office whose act it is, mostly the caller's own
 * @param source the record it belongs to
 * @param enterpriseId the unit it concerns
 * @param role role of the checklist used, as in {@code forms/derived-checklists.csv}
 * @param licenceState the unit's licence on that day
 * @param subject key that distinct subjects are counted by; the source's own key when left out
 * @param quantity pieces, yuan, people; 1 when left out
 * @param note 意见: what the timeline shows beside the act
 */
public record Posting(
        Act act,
        LocalDate occurredOn,
        Caller by,
        Office office,
        Source source,
        @Nullable Long enterpriseId,
        @Nullable String role,
        @Nullable LicenceState licenceState,
        String subject,
        BigDecimal quantity,
        String note) {

    public static Posting of(Act act, LocalDate occurredOn, Caller by, Source source) {
        return new Posting(
                act,
                occurredOn,
                by,
                by.office(),
                source,
                null,
                null,
                null,
                source.kind() + ":" + source.id(),
                BigDecimal.ONE,
                "");
    }

    public Posting about(@Nullable Long enterprise) {
        return new Posting(
                act, occurredOn, by, office, source, enterprise, role, licenceState, subject, quantity, note);
    }

    public Posting inRole(String checklistRole, @Nullable LicenceState licence) {
        return new Posting(
                act, occurredOn, by, office, source, enterpriseId, checklistRole, licence, subject, quantity, note);
    }

    public Posting actOf(Office actingOffice) {
        return new Posting(
                act, occurredOn, by, actingOffice, source, enterpriseId, role, licenceState, subject, quantity, note);
    }

    public Posting subject(String key) {
        return new Posting(act, occurredOn, by, office, source, enterpriseId, role, licenceState, key, quantity, note);
    }

    public Posting quantity(BigDecimal amount) {
        return new Posting(
                act, occurredOn, by, office, source, enterpriseId, role, licenceState, subject, amount, note);
    }

    public Posting quantity(long amount) {
        return quantity(BigDecimal.valueOf(amount));
    }

    public Posting note(String remark) {
        return new Posting(
                act, occurredOn, by, office, source, enterpriseId, role, licenceState, subject, quantity, remark);
    }
}
