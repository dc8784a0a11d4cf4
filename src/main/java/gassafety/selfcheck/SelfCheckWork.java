package gassafety.selfcheck;

import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.ChecklistKind;
import gassafety.checklist.Checklists;
import gassafety.hazard.Finding;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.SourceRef;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Moves self-checks on, and hands over to the ledger what doesn't stay in the unit's own book. */
@Service
public class SelfCheckWork {

    /** Days that a problem handed over without a term has. */
    private static final int USUAL_DAYS = 15;

    private final SelfChecks checks;
    private final SelfCheckPhotos photos;
    private final Checklists checklists;
    private final Register register;
    private final Offices offices;
    private final HazardLedger ledger;
    private final Journal journal;
    private final Today today;
    private final JdbcClient jdbc;

    SelfCheckWork(
            SelfChecks checks,
            SelfCheckPhotos photos,
            Checklists checklists,
            Register register,
            Offices offices,
            HazardLedger ledger,
            Journal journal,
            Today today,
            JdbcClient jdbc) {
        this.checks = checks;
        this.photos = photos;
        this.checklists = checklists;
        this.register = register;
        this.offices = offices;
        this.ledger = ledger;
        this.journal = journal;
        this.today = today;
        this.jdbc = jdbc;
    }

    SelfCheck require(long id, Caller caller) {
        return checks.find(id, caller.scope()).orElseThrow(NotFound::new);
    }

    Checklist list(SelfCheck check) {
        return checklists.edition(check.getChecklistId());
    }

    /** How many items the list of a self-check has. */
    @Transactional(readOnly = true)
    public int itemsOf(long id, Caller caller) {
        return list(require(id, caller)).items().size();
    }

    /** The lists that a unit answers about itself, by its roles. */
    List<Checklist> lists(Unit unit) {
        return unit.roles().stream()
                .flatMap(role -> checklists.forRole(role.name(), today.day()).stream())
                .filter(list -> list.kind() == ChecklistKind.SELF_CHECK)
                .distinct()
                .toList();
    }

    /** The unit whose user this is. */
    Unit own(Caller caller) {
        if (caller.enterpriseId() == null) {
            throw new Forbidden("自查由企业自己填写。");
        }
        return register.require(caller.enterpriseId(), caller.scope());
    }

    /** Begins a list, or finds the one in hand. @return its id */
    @Transactional
    public long begin(String code, Caller by) {
        Unit unit = own(by);
        Checklist list = lists(unit).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
        // Whoever begins at the same time waits here and finds what was begun.
        jdbc.sql("select id from enterprise where id = :id for no key update")
                .param("id", unit.id())
                .query(Long.class)
                .single();
        return checks.inHand(unit.id(), code).orElseGet(() -> {
            Office charge = offices.byId(unit.chargeOfficeId()).orElseThrow();
            SelfCheck begun = checks.save(new SelfCheck(register.custody(unit, charge), list, today.day()));
            tell(begun, Act.SELF_CHECK_STARTED, list.title(), by);
            return begun.getId();
        });
    }

    /**
     * Writes the answers; with {@code submit} they are handed in, which needs all of them.
     *
     * @param seen version that the writer had before them, or null to write on it as it stands
     * @throws Stale when somebody wrote since they were shown
     */
    @Transactional
    public void write(long id, @Nullable Integer seen, Map<Integer, SelfAnswer> answers, boolean submit, Caller by) {
        SelfCheck check = lock(id, by);
        check.mustBeWritableBy(by);
        if (seen != null && check.getVersion() != seen) {
            throw new Stale("您打开页面之后，这份自查已被别人改动。");
        }
        check.write(by, answers);
        if (submit) {
            check.submit(by, list(check).items().size(), today.day());
            tell(check, Act.SELF_CHECK_SUBMITTED, "发现问题 " + check.getProblems() + " 处", by);
        }
    }

    @Transactional
    public void giveBack(long id, String reason, Caller by) {
        SelfCheck check = lock(id, by);
        check.giveBack(by, reason);
        tell(check, Act.SELF_CHECK_RETURNED, reason.strip(), by);
    }

    /** Accepts it; what the unit takes for major itself goes into the ledger at once, to be determined. */
    @Transactional
    public void accept(long id, Caller by) {
        SelfCheck check = lock(id, by);
        check.accept(by, today.day());
        tell(check, Act.SELF_CHECK_ACCEPTED, "", by);
        check.getAnswers().forEach((position, answer) -> {
            if (answer.isMajor()) {
                raise(check, position, answer, by);
            }
        });
    }

    /** Photos of a problem, put beside it until it was put right. */
    @Transactional
    public void show(long id, int position, List<MultipartFile> files, Caller by) {
        SelfCheck check = lock(id, by);
        check.mustBeOpenTo(by, position);
        if (files.stream().allMatch(MultipartFile::isEmpty)) {
            throw new Refusal("请选择照片或材料。");
        }
        photos.add(check, position, false, files, by);
    }

    @Transactional
    public void fix(long id, int position, String note, List<MultipartFile> files, Caller by) {
        SelfCheck check = lock(id, by);
        check.fix(by, position, note, today.day());
        photos.add(check, position, true, files, by);
        tell(check, Act.SELF_CHECK_FIXED, item(check, position).printedNo() + "：" + note.strip(), by);
    }

    /** Hands a problem over to the ledger. @return the hazard */
    @Transactional
    public long handOver(long id, int position, Caller by) {
        SelfCheck check = lock(id, by);
        return raise(check, position, check.toHandOver(by, position, today.day()), by);
    }

    private long raise(SelfCheck check, int position, SelfAnswer answer, Caller by) {
        Checklist list = list(check);
        ChecklistItem item = item(check, position);
        LocalDate day = today.day();
        LocalDate wanted = answer.getDue();
        long hazard = ledger.raise(new Finding(
                        new SourceRef(SourceKind.SELF_CHECK, check.getId(), position),
                        register.require(check.getUnitId(), by.scope()),
                        day,
                        list.field().name(),
                        list.code(),
                        list.title(),
                        item.printedNo(),
                        item.category(),
                        item.content(),
                        answer.getProblem(),
                        answer.isMajor(),
                        false,
                        wanted == null || wanted.isBefore(day) ? day.plusDays(USUAL_DAYS) : wanted,
                        answer.getResponsible(),
                        answer.getMeasure(),
                        List.of(by)))
                .id();
        answer.handOver(hazard);
        return hazard;
    }

    private ChecklistItem item(SelfCheck check, int position) {
        return list(check).item(position).orElseThrow(NotFound::new);
    }

    private SelfCheck lock(long id, Caller by) {
        return checks.lock(id, by.scope()).orElseThrow(NotFound::new);
    }

    private void tell(SelfCheck check, Act act, String note, Caller by) {
        journal.record(Posting.of(act, today.day(), by, check.source())
                .about(check.getUnitId())
                .note(note));
    }
}
