package gassafety.enforcement;

import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The terms that the law sets to a case: 90 days to decide after 立案, 7 working days to serve the decision. */
@Component
class CaseTerms {

    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Today today;

    CaseTerms(Deadlines deadlines, WorkingDays workingDays, Today today) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.today = today;
    }

    /** Tells the term that runs for each case of a page; the calendar is read once. */
    Function<EnforcementCase, Optional<Term>> reckoning() {
        WorkCalendar calendar = workingDays.calendar();
        return subject -> switch (subject.getStage()) {
            case INVESTIGATION, REVIEW, DECISION_PROPOSED -> term("CASE_TERM", subject.getFiledOn(), calendar);
            case DECIDED -> term("SERVE_DECISION", subject.getDecidedOn(), calendar);
            default -> Optional.empty();
        };
    }

    private Optional<Term> term(String code, @Nullable LocalDate from, WorkCalendar calendar) {
        if (from == null) {
            return Optional.empty();
        }
        return deadlines.active(code, from).map(deadline -> {
            LocalDate due = deadline.due(from, calendar);
            return new Term(deadline.title(), due, calendar.workingDaysOverdue(due, today.day()));
        });
    }
}
