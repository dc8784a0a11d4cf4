package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.evidence.Taken;
import gassafety.hazard.EarlierHazard;
import gassafety.hazard.EarlierHazards;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.Role;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with an inspection as a whole, by people on pages and by other rooms. */
@Service
public class Inspections {

    private static final Duration TIME_TAKEN = Duration.ofMinutes(45);
    private static final int LONGEST_SUPPLEMENT = 2_000;
    private static final int LONGEST_EXPLANATION = 500;
    static final int LONGEST_CAMERA_NUMBER = 40;

    private final InspectionRecords records;
    private final VisitLists visit;
    private final Answers answers;
    private final Notes notes;
    private final PhotoWork photos;
    private final Signing signing;
    private final Sealing sealing;
    private final Checklists checklists;
    private final Register register;
    private final HazardLedger hazards;
    private final EarlierHazards known;
    private final EarlierProblems earlier;
    private final Participation participation;
    private final SpotChecking spotChecking;
    private final Journal journal;
    private final Turns turns;
    private final JdbcClient jdbc;
    private final Today today;

    Inspections(
            InspectionRecords records,
            VisitLists visit,
            Answers answers,
            Notes notes,
            PhotoWork photos,
            Signing signing,
            Sealing sealing,
            Checklists checklists,
            Register register,
            HazardLedger hazards,
            EarlierHazards known,
            EarlierProblems earlier,
            Participation participation,
            SpotChecking spotChecking,
            Journal journal,
            Turns turns,
            JdbcClient jdbc,
            Today today) {
        this.records = records;
        this.visit = visit;
        this.answers = answers;
        this.notes = notes;
        this.photos = photos;
        this.signing = signing;
        this.sealing = sealing;
        this.checklists = checklists;
        this.register = register;
        this.hazards = hazards;
        this.known = known;
        this.earlier = earlier;
        this.participation = participation;
        this.spotChecking = spotChecking;
        this.journal = journal;
        this.turns = turns;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Whether this person may inspect at all: an inspector of our own with a certificate. */
    public static boolean mayInspect(Caller person) {
        return person.is(Role.INSPECTOR) && person.certificate() != null;
    }

    /**
     * Begins an inspection.
     *
     * @param lead who begins it; it is an act of that person's office
     * @param others the other inspectors, at least one
     * @param listCode code of an inspection list in force on that day
     * @param cameraNumber 执法记录仪编号, may be empty
     * @param key name of the request: the same name gives the same inspection again
     * @return id of the inspection
     * @throws NotFound when the unit is outside the lead inspector's scope
     * @throws Refusal when the day, the list or the inspectors don't fit
     * @throws Begun when the office has an unfinished one of this unit with this list on this day
     */
    @Transactional
    public long start(
            Caller lead,
            List<Caller> others,
            long enterpriseId,
            String listCode,
            LocalDate day,
            String cameraNumber,
            String key) {
        requireCertified(lead);
        turns.take("start " + key);
        Optional<Long> begun = startedUnder(key, lead);
        if (begun.isPresent()) {
            return begun.get();
        }
        Unit unit = register.require(enterpriseId, lead.scope());
        Custody custody = register.custody(unit, lead.office());
        Checklist checklist = listOn(listCode, day);
        List<Caller> inspectors = team(lead, others, custody);
        requireNotBegun(lead.office().getId(), enterpriseId, listCode, day);
        Inspection inspection = records.save(new Inspection(
                custody,
                unit,
                checklist,
                register.licenceOn(enterpriseId, day),
                day,
                Texts.optional("camera", cameraNumber, LONGEST_CAMERA_NUMBER, "执法记录仪编号"),
                inspectors,
                today.now(),
                key));
        post(Act.INSPECTION_STARTED, inspection, lead, checklist.title());
        return inspection.getId();
    }

    /**
     * Begins a visit with several lists, all or none.
     *
     * @param listCodes at least one; the first is the one that is opened
     * @return id of the inspection with the first list
     * @see #start(Caller, List, long, String, LocalDate, String, String)
     */
    @Transactional
    public long start(
            Caller lead,
            List<Caller> others,
            long enterpriseId,
            List<String> listCodes,
            LocalDate day,
            String cameraNumber,
            String key) {
        String firstCode = listCodes.stream().findFirst().orElseThrow(() -> new Refusal("list", "请选择检查表，可以选多张。"));
        long first = start(lead, others, enterpriseId, firstCode, day, cameraNumber, key);
        listCodes.stream()
                .distinct()
                .skip(1)
                .forEach(code -> add(first, code, DigestUtils.sha256Hex(key + " " + code), lead));
        return first;
    }

    /**
     * Adds a further list to a visit that is being filled in, for the same inspectors; it is signed together with the
     * others.
     *
     * @param id of any list of the visit
     * @param key name of the request: the same name gives the same inspection again
     * @return id of the inspection with this list
     * @throws Settled when signing has begun
     * @throws Begun when the visit uses this list already, or the office has begun it apart
     */
    @Transactional
    public long add(long id, String listCode, String key, Caller by) {
        turns.take("start " + key);
        Optional<Long> added = startedUnder(key, by);
        if (added.isPresent()) {
            return added.get();
        }
        Inspection first = visit.lock(id, by.scope()).get(0);
        first.requireInspector(by);
        if (!first.getStatus().isTakingAnswers()) {
            throw new Settled(first.getStatus());
        }
        Checklist checklist = listOn(listCode, first.getVisitDay());
        requireNotBegun(first.getCustody().getOfficeId(), first.getUnitId(), listCode, first.getVisitDay());
        Inspection list = records.save(new Inspection(
                first, checklist, register.licenceOn(first.getUnitId(), first.getVisitDay()), by, today.now(), key));
        visit.join(list, first);
        post(Act.INSPECTION_STARTED, list, by, checklist.title());
        return list.getId();
    }

    /**
     * Answers many items at once; those of the list that are not named are 符合. Only for an inspection that nobody has
     * answered yet, and one after another within the time that a visit takes.
     */
    @Transactional
    public void answerAll(long id, Caller by, Map<Integer, AnswerContent> except) {
        Inspection inspection = records.lock(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        Map<Integer, AnswerContent> all = new java.util.TreeMap<>();
        checklists
                .edition(inspection.getChecklistId())
                .items()
                .forEach(item ->
                        all.put(item.position(), except.getOrDefault(item.position(), AnswerContent.compliant())));
        answers.addFirst(id, all, by.accountId(), by.name(), today.now().minus(TIME_TAKEN), today.now());
    }

    /**
     * All inspectors and then the unit's person sign, without a pad and without passwords: who they are is vouched for
     * by the caller of this method.
     *
     * @return the hazards that the signing raised
     */
    @Transactional
    public List<HazardSummary> sign(long id, List<Caller> inspectors, UnitSignature unit) {
        Caller lead = inspectors.get(0);
        signing.allSign(id, inspectors, unit, lead);
        return hazards.raisedBy(new SourceRef(SourceKind.INSPECTION, id, 0), lead.scope());
    }

    /** Breaks a visit off with a reason, with all its lists; it counts nowhere. */
    @Transactional
    public void terminate(long id, Caller by, String reason) {
        visit.lock(id, by.scope()).forEach(list -> terminate(list, by, reason));
    }

    /** Takes one list off its visit with a reason; the others go on. */
    @Transactional
    public void takeOff(long id, Caller by, String reason) {
        visit.lock(id, by.scope()).stream()
                .filter(list -> list.getId() == id)
                .forEach(list -> terminate(list, by, reason));
    }

    private void terminate(Inspection list, Caller by, String reason) {
        list.requireInspector(by);
        list.terminate(reason);
        post(Act.INSPECTION_TERMINATED, list, by, Texts.clean(reason));
    }

    /**
     * Keeps a photo beside an answer, as the demonstration does; pages use {@code PhotoController}.
     *
     * @param key name of the request: the same photo under the same name is kept once
     */
    public void addPhoto(long id, int position, String key, String name, byte[] jpeg, Caller by) {
        photos.add(id, position, key, name, jpeg, Taken.said(today.now().toString(), null, null), by);
    }

    /** The hazards that were known before this visit and have to be answered, as the form asks about them. */
    @Transactional(readOnly = true)
    public List<EarlierHazard> earlierProblems(long id, Caller by) {
        Inspection inspection = records.find(id, by.scope()).orElseThrow(NotFound::new);
        return earlier.of(inspection, by).problems().stream()
                .map(Earlier.Problem::hazard)
                .toList();
    }

    /** Answers an earlier problem: 已整改 or 未整改. */
    @Transactional
    public void answerEarlier(long id, long hazardId, boolean putRight, String remark, Caller by) {
        earlier.answer(id, hazardId, putRight, remark, 0, Keys.of(null), by);
    }

    /** An inspector declares 无回避情形; before the first signature. */
    @Transactional
    public void declare(long id, Caller by) {
        participation.declare(id, by);
    }

    /** Names an expert, or an officer of another department, who takes part. */
    @Transactional
    public void nameParticipant(long id, String kind, String name, String organisation, Caller by) {
        participation.name(id, kind, name, organisation, Keys.of(null), by);
    }

    /** 现场普法 was held, and so many leaflets of that name were handed out. */
    @Transactional
    public void publicise(long id, int leaflets, String materials, Caller by) {
        participation.publicise(id, true, String.valueOf(leaflets), materials, Keys.of(null), by);
    }

    /** Puts a cylinder on the 抽查明细, with the result that the register suggests. */
    @Transactional
    public void spotCheck(long id, String mark, Caller by) {
        spotChecking.add(id, mark, "", "", 0, Keys.of(null), by);
    }

    /** Explains answers that contradict each other, as a rule asked. */
    @Transactional
    public void explain(long id, Caller by, String rule, String explanation) {
        Inspection inspection = records.lock(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        if (!inspection.getStatus().isTakingAnswers()) {
            throw new Settled(inspection.getStatus());
        }
        if (!SigningRules.isExplainable(rule)) {
            throw new NotFound();
        }
        notes.explain(id, rule, Texts.required("explanation", explanation, LONGEST_EXPLANATION, "原因说明"), by);
    }

    /**
     * Adds to a signed record what came to light later; the record itself stays as it was signed.
     *
     * @throws Stale when the same request has added another text before
     */
    @Transactional
    public void supplement(long id, Caller by, String body, String key) {
        Inspection inspection = records.lock(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        if (!inspection.getStatus().isComplete()) {
            throw new Refusal("还没有签字完成，请直接修改检查内容。");
        }
        String text = Texts.required("body", body, LONGEST_SUPPLEMENT, "补充说明");
        if (notes.supplement(id, text, key, by)) {
            sealing.sealSupplement(inspection);
            post(Act.INSPECTION_SUPPLEMENTED, inspection, by, text);
        } else if (!notes.holds(id, text, key)) {
            throw new Stale("这个页面已经添加过一条补充说明；这次填写的与当时不同，没有再添加。");
        }
    }

    /** 办结: possible when every hazard it raised is gone. */
    @Transactional
    public void close(long id, Caller by) {
        Inspection inspection = records.lock(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        if (inspection.getStatus() == InspectionStatus.CLOSED) {
            return;
        }
        if (leavesOpen(inspection, by)) {
            throw new Refusal("这次检查发现的隐患还没有全部销号，不能办结。");
        }
        inspection.close();
        post(Act.INSPECTION_CLOSED, inspection, by, "");
    }

    /** Whether a hazard that it raised, or saw still there, is not gone yet. */
    boolean leavesOpen(Inspection inspection, Caller reader) {
        return hazards.raisedBy(new SourceRef(SourceKind.INSPECTION, inspection.getId(), 0), reader.scope()).stream()
                        .anyMatch(HazardSummary::open)
                || known.leavesOpen(new SourceRef(SourceKind.INSPECTION, inspection.getId(), 0));
    }

    private static void requireCertified(Caller person) {
        if (!mayInspect(person)) {
            throw new Forbidden("只有持执法证件的检查人员可以开展监督检查。");
        }
    }

    private Optional<Long> startedUnder(String key, Caller lead) {
        return jdbc.sql("select id from inspection where start_key = :key and started_by = :by")
                .param("key", key)
                .param("by", lead.accountId())
                .query(Long.class)
                .optional();
    }

    /** The same the index over unfinished inspections says; people are sent to the one that there is. */
    private void requireNotBegun(long office, long unit, String list, LocalDate day) {
        turns.take("start " + office + " " + unit + " " + list + " " + day);
        jdbc.sql("select id from inspection where office_id = :office and enterprise_id = :unit"
                        + " and checklist_code = :list and visit_day = :day and status in ('IN_PROGRESS', 'TO_SIGN')"
                        + " order by id limit 1")
                .param("office", office)
                .param("unit", unit)
                .param("list", list)
                .param("day", day)
                .query(Long.class)
                .optional()
                .ifPresent(id -> {
                    throw new Begun(id);
                });
    }

    private Checklist listOn(String code, LocalDate day) {
        if (day.isBefore(Inspection.CAMPAIGN_START)) {
            throw new Refusal("day", "检查日期不能早于专项行动开始的 " + Inspection.CAMPAIGN_START + "。");
        }
        if (day.isAfter(today.day())) {
            throw new Refusal("day", "检查日期不能晚于今天 " + today.day() + "。");
        }
        return checklists.inspectionLists(day).stream()
                .filter(list -> list.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("list", "请选择检查当天有效的检查表。"));
    }

    private static List<Caller> team(Caller lead, List<Caller> others, Custody custody) {
        List<Caller> team = new ArrayList<>(List.of(lead));
        for (Caller other : others) {
            if (team.stream().noneMatch(member -> member.accountId() == other.accountId())) {
                if (!mayInspect(other) || !other.scope().covers(custody)) {
                    throw new Refusal("inspectors", other.name() + "不能参加这次检查：没有执法证件，或不负责这个单位。");
                }
                team.add(other);
            }
        }
        if (team.size() < 2) {
            throw new Refusal("inspectors", "监督检查不得少于两名检查人员，请再选择至少一名。");
        }
        return team;
    }

    private void post(Act act, Inspection inspection, Caller by, String note) {
        journal.record(Posting.of(
                        act,
                        act == Act.INSPECTION_STARTED ? inspection.getVisitDay() : today.day(),
                        by,
                        new Source(SourceKind.INSPECTION, inspection.getId()))
                .about(inspection.getUnitId())
                .inRole(inspection.getRole(), null)
                .note(note));
    }
}
