package gassafety.enforcement;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Writes what happens to a case in the journal; what counts is an act of the bureau. */
@Component
class CaseJournal {

    private final Journal journal;

    CaseJournal(Journal journal) {
        this.journal = journal;
    }

    static Source source(EnforcementCase subject) {
        return new Source(SourceKind.CASE, subject.getId());
    }

    void record(EnforcementCase subject, Act act, LocalDate day, Caller by, String note) {
        journal.record(posting(subject, act, day, by).note(note));
    }

    /** What the decision takes and orders, each on the day of the decision; 责令改正 waits for its service. */
    void decided(EnforcementCase subject, Ruling ruling, LocalDate day, Caller by) {
        if (ruling.fine().signum() > 0) {
            journal.record(counted(subject, Act.FINE_DECIDED, day, by).quantity(ruling.fine()));
        }
        if (ruling.gains().signum() > 0) {
            journal.record(counted(subject, Act.GAINS_CONFISCATED, day, by).quantity(ruling.gains()));
        }
        for (ConfiscatedGoods goods : ruling.goods()) {
            if (goods.getUnit().isPieces()) {
                BigDecimal pieces = goods.getQuantity();
                journal.record(counted(subject, Act.GOODS_CONFISCATED, day, by)
                        .quantity(pieces)
                        .note(goods.getText()));
            }
        }
        switch (ruling.closedown()) {
            case NONE -> {}
            case SUSPENSION -> journal.record(counted(subject, Act.SUSPENSION_ORDERED, day, by));
            case SHUT_DOWN -> journal.record(counted(subject, Act.UNLICENSED_SHUT_DOWN, day, by));
        }
    }

    void correctionServed(EnforcementCase subject, LocalDate day, Caller by) {
        journal.record(counted(subject, Act.CORRECTION_ORDERED, day, by));
    }

    /** Takes the filing back, so that it counts no longer. */
    void filingVoided(EnforcementCase subject, Caller by, String reason) {
        journal.positionsOf(source(subject), Act.CASE_FILED).forEach(position -> journal.reverse(position, by, reason));
    }

    private static Posting counted(EnforcementCase subject, Act act, LocalDate day, Caller by) {
        return posting(subject, act, day, by).actOf(by.office().bureau());
    }

    private static Posting posting(EnforcementCase subject, Act act, LocalDate day, Caller by) {
        return Posting.of(act, day, by, source(subject))
                .about(subject.getCustody().getEnterpriseId());
    }
}
