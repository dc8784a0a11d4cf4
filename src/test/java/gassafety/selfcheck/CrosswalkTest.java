package gassafety.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.calendar.Today;
import gassafety.checklist.Verdict;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.support.DemoTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A self-check that says all is in order beside the inspections that followed: any 不符合 wins, an earlier one tells nothing. */
@DemoTest
class CrosswalkTest {

    @Autowired
    SelfCheckWork work;

    @Autowired
    Crosswalk crosswalk;

    @Autowired
    Callers callers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Today today;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatTheUnitTookForInOrderAndTheNextInspectionDidNotIsAContradiction() {
        Caller station = callers.byUsername("station").orElseThrow();
        Caller inspector = callers.byUsername("inspector").orElseThrow();
        Caller elsewhere = callers.byUsername("qiheinspector").orElseThrow();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            List<LocalDate> visits = visits(station);
            assertThat(visits).hasSizeGreaterThan(1);
            SelfCheck check = handedIn(station, visits.get(0));
            assertThat(check.getSubmittedOn()).isEqualTo(visits.get(0));

            List<Crosswalk.Compared> compared = crosswalk.compare(check, inspector.scope());
            assertThat(compared.stream().filter(Crosswalk.Compared::contradicted))
                    .extracting(one -> one.item().position())
                    .containsExactlyElementsOf(notCompliant(check.getUnitId(), visits.get(0)))
                    .isNotEmpty();
            assertThat(compared.stream().filter(one -> one.inspected() != null)).hasSizeGreaterThan(20);
            assertThat(crosswalk.compare(check, elsewhere.scope()))
                    .as("inspections of another county")
                    .noneMatch(one -> one.inspected() != null);
        });
    }

    @Test
    void anInspectionBeforeTheSelfCheckContradictsNothing() {
        Caller station = callers.byUsername("station").orElseThrow();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            List<LocalDate> visits = visits(station);
            SelfCheck check = handedIn(station, visits.get(visits.size() - 1).plusDays(1));
            assertThat(crosswalk.compare(
                            check, callers.byUsername("inspector").orElseThrow().scope()))
                    .isNotEmpty()
                    .noneMatch(one -> one.inspected() != null);
        });
    }

    private SelfCheck handedIn(Caller station, LocalDate day) {
        long[] id = new long[1];
        today.at(day.atTime(8, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), () -> {
            id[0] = work.begin("ANNEX1", station);
            Map<Integer, SelfAnswer> inOrder = new TreeMap<>();
            IntStream.rangeClosed(1, work.itemsOf(id[0], station))
                    .forEach(item -> inOrder.put(item, new SelfAnswer(Verdict.COMPLIANT, "", false, "", null, "")));
            work.write(id[0], null, inOrder, true, station);
        });
        return work.require(id[0], station);
    }

    private List<LocalDate> visits(Caller station) {
        return jdbc.sql("""
                        select distinct visit_day from inspection
                        where enterprise_id = :unit and checklist_code = 'ANNEX2'
                            and status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
                        order by 1
                        """)
                .param("unit", station.enterpriseId())
                .query(LocalDate.class)
                .list();
    }

    private List<Integer> notCompliant(long unit, LocalDate visit) {
        return jdbc.sql("""
                        select distinct x.self_check_position from checklist_crosswalk x
                        join checklist own on own.id = x.self_check_id and own.code = 'ANNEX1'
                        join inspection i on i.id = (select id from inspection
                            where enterprise_id = :unit and checklist_code = 'ANNEX2' and visit_day = :visit
                                and status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
                            order by id limit 1)
                        join inspection_answer a on a.inspection_id = i.id and a.position = x.inspection_position
                        where a.verdict = 'NONCOMPLIANT' and a.stands and a.version = (select max(version)
                            from inspection_answer l where l.inspection_id = a.inspection_id
                                and l.position = a.position and l.stands)
                        order by 1
                        """)
                .param("unit", unit)
                .param("visit", visit)
                .query(Integer.class)
                .list();
    }
}
