package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.document.NumberSeries;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Scope;
import gassafety.register.Register;
import gassafety.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms ask of the ledger. */
@Service
public class HazardLedger {

    private static final int MOST = 100;
    private static final Sort NEWEST = Sort.by(Sort.Order.desc("origin.foundOn"), Sort.Order.desc("id"));
    private static final Sort LINES = Sort.by("origin.line", "id");

    private final Hazards hazards;
    private final NumberSeries numbers;
    private final Journal journal;
    private final Register register;
    private final WorkingDays workingDays;
    private final Today today;

    HazardLedger(
            Hazards hazards,
            NumberSeries numbers,
            Journal journal,
            Register register,
            WorkingDays workingDays,
            Today today) {
        this.hazards = hazards;
        this.numbers = numbers;
        this.journal = journal;
        this.register = register;
        this.workingDays = workingDays;
        this.today = today;
    }

    /**
     * Raises one hazard, in the transaction that signs its source, and orders it put right; the number is given here
     * and is lost again with the transaction. The office of the lead inspector makes the record.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public HazardSummary raise(Finding finding) {
        Caller lead = finding.inspectors().get(0);
        Hazard hazard = hazards.save(new Hazard(
                number(lead.office(), finding.field()), finding, register.custody(finding.unit(), lead.office())));
        journal.record(Posting.of(Act.HAZARD_REGISTERED, finding.foundOn(), lead, hazard.source())
                .about(finding.unit().id())
                .note(hazard.getOrigin().getLineText()));
        journal.record(Posting.of(Act.RECTIFICATION_ORDERED, finding.foundOn(), lead, hazard.source())
                .about(finding.unit().id())
                .note(order(finding)));
        return summary(hazard, standing());
    }

    /** The hazard with this id within the scope; {@link NotFound} otherwise. */
    @Transactional(readOnly = true)
    public HazardSummary require(long id, Scope scope) {
        return summary(hazards.find(id, scope).orElseThrow(NotFound::new), standing());
    }

    /** Where a hazard within the scope was found; {@link NotFound} otherwise. */
    @Transactional(readOnly = true)
    public SourceRef sourceOf(long id, Scope scope) {
        return hazards.find(id, scope).orElseThrow(NotFound::new).getOrigin().ref();
    }

    /** The hazards of a unit that are not gone yet, the latest first, at most 100. */
    @Transactional(readOnly = true)
    public List<HazardSummary> openOf(long enterpriseId, Scope scope) {
        return list(ofEnterprise(enterpriseId).and(isOpen()), scope, NEWEST);
    }

    /** The hazards that a record raised, in the order of its lines, at most 100. */
    @Transactional(readOnly = true)
    public List<HazardSummary> raisedBy(SourceRef source, Scope scope) {
        return list(raisedBy(source.kind(), source.id()), scope, LINES);
    }

    private List<HazardSummary> list(Specification<Hazard> filter, Scope scope, Sort sort) {
        Standing standing = standing();
        return hazards.page(filter, scope, 1, MOST, sort)
                .map(hazard -> summary(hazard, standing))
                .getContent();
    }

    String number(Office maker, String field) {
        Office bureau = maker.bureau();
        int year = today.day().getYear();
        int next = numbers.next("hazard:" + bureau.getInitials() + ":" + field + ":" + year);
        return "%s-%s-%d-%04d".formatted(bureau.getInitials(), field, year, next);
    }

    private static String order(Finding finding) {
        if (finding.onTheSpot()) {
            return "立行立改";
        }
        LocalDate due = finding.due();
        return due == null ? "立即停止，不设整改期限" : "限 " + due + " 前整改，整改责任人：" + finding.responsible();
    }

    /** The day before which a term must have ended for its hazard to be overdue today. */
    public LocalDate lateBefore() {
        return standing().lastWorkingDay();
    }

    Standing standing() {
        return new Standing(today.day(), workingDays.calendar());
    }

    static HazardSummary summary(Hazard hazard, Standing standing) {
        return new HazardSummary(
                hazard.getId(),
                hazard.getNumber(),
                hazard.getEnterpriseId(),
                hazard.getEnterpriseName(),
                hazard.getProblem(),
                hazard.getOrigin().getItem(),
                hazard.getLevel() == HazardLevel.MAJOR,
                hazard.getState().isOpen(),
                standing.word(hazard),
                standing.tone(hazard),
                hazard.getDue());
    }

    static Specification<Hazard> isOpen() {
        return (hazard, query, criteria) -> criteria.isTrue(hazard.get("open"));
    }

    static Specification<Hazard> ofEnterprise(long id) {
        return (hazard, query, criteria) -> criteria.equal(hazard.get("custody").get("enterpriseId"), id);
    }

    private static Specification<Hazard> raisedBy(SourceKind kind, long id) {
        return (hazard, query, criteria) -> criteria.and(
                criteria.equal(hazard.get("origin").get("kind"), kind),
                criteria.equal(hazard.get("origin").get("recordId"), id));
    }
}
