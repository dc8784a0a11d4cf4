package gassafety.journal;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.web.Refusal;
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

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int DECIMALS = 2;

    /**
     * @throws IllegalArgumentException when the quantity is negative or has more than two decimals
     * @throws Refusal when the note is longer than 2,000 characters, or the subject than 200
     */
    public Posting {
        if (quantity.signum() < 0 || quantity.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("no quantity of an act: " + quantity);
        }
        subject = checked(subject, LONGEST_SUBJECT, "计数对象的编号");
        note = clean(note);
    }

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

    /** A note as the journal keeps it: without the NUL character, which no database text can hold. */
    static String clean(String note) {
        return checked(note, LONGEST_NOTE, "意见");
    }

    private static String checked(String text, int longest, String what) {
        String clean = text.replace("\0", "");
        if (clean.codePointCount(0, clean.length()) > longest) {
            throw new Refusal(what + "不能超过 " + longest + " 个字。");
        }
        return clean;
    }
}
