package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Scope;
import gassafety.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that one visit to a unit uses. Each is an inspection of its own, with its answers, its number and its seal;
 * who inspects, who took part, what was found of earlier problems and the signatures are those of the visit, and are
 * written to every list, so that each record is whole by itself.
 */
@Component
class VisitLists {

    private static final String OF_THE_VISIT = "select id from inspection where (id = :visit or first_list_id = :visit)"
            + " and status <> 'TERMINATED' order by id";

    private final InspectionRecords records;
    private final JdbcClient jdbc;

    VisitLists(InspectionRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /** All lists of the visit in the order in which they were begun, without those that were broken off. */
    @Transactional(readOnly = true)
    public List<Inspection> of(Inspection one, Scope scope) {
        return ids(OF_THE_VISIT, one.getVisitId()).stream()
                .map(id -> records.find(id, scope))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The other lists of its visit; none for one that was broken off. */
    @Transactional(readOnly = true)
    public List<Inspection> others(Inspection one, Scope scope) {
        return one.getStatus() == InspectionStatus.TERMINATED
                ? List.of()
                : of(one, scope).stream()
                        .filter(list -> list.getId() != one.getId())
                        .toList();
    }

    /** What this person is inspecting at a unit on a day, so that another list joins it. */
    @Transactional(readOnly = true)
    public Optional<Inspection> underWay(long unit, LocalDate day, Caller inspector) {
        InspectionFilter filter =
                new InspectionFilter("", InspectionStatus.IN_PROGRESS.name(), "", day.toString(), "true");
        Specification<Inspection> own = filter.specification(inspector).and(InspectionFilter.ofUnit(unit));
        return records.page(own, inspector.scope(), 1, 1, InspectionFilter.NEWEST).stream()
                .filter(inspection -> inspection.isInspectedBy(inspector))
                .findFirst();
    }

    /**
     * The lists of {@link #of}, each locked until the transaction ends; while they are, no list joins the visit. One that
     * was broken off is alone.
     *
     * @throws NotFound when it is outside the scope
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Inspection> lock(long id, Scope scope) {
        Inspection first = locked(visitOf(id), scope);
        List<Long> lists = ids(OF_THE_VISIT, first.getId());
        return (lists.contains(id) ? lists : List.of(id))
                .stream().map(list -> locked(list, scope)).toList();
    }

    private Inspection locked(long id, Scope scope) {
        return records.lock(id, scope).orElseThrow(NotFound::new);
    }

    /**
     * Their ids, held so that any number of answers come in at once, and none after the signature that freezes
     * them. Whoever calls has read the inspection within its scope.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> share(long id) {
        long visit = visitOf(id);
        ids("select id from inspection where id = :visit for share", visit);
        List<Long> lists = ids(OF_THE_VISIT + " for share", visit);
        return lists.contains(id) ? lists : List.of(id);
    }

    /** Writes to a list that joins what the visit knows already besides its inspectors, as another of its lists has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(Inspection list, Inspection other) {
        List.of("""
                insert into inspection_participant (inspection_id, kind, name, organisation, request_key, added_by,
                    added_by_name, added_at)
                select :to, kind, name, organisation, request_key, added_by, added_by_name, added_at
                from inspection_participant p where inspection_id = :from
                  and not exists (select from inspection_participant_removal where participant_id = p.id) order by id
                """, """
                insert into inspection_publicity (inspection_id, version, request_key, held, leaflets, materials, saved_by,
                    saved_by_name, saved_at)
                select :to, version, request_key, held, leaflets, materials, saved_by, saved_by_name, saved_at
                from inspection_publicity where inspection_id = :from order by version desc limit 1
                """, """
                insert into inspection_earlier_answer (inspection_id, hazard_id, version, base, request_key, put_right,
                    remark, hazard_number, problem, hazard_state, saved_by, saved_by_name, saved_at)
                select distinct on (hazard_id) :to, hazard_id, version, base, request_key, put_right, remark,
                    hazard_number, problem, hazard_state, saved_by, saved_by_name, saved_at
                from inspection_earlier_answer where inspection_id = :from order by hazard_id, version desc
                """)
                .forEach(sql -> jdbc.sql(sql)
                        .param("from", other.getId())
                        .param("to", list.getId())
                        .update());
    }

    private long visitOf(long id) {
        return jdbc.sql("select coalesce(first_list_id, id) from inspection where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<Long> ids(String sql, long visit) {
        return jdbc.sql(sql).param("visit", visit).query(Long.class).list();
    }
}
