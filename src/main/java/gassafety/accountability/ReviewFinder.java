package gassafety.accountability;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds reviews by {@link ReviewRule}, each at most once. What is found stands with its evidence and with those who
 * signed or followed up; a hazard whose people have no account is left out, because nobody could explain.
 */
@Component
class ReviewFinder {

    private static final int TO_EXPLAIN = 5;

    /** Held by whoever is looking; a number of our own. */
    private static final long LOCK = 302_001;

    /** Whether a paper that the item of hazard h is about ran out in a time: licence, certificate, inspection of a tank. */
    private static final String RAN_OUT = """
            (h.checklist_code = 'ANNEX2' and (
                h.source_line = 1 and exists (
                    select from filling_station s where s.enterprise_id = h.enterprise_id
                        and (s.licence_valid_to between %1$s and %2$s or s.gas_licence_valid_to between %1$s and %2$s))
                or h.source_line in (4, 5, 6, 8) and exists (
                    select from person p where p.enterprise_id = h.enterprise_id
                        and p.certificate_valid_to between %1$s and %2$s)
                or h.source_line = 20 and exists (
                    select from tank t where t.enterprise_id = h.enterprise_id
                        and t.inspection_valid_to between %1$s and %2$s)))
            """;

    /**
     * An item that was signed 符合 and found bad within the days of the rule. Left out where a paper about the item ran
     * out in between (licence, certificate, inspection of a tank), or where the unit had put the same item right in
     * between: then it changed after the signing.
     */
    private static final String SIGNED_IN_ORDER = """
            select h.id as hazard, e.id as inspection,
                to_char(e.visit_day, 'YYYY-MM-DD') || ' 的监督检查（' || e.checklist_title || ' 第' || h.printed_no
                    || '项）签字“符合”，' || to_char(h.found_on, 'YYYY-MM-DD') || ' 检查发现：' || h.problem || '。相隔 '
                    || (h.found_on - e.visit_day) || ' 天。' as evidence
            from hazard h
            join inspection cur on cur.id = h.source_id
            join inspection e on e.enterprise_id = h.enterprise_id and e.checklist_id = cur.checklist_id
                and e.visit_day < h.found_on and e.visit_day >= h.found_on - :days
                and e.status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
            join lateral (
                select verdict from inspection_answer a
                where a.inspection_id = e.id and a.position = h.source_line and a.stands
                order by a.version desc limit 1) answer on answer.verdict = 'COMPLIANT'
            where h.source_kind = 'INSPECTION' and h.state <> 'VOIDED' and h.found_on >= :since
                and not exists (
                    select from hazard other
                    where other.enterprise_id = h.enterprise_id and other.checklist_code = h.checklist_code
                        and other.printed_no = h.printed_no and other.item = h.item and other.id <> h.id
                        and other.reported_on between e.visit_day and h.found_on)
                and """ + RAN_OUT.formatted("e.visit_day", "h.found_on") + " is not true";

    /**
     * A term that ended more than the days of the rule ago without a report or a request for more time. Where what was
     * reported failed a recheck, the days run from that recheck: until then it was not with the unit.
     */
    private static final String OVERDUE = """
            select h.id as hazard, 0::bigint as inspection,
                '应于 ' || to_char(h.due, 'YYYY-MM-DD') || ' 前整改，'
                    || coalesce(to_char(failed.done_on, 'YYYY-MM-DD') || ' 复查不合格，', '')
                    || '到 ' || to_char(:today::date, 'YYYY-MM-DD') || ' 逾期 '
                    || (:today::date - greatest(h.due, failed.done_on)) || ' 天；已催办 ' || (
                        select count(*) from journal_entry j
                        where j.source_kind = 'HAZARD' and j.source_id = h.id and j.act = 'HAZARD_URGED') || ' 次。' as evidence
            from hazard h left join lateral (
                select max(done_on) as done_on from hazard_recheck
                where hazard_id = h.id and not passed and agreed) failed on true
            where h.open and h.state in ('ON_THE_SPOT', 'RECTIFYING') and h.extension_by_id is null
                and h.due < :today::date - :days and greatest(h.due, failed.done_on) < :today::date - :days
            """;

