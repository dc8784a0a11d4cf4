package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who took part in a visit besides the inspectors, what the inspectors declare, and 现场普法; all until the first signature,
 * and for all lists of the visit.
 */
@Service
class Participation {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Today.ZONE);
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ORGANISATION = 100;
    private static final int LONGEST_MATERIALS = 300;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_LEAFLETS = 9_999;
    private static final int MOST_PEOPLE = 30;

    private final VisitLists visit;
    private final Declarations declarations;
    private final JdbcClient jdbc;
    private final Today today;

    Participation(VisitLists visit, Declarations declarations, JdbcClient jdbc, Today today) {
        this.visit = visit;
        this.declarations = declarations;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Everyone who took part besides the inspectors, in the order they were named. */
    List<Participant> of(long inspectionId) {
        return jdbc.sql("""
                        select id, kind, name, organisation from inspection_participant p where inspection_id = :id
                            and not exists (select 1 from inspection_participant_removal where participant_id = p.id)
                        order by id
                        """)
                .param("id", inspectionId)
                .query((row, number) -> new Participant(
                        row.getLong("id"),
                        Participant.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("organisation")))
                .list();
    }

    /** What holds about 现场普法. */
    Publicity publicity(long inspectionId) {
        return jdbc.sql("select version, held, leaflets, materials, saved_by_name, saved_at from inspection_publicity"
                        + " where inspection_id = :id order by version desc limit 1")
                .param("id", inspectionId)
                .query((row, number) -> new Publicity(
                        row.getInt("version"),
                        row.getBoolean("held"),
                        row.getInt("leaflets"),
                        row.getString("materials"),
                        row.getString("saved_by_name"),
                        MINUTE.format(row.getObject("saved_at", OffsetDateTime.class))))
                .optional()
                .orElse(Publicity.NONE);
    }

    /** Names someone; the same request names them once. */
    @Transactional
    public void name(long id, String kind, String name, String organisation, String key, Caller by) {
        List<Inspection> lists = open(id, by);
        Participant.Kind chosen =
                Participant.Kind.of(kind).orElseThrow(() -> new Refusal("participant-kind", "请选择参加人员的身份。"));
        String kept = Texts.required("participant-name", name, LONGEST_NAME, "参加人员姓名");
        String from = Texts.optional("participant-organisation", organisation, LONGEST_ORGANISATION, "单位和职务");
        if (of(id).size() >= MOST_PEOPLE) {
            throw new Refusal("participant-name", "参加人员不能超过 " + MOST_PEOPLE + " 名。");
        }
        lists.forEach(list -> jdbc.sql(
                        "insert into inspection_participant (inspection_id, kind, name, organisation, request_key, added_by,"
                                + " added_by_name, added_at) values (:id, :kind, :name, :organisation, :key, :by, :byName, :at)"
                                + " on conflict (inspection_id, request_key) do nothing")
                .param("id", list.getId())
                .param("kind", chosen.name())
                .param("name", kept)
                .param("organisation", from)
                .param("key", key)
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Takes someone off who was named by mistake; the row of both stays. */
    @Transactional
    public void remove(long id, long participant, Caller by) {
        List<Inspection> lists = open(id, by);
        if (of(id).stream().noneMatch(named -> named.id() == participant)) {
            throw new NotFound();
        }
        jdbc.sql("""
                        insert into inspection_participant_removal (participant_id, inspection_id, removed_by,
                            removed_by_name, removed_at)
                        select p.id, p.inspection_id, :by, :byName, :at
                        from inspection_participant p join inspection_participant named using (request_key)
                        where named.id = :participant and p.inspection_id = any(:lists)
                          and not exists (select from inspection_participant_removal r where r.participant_id = p.id)
                        """)
                .param("participant", participant)
                .param("lists", lists.stream().map(Inspection::getId).toArray(Long[]::new))
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes the number of the body camera, or another one instead; none when it is empty. */
    @Transactional
    public void wear(long id, String camera, Caller by) {
        List<Inspection> lists = open(id, by);
        String number = Texts.optional("camera", camera, Inspections.LONGEST_CAMERA_NUMBER, "执法记录仪编号");
        lists.forEach(list -> list.wear(number));
    }

    /** Writes down whether the law was explained on the spot, and what was handed out. The same twice is one row. */
    @Transactional
    public void publicise(long id, boolean held, String leaflets, String materials, String key, Caller by) {
        List<Inspection> lists = open(id, by);
        String count = Texts.clean(leaflets);
        if (!count.matches("[0-9]{0,4}")) {
            throw new Refusal("leaflets", "发放份数请填 0 到 " + MOST_LEAFLETS + " 之间的整数。");
        }
        int copies = !held || count.isEmpty() ? 0 : Integer.parseInt(count);
        String which = held ? Texts.optional("materials", materials, LONGEST_MATERIALS, "材料名称") : "";
        Publicity last = publicity(id);
        if (last.version() > 0
                && last.held() == held
                && last.leaflets() == copies
                && last.materials().equals(which)) {
            return;
        }
        lists.forEach(list -> jdbc.sql(
                        "insert into inspection_publicity (inspection_id, version, request_key, held, leaflets,"
                                + " materials, saved_by, saved_by_name, saved_at)"
                                + " values (:id, :version, :key, :held, :leaflets, :materials, :by, :byName, :at)"
                                + " on conflict on constraint inspection_publicity_saved_once do nothing")
                .param("id", list.getId())
                .param("version", last.version() + 1)
                .param("key", key)
                .param("held", held)
                .param("leaflets", copies)
                .param("materials", which)
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .update());
    }

    /** An inspector declares that nothing speaks against inspecting this unit. */
    @Transactional
    public void declare(long id, Caller by) {
        List<Inspection> lists = visit.lock(id, by.scope());
        lists.get(0).requireInspector(by);
        if (lists.stream().anyMatch(list -> !list.hasDeclared(by))) {
            requireOpen(lists);
            lists.forEach(list -> declarations.declare(list.getId(), by));
        }
    }

    /** An inspector withdraws (回避): signs nothing, and counts nowhere. */
    @Transactional
    public void withdraw(long id, String reason, Caller by) {
        List<Inspection> lists = open(id, by);
        String why = Texts.required("withdrawal", reason, LONGEST_REASON, "回避理由");
        lists.forEach(list -> declarations.withdraw(list.getId(), by, why));
    }

    /** Another inspector joins, mostly for one who withdrew. */
    @Transactional
    public void join(long id, Caller colleague, Caller by) {
        open(id, by).forEach(list -> list.join(colleague));
    }

    /** All lists of the visit, held so that no signature comes in between. */
    private List<Inspection> open(long id, Caller by) {
        List<Inspection> lists = visit.lock(id, by.scope());
        lists.get(0).requireInspector(by);
        requireOpen(lists);
        return lists;
    }

    private static void requireOpen(List<Inspection> lists) {
        InspectionStatus now = lists.get(0).getStatus();
        if (!now.isTakingAnswers()) {
            throw new Settled(now);
        }
    }
}
