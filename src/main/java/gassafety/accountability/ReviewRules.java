package gassafety.accountability;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import gassafety.web.Stale;
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
            int version,
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

    /** A rule as it is set. */
    @Transactional(readOnly = true)
    public Setting of(ReviewRule rule) {
        return jdbc.sql("select * from review_rule where rule = :rule")
                .param("rule", rule.name())
                .query(Setting.class)
                .single();
    }

    /**
     * Sets a number; reviews that were found stay.
     *
     * @param seen version that was shown to who sets it
     * @throws Stale when somebody set it since
     */
    @Transactional
    public void set(ReviewRule rule, int seen, int days, String reason, Caller by) {
        if (!Review.isDepartment(by)) {
            throw new Forbidden("责任倒查的规则由执法稽查科设定。");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal("days", "天数应在 1 至 " + MOST_DAYS + " 之间。");
        }
        int set = jdbc.sql("""
                        update review_rule set version = version + 1, days = :days, changed_by_name = :name, changed_on = :day, reason = :reason
                        where rule = :rule and version = :seen
                        """)
                .param("seen", seen)
                .param("days", days)
                .param("name", by.name())
                .param("day", today.day())
                .param("reason", reason)
                .param("rule", rule.name())
                .update();
        if (set == 0) {
            throw new Stale("您打开页面之后，这条规则已被别人修改。");
        }
    }
}
