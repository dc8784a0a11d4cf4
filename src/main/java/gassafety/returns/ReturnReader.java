package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import gassafety.campaign.Campaigns;
import gassafety.campaign.ReportMonth;
import gassafety.office.Scope;
import gassafety.web.LikePattern;
import gassafety.web.Pages;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads returns for lists and desks. */
@Component
@Transactional(readOnly = true)
class ReturnReader {

    private static final Sort NEWEST_FIRST =
            Sort.by(Sort.Direction.DESC, "month").and(Sort.by(Sort.Direction.DESC, "id"));

    private final MonthlyReturns returns;
    private final Campaigns campaigns;
    private final WorkingDays workingDays;
    private final Today today;

    ReturnReader(MonthlyReturns returns, Campaigns campaigns, WorkingDays workingDays, Today today) {
        this.workingDays = workingDays;
        this.returns = returns;
        this.campaigns = campaigns;
        this.today = today;
    }

    static Specification<MonthlyReturn> filter(String q, @Nullable ReturnState state) {
        String fragment = q.strip();
        return (root, query, criteria) -> criteria.and(
                fragment.isEmpty()
                        ? criteria.conjunction()
                        : criteria.like(root.get("searched"), LikePattern.containing(fragment), '\\'),
                state == null ? criteria.conjunction() : criteria.equal(root.get("state"), state));
    }

    Page<ReturnRow> page(Specification<MonthlyReturn> filter, Scope scope, int number) {
        return returns.page(filter, scope, number, Pages.SIZE, NEWEST_FIRST).map(rows());
    }

    void each(Specification<MonthlyReturn> filter, Scope scope, Consumer<ReturnRow> action) {
        Function<MonthlyReturn, ReturnRow> rows = rows();
        returns.each(filter, scope, NEWEST_FIRST, found -> action.accept(rows.apply(found)));
    }

    /** At most so many, the oldest months first. */
    List<MonthlyReturn> waiting(Specification<MonthlyReturn> filter, Scope scope, int most) {
        return returns.page(filter, scope, 1, most, Sort.by("month", "id")).getContent();
    }

    /** The months for which a bureau has begun a return, each as its first day. */
    Set<LocalDate> monthsOf(long office) {
        return returns.monthsOf(office);
    }

    ReturnRow row(MonthlyReturn found) {
        return rows().apply(found);
    }

    /** Makes lines of returns, with the months read once. */
    Function<MonthlyReturn, ReturnRow> rows() {
        Map<YearMonth, ReportMonth> months =
                campaigns.months().stream().collect(Collectors.toMap(ReportMonth::month, Function.identity()));
        LocalDate day = today.day();
        WorkCalendar calendar = workingDays.calendar();
        return found -> ReturnRow.of(
                found, Objects.requireNonNull(months.get(found.month())).due(found.isTop()), day, calendar);
    }
}