    /**
     * A hazard that was struck off and found back within the days of the rule; left out where a paper about the item ran
     * out in between.
     */
    private static final String FALSE_CLOSURE =
            """
            select h.id as hazard, 0::bigint as inspection,
                '于 ' || to_char(h.ended_on, 'YYYY-MM-DD') || ' 销号，' || to_char(back.occurred_on, 'YYYY-MM-DD')
                    || ' 又发现未整改到位，相隔 ' || (back.occurred_on - h.ended_on) || ' 天：' || back.note || '。' as evidence
            from hazard h join journal_entry back on back.source_kind = 'HAZARD' and back.source_id = h.id
                and back.act = 'HAZARD_RELAPSED' and back.sign = 1
            where h.state = 'CLOSED' and back.occurred_on between h.ended_on and h.ended_on + :days
                and back.occurred_on >= :since
                and """ + RAN_OUT.formatted("h.ended_on", "back.occurred_on") + " is not true";

    /** Who signed the record; for a hazard its finders, or those whose recheck and confirmation closed it. */
    private static final String PARTIES = """
            with new_review as (
                insert into review (office_id, office_path, enterprise_id, enterprise_name, charge_path, rule, hazard_id,
                    hazard_number, problem, inspection_id, evidence, found_on, explain_by, state)
                select h.office_id, h.office_path, h.enterprise_id, h.enterprise_name, h.charge_path, :rule, h.id, h.number,
                    h.problem, found.inspection, left(found.evidence, 2000), :today, :explainBy, 'FOUND'
                from (%s) found join hazard h on h.id = found.hazard
                where exists (%s)
                on conflict (rule, hazard_id, inspection_id) do nothing
                returning id, hazard_id, inspection_id
            )
            insert into review_party (review_id, place, account_id, name, part)
            select r.id, row_number() over (partition by r.id order by who.account_id) - 1, who.account_id, who.name,
                who.part
            from new_review r join hazard h on h.id = r.hazard_id join lateral (%s) who on true
            """;

    private static final String SIGNERS = """
            select i.account_id, i.name, '签字“符合”' as part from inspection_inspector i
            where i.inspection_id = %s
            """;

    private static final String FINDERS = """
            select i.account_id, i.name, '登记和跟踪整改' as part from inspection_inspector i
            where h.source_kind = 'INSPECTION' and i.inspection_id = h.source_id
            """;

    private static final String CLOSERS = """
            select account_id, min(name) as name, string_agg(distinct part, '、') as part from (
                select by_id as account_id, by_name as name, '复查' as part from hazard_recheck
                    where hazard_id = h.id and passed and agreed
                union all select second_id, second_name, '复查' from hazard_recheck
                    where hazard_id = h.id and passed and agreed
                union all select by_id, by_name, '确认销号' from hazard_closure where hazard_id = h.id) acted
            group by account_id
            """;

    private final JdbcClient jdbc;
    private final ReviewRules rules;
    private final WorkingDays workingDays;
    private final Today today;

    ReviewFinder(JdbcClient jdbc, ReviewRules rules, WorkingDays workingDays, Today today) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.workingDays = workingDays;
        this.today = today;
    }

    /** Applies every rule to what happened within its days. @return how many reviews are new */
    @Transactional
    public int find() {
        // Two instances that look at the same time would find the same.
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
        return find(
                        ReviewRule.SIGNED_IN_ORDER,
                        SIGNED_IN_ORDER,
                        SIGNERS.formatted("found.inspection"),
                        SIGNERS.formatted("r.inspection_id"))
                + find(ReviewRule.OVERDUE, OVERDUE, FINDERS, FINDERS)
                + find(ReviewRule.FALSE_CLOSURE, FALSE_CLOSURE, CLOSERS, CLOSERS);
    }

    private int find(ReviewRule rule, String candidates, String someone, String parties) {
        int days = rules.of(rule).days();
        LocalDate day = today.day();
        long before = count(rule);
        jdbc.sql(PARTIES.formatted(candidates, someone, parties))
                .param("rule", rule.name())
                .param("days", days)
                .param("since", day.minusDays(days))
                .param("today", day)
                .param("explainBy", workingDays.plusWorkingDays(day, TO_EXPLAIN))
                .update();
        return (int) (count(rule) - before);
    }

    private long count(ReviewRule rule) {
        return jdbc.sql("select count(*) from review where rule = :rule")
                .param("rule", rule.name())
                .query(Long.class)
                .single();
    }
}
