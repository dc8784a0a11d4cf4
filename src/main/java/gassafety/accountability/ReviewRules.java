package gassafety.accountability;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of the rules, set by the department. */
@Component
class ReviewRules {

    private static final int MOST_DAYS = 365;

    private final JdbcClient jdbc;
    private final Today today;

    ReviewRules(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** A rule with its number, and who set it last and why; empty when nobody has. */
    record Setting(
            ReviewRule rule,
            int days,
            String changedByName,
            @Nullable LocalDate changedOn,
            String reason) {}

    @Transactional(readOnly = true)
    public List<Setting> all() {
        return jdbc.sql("select * from review_rule order by array_position(:rules, rule)")
                .param(
                        "rules",
                        java.util.Arrays.stream(ReviewRule.values())
                                .map(Enum::name)
                                .toArray(String[]::new))
                .query(Setting.class)
                .list();
    }

    @Transactional(readOnly = true)
    public int days(ReviewRule rule) {
        return jdbc.sql("select days from review_rule where rule = :rule")
                .param("rule", rule.name())
                .query(Integer.class)
                .single();
    }

    /** Sets a number; reviews that were found stay. */
    @Transactional
    public void set(ReviewRule rule, int days, String reason, Caller by) {
        if (!Review.isDepartment(by)) {
            throw new Forbidden("责任倒查的规则由执法稽查科设定。");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal("days", "天数应在 1 至 " + MOST_DAYS + " 之间。");
        }
        jdbc.sql("""
                        update review_rule set days = :days, changed_by_name = :name, changed_on = :day, reason = :reason
                        where rule = :rule
                        """)
                .param("days", days)
                .param("name", by.name())
                .param("day", today.day())
                .param("reason", reason)
                .param("rule", rule.name())
                .update();
    }
}
