package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.office.Caller;
import gassafety.office.Scope;
import gassafety.register.Unit;
import gassafety.web.NotFound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The hazards of a unit that were known before a visit, and what the visit says of them. */
@Service
public class EarlierHazards {

    private static final int MOST = 50;
    private static final int MONTHS = 12;
    private static final int LONGEST_PROBLEM = 2_000;
    private static final Sort OPEN_FIRST =
            Sort.by(Sort.Order.desc("open"), Sort.Order.desc("origin.foundOn"), Sort.Order.desc("id"));

    private static final Comparator<EarlierHazard> URGENT_FIRST = Comparator.comparing(
                    (EarlierHazard one) -> one.endedOn() != null)
            .thenComparing(
                    one -> one.endedOn() == null ? one.summary().due() : null,
                    Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Hazards hazards;
    private final HazardLedger ledger;
    private final Acting acting;
    private final Journal journal;
    private final JdbcClient jdbc;

    EarlierHazards(Hazards hazards, HazardLedger ledger, Acting acting, Journal journal, JdbcClient jdbc) {
        this.hazards = hazards;
        this.ledger = ledger;
        this.acting = acting;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /**
     * @param total how many there are
     * @param latest the latest 50 at most: the open ones first, whose term ends first on top
     */
    public record Known(long total, List<EarlierHazard> latest) {}

    /** What was found before the day of a visit and is open, or was closed within the 12 months before it. */
    @Transactional(readOnly = true)
    public Known knownBefore(LocalDate visitDay, long enterpriseId, Caller caller) {
        Standing standing = ledger.standing();
        Specification<Hazard> filter = HazardLedger.ofEnterprise(enterpriseId)
                .and(foundBefore(visitDay))
                .and(openOrClosedSince(visitDay));
        Page<EarlierHazard> page = hazards.page(filter, caller.scope(), 1, MOST, OPEN_FIRST)
                .map(hazard -> earlier(hazard, standing, caller));
        return new Known(
                page.getTotalElements(), page.stream().sorted(URGENT_FIRST).toList());
    }

    /** One of them; empty when it is none. */
    @Transactional(readOnly = true)
    public Optional<EarlierHazard> knownBefore(LocalDate visitDay, long enterpriseId, long id, Caller caller) {
        return hazards.find(id, caller.scope())
                .filter(hazard -> hazard.getEnterpriseId() == enterpriseId)
                .filter(hazard -> hazard.getOrigin().getFoundOn().isBefore(visitDay))
                .filter(hazard -> isOpenOrClosedSince(hazard, visitDay.minusMonths(MONTHS)))
                .map(hazard -> earlier(hazard, ledger.standing(), caller));
    }

    private static boolean isOpenOrClosedSince(Hazard hazard, LocalDate day) {
        LocalDate ended = hazard.getEndedOn();
        return hazard.getState().isOpen()
                || hazard.getState() == HazardState.CLOSED && ended != null && !ended.isBefore(day);
    }

    /** Writes on the hazard's history that a signed inspection saw it again; where it stands stays as it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void see(long id, SourceRef visit, LocalDate day, boolean putRight, String remark, Caller by) {
        Hazard hazard = require(id, by.scope());
        acting.write(
                "hazard_sighting",
                hazard,
                by,
                Map.of(
                        "seen_on", day,
                        "put_right", putRight,
                        "remark", remark,
                        "source_kind", visit.kind().name(),
                        "source_id", visit.id()));
        post(putRight ? Act.HAZARD_SEEN_PUT_RIGHT : Act.HAZARD_SEEN_NOT_PUT_RIGHT, hazard, day, by, remark);
    }

    /** Raises what was closed and came back as a new hazard, under the line of the old one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HazardSummary raiseAgain(
            long id, SourceRef visit, Unit unit, LocalDate day, LocalDate due, String remark, List<Caller> inspectors) {
        Hazard old = require(id, inspectors.get(0).scope());
        Origin origin = old.getOrigin();
        HazardSummary raised = ledger.raise(new Finding(
                visit,
                unit,
                day,
                old.getNumber().split("-")[1],
                origin.getChecklistCode(),
                origin.getChecklistTitle(),
                origin.getPrintedNo(),
                origin.getCategory(),
                origin.getItem(),
                again(old.getProblem(), remark),
                old.getLevel() != HazardLevel.GENERAL,
                false,
                due,
                old.getResponsible(),
                old.getMeasure(),
                inspectors));
        link(raised, id, day, inspectors.get(0));
        return raised;
    }

    /** Links a new hazard to the closed one that came back with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(HazardSummary raised, long earlier, LocalDate day, Caller by) {
        jdbc.sql("insert into hazard_relapse (hazard_id, earlier_id) values (:id, :earlier)")
                .param("id", raised.id())
                .param("earlier", earlier)
                .update();
        post(Act.HAZARD_RELAPSED, require(earlier, by.scope()), day, by, "另立隐患 " + raised.number());
    }

    /** Whether a hazard that this inspection saw not put right is still open. */
    @Transactional(readOnly = true)
    public boolean leavesOpen(SourceRef visit) {
        return jdbc.sql("""
                        select exists (select 1 from hazard_sighting s join hazard h on h.id = s.hazard_id
                        where s.source_kind = :kind and s.source_id = :id and not s.put_right and h.open)
                        """)
                .param("kind", visit.kind().name())
                .param("id", visit.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Hazards that came back, seen from one of them.
     *
     * @param later whether it is the one that came later
     */
    record Relapse(long id, String number, boolean later) {}

    List<Relapse> relapsesOf(long id) {
        return jdbc.sql("""
                        select h.id, h.number, r.earlier_id = :id as later
                        from hazard_relapse r join hazard h on h.id = case when r.earlier_id = :id then r.hazard_id
                            else r.earlier_id end
                        where r.hazard_id = :id or r.earlier_id = :id order by h.id
                        """).param("id", id).query(Relapse.class).list();
    }

    private Hazard require(long id, Scope scope) {
        return hazards.find(id, scope).orElseThrow(NotFound::new);
    }

    private void post(Act act, Hazard hazard, LocalDate day, Caller by, String note) {
        journal.record(Posting.of(act, day, by, hazard.source())
                .about(hazard.getEnterpriseId())
                .note(note));
    }

    private static String again(String problem, String remark) {
        String text = (problem.startsWith("反弹：") ? "" : "反弹：") + problem + (remark.isEmpty() ? "" : "（" + remark + "）");
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(LONGEST_PROBLEM, text.codePointCount(0, text.length()))));
    }

    private EarlierHazard earlier(Hazard hazard, Standing standing, Caller caller) {
        Origin origin = hazard.getOrigin();
        return new EarlierHazard(
                HazardLedger.summary(hazard, standing),
                origin.getLineText(),
                origin.getChecklistCode(),
                origin.getLine(),
                origin.getFoundOn(),
                hazard.getState() == HazardState.CLOSED ? hazard.getEndedOn() : null,
                lookAt(hazard),
                term(hazard, standing),
                next(hazard, standing, caller));
    }

    private static String lookAt(Hazard hazard) {
        return switch (hazard.getState()) {
            case AWAITING_RECHECK -> "单位 " + hazard.getReportedOn() + " 报告已整改完成，核查是否属实";
            case AWAITING_CLOSURE, AWAITING_SECTION -> "复查合格、还没有销号，核查是否保持";
            case CLOSED -> hazard.getEndedOn() + " 已销号，核查是否反弹";
            default -> hazard.getMeasure().isEmpty() ? "核查是否整改到位" : "核查是否整改到位；管控措施“" + hazard.getMeasure() + "”是否还在落实";
        };
    }

    private static String term(Hazard hazard, Standing standing) {
        LocalDate due = hazard.getDue();
        if (due == null || !hazard.getState().isTermRunning()) {
            return "";
        }
        int late = standing.workingDaysLate(hazard);
        return "期限 " + due + (late > 0 ? "，逾期" + late + "个工作日" : "");
    }

    /** The step towards its closing that this person can take. */
    private static EarlierHazard.@Nullable Next next(Hazard hazard, Standing standing, Caller caller) {
        return Stream.of(HazardAct.COUNTERSIGN, HazardAct.RECHECK, HazardAct.RECTIFY)
                .filter(hazard::offers)
                .filter(act -> WhoMay.obstacle(hazard, act, caller, standing.today()) == null)
                .map(act -> new EarlierHazard.Next(act.getLabel(), "/hazards/" + hazard.getId() + "/" + act.getNoun()))
                .findFirst()
                .orElse(null);
    }

    private static Specification<Hazard> foundBefore(LocalDate day) {
        return (hazard, query, criteria) ->
                criteria.lessThan(hazard.get("origin").get("foundOn"), day);
    }

    private static Specification<Hazard> openOrClosedSince(LocalDate visitDay) {
        return (hazard, query, criteria) -> criteria.or(
                criteria.isTrue(hazard.get("open")),
                criteria.and(
                        criteria.equal(hazard.get("state"), HazardState.CLOSED),
                        criteria.greaterThanOrEqualTo(hazard.get("endedOn"), visitDay.minusMonths(MONTHS))));
    }
}
