package gassafety.directive;

import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import gassafety.inspection.VisitBook;
import gassafety.office.Scope;
import gassafety.web.LikePattern;
import gassafety.web.Pages;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads directives for lists. */
@Component
@Transactional(readOnly = true)
class DirectiveReader {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");
    private static final int MOST_OF_A_RECORD = 100;

    private final Directives directives;
    private final VisitBook visits;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Today today;

    DirectiveReader(
            Directives directives, VisitBook visits, Deadlines deadlines, WorkingDays workingDays, Today today) {
        this.directives = directives;
        this.visits = visits;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.today = today;
    }

    static Specification<Directive> filter(String q, @Nullable DirectiveKind kind, @Nullable DirectiveStage stage) {
        String fragment = q.strip();
        return (root, query, criteria) -> criteria.and(
                fragment.isEmpty()
                        ? criteria.conjunction()
                        : criteria.like(root.get("searched"), LikePattern.containing(fragment), '\\'),
                kind == null ? criteria.conjunction() : criteria.equal(root.get("kind"), kind),
                stage == null ? criteria.conjunction() : criteria.equal(root.get("stage"), stage));
    }

    Page<DirectiveRow> page(Specification<Directive> filter, Scope scope, int number) {
        return directives.page(filter, scope, number, Pages.SIZE, NEWEST_FIRST).map(rows(scope));
    }

    void each(Specification<Directive> filter, Scope scope, Consumer<DirectiveRow> action) {
        Function<Directive, DirectiveRow> rows = rows(scope);
        directives.each(filter, scope, NEWEST_FIRST, found -> action.accept(rows.apply(found)));
    }

    /** The latest directives that satisfy a condition; a unit has those that were served on it. */
    List<DirectiveRow> where(Specification<Directive> condition, Scope scope) {
        return directives
                .page(condition, scope, 1, MOST_OF_A_RECORD, NEWEST_FIRST)
                .map(rows(scope))
                .getContent();
    }

    DirectiveRow row(Directive found, Scope scope) {
        return rows(scope).apply(found);
    }

    private Function<Directive, DirectiveRow> rows(Scope scope) {
        WorkCalendar calendar = workingDays.calendar();
        return found -> {
            LocalDate issueBy = issueBy(found, scope, calendar);
            return new DirectiveRow(
                    found.getId(),
                    found.getKind(),
                    found.getNumber() == null ? "未签发" : found.getNumber(),
                    found.unitId(),
                    String.valueOf(found.getCustody().getEnterpriseName()),
                    found.getProblems(),
                    found.getStage(),
                    found.getDraftedOn(),
                    found.getDue(),
                    found.getIssuedOn(),
                    found.getServedOn(),
                    issueBy,
                    issueBy == null ? 0 : calendar.workingDaysOverdue(issueBy, today.day()));
        };
    }

    /** The same day as the inspection, at the latest three working days after it. */
    private @Nullable LocalDate issueBy(Directive found, Scope scope, WorkCalendar calendar) {
        if (found.getKind() != DirectiveKind.SUPERVISION
                || found.getInspectionId() == null
                || found.getIssuedOn() != null) {
            return null;
        }
        LocalDate visited = visits.require(found.getInspectionId(), scope).day();
        return deadlines
                .active("DIRECTIVE_ISSUE", visited)
                .map(deadline -> deadline.due(visited, calendar))
                .orElse(null);
    }
}
