package gassafety.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.checklist.Verdict;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.support.DemoTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A self-check that says all is in order beside what inspectors found: every pair is compared, any 不符合 wins. */
@DemoTest
class CrosswalkTest {

    @Autowired
    SelfCheckWork work;

    @Autowired
    Callers callers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatTheUnitTookForInOrderAndInspectorsDidNotIsAContradiction() {
        Caller station = callers.byUsername("station").orElseThrow();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long id = work.begin("ANNEX1", station);
            SelfCheck check = work.require(id, station);
            Map<Integer, SelfAnswer> inOrder = new TreeMap<>();
            IntStream.rangeClosed(1, work.list(check).items().size())
                    .forEach(item -> inOrder.put(item, new SelfAnswer(Verdict.COMPLIANT, "", false, "", null, "")));
            work.write(id, check.getVersion(), inOrder, true, station);

            List<SelfCheckWork.Compared> compared = work.compare(work.require(id, station));
            List<Integer> byHand = jdbc.sql("""
                            select distinct x.self_check_position from checklist_crosswalk x
                            join checklist own on own.id = x.self_check_id and own.code = 'ANNEX1'
                            join inspection i on i.id = (select id from inspection
                                where enterprise_id = :unit and checklist_code = 'ANNEX2'
                                    and status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
                                order by visit_day desc, id desc limit 1)
                            join inspection_answer a on a.inspection_id = i.id and a.position = x.inspection_position
                            where a.verdict = 'NONCOMPLIANT' and a.stands and a.version = (select max(version)
                                from inspection_answer l where l.inspection_id = a.inspection_id
                                    and l.position = a.position and l.stands)
                            order by 1
                            """)
                    .param("unit", check.getUnitId())
                    .query(Integer.class)
                    .list();
            assertThat(compared.stream().filter(SelfCheckWork.Compared::contradicted))
                    .extracting(one -> one.item().position())
                    .containsExactlyElementsOf(byHand)
                    .isNotEmpty();
            assertThat(compared.stream().filter(one -> one.inspected() != null)).hasSizeGreaterThan(20);
        });
    }
}
