package gassafety.hazard;

import gassafety.attachment.Attachment;
import gassafety.attachment.Attachments;
import gassafety.calendar.Deadlines;
import gassafety.calendar.Today;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Hazards that a complaint, a sample or a letter told of: registered by hand, with the paper that proves it. */
@Service
class Notices {

    /** A notice raises one hazard. */
    private static final int LINE = 1;

    private static final LocalDate EARLIEST = LocalDate.of(2023, 1, 1);
    private static final String PURPOSE = "paper";

    private final HazardLedger ledger;
    private final Register register;
    private final Attachments attachments;
    private final Today today;
    private final JdbcClient jdbc;

    Notices(HazardLedger ledger, Register register, Attachments attachments, Today today, JdbcClient jdbc) {
        this.ledger = ledger;
        this.register = register;
        this.attachments = attachments;
        this.today = today;
        this.jdbc = jdbc;
    }

    /**
     * What was told, about to become a hazard.
     *
     * @param informant who told it, under which number
     * @param field TS, ZL or JG
     * @param due last day of the term
     */
    record Told(
            NoticeKind kind,
            String informant,
            LocalDate foundOn,
            String field,
            String problem,
            boolean proposedMajor,
            String responsible,
            LocalDate due,
            String measure,
            List<MultipartFile> files) {}

    /** A notice as it was written. */
    record Notice(
            long id,
            NoticeKind kind,
            String informant,
            LocalDate foundOn,
            String byName,
            String officeName,
            OffsetDateTime at,
            long hazardId) {}

    static boolean mayRegister(Caller caller) {
        return caller.isAny(Role.INSPECTOR, Role.COUNTY_SPECIAL_SECTION);
    }

    /** Who complained is for those to know who take the complaint in and see to it. */
    static boolean mayReadInformant(Notice notice, Caller caller) {
        return notice.kind() != NoticeKind.COMPLAINT || mayRegister(caller) || caller.is(Role.FIELD_OFFICE_HEAD);
    }

    static void require(Caller caller) {
        if (!mayRegister(caller)) {
            throw new Forbidden("隐患由检查员和县局特设股登记。");
        }
    }

    /**
     * Registers the hazard and orders it put right.
     *
     * @param key of the form: sent twice it is one hazard
     * @param digest of all that was sent
     * @return the hazard's id
     * @throws Stale when the form was sent before with other content
     */
    @Transactional
    public long register(UUID key, String digest, long enterprise, Told told, Caller by) {
        require(by);
        Unit unit = register.require(enterprise, by.scope());
        Optional<Long> fresh = jdbc.sql("""
                        insert into hazard_notice (request_key, request_digest, kind, informant, found_on, enterprise_id,
                            by_id, by_name, office_name, at)
                        values (:key, :digest, :kind, :informant, :foundOn, :unit, :by, :byName, :office, :at)
                        on conflict (request_key) do nothing returning id
                        """)
                .param("key", key)
                .param("digest", digest)
                .param("kind", told.kind().name())
                .param("informant", told.informant())
                .param("foundOn", told.foundOn())
                .param("unit", unit.id())
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("office", by.place())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        return fresh.isPresent() ? raise(fresh.get(), unit, told, by) : earlier(key, digest);
    }

    private long raise(long notice, Unit unit, Told told, Caller by) {
        if (told.foundOn().isAfter(today.day()) || told.foundOn().isBefore(EARLIEST)) {
            throw new Refusal("foundOn", "发现日期应在 " + EARLIEST + " 到今天之间。");
        }
        if (told.due().isBefore(today.day())) {
            throw new Refusal("due", "整改时限不能早于今天 " + today.day() + "。");
        }
        Deadlines.tooLongFix(today.day(), told.due()).ifPresent(why -> {
            throw new Refusal("due", why);
        });
        long hazard = ledger.raise(new Finding(
                        new SourceRef(SourceKind.NOTICE, notice, LINE),
                        unit,
                        told.foundOn(),
                        told.field(),
                        "",
                        told.kind().getLabel(),
                        "",
                        "",
                        "",
                        told.problem(),
                        told.proposedMajor(),
                        false,
                        told.due(),
                        told.responsible(),
                        told.measure(),
                        List.of(by)))
                .id();
        jdbc.sql("update hazard_notice set hazard_id = :hazard where id = :id")
                .param("hazard", hazard)
                .param("id", notice)
                .update();
        attachments.storeAll(source(notice), PURPOSE, told.files(), by);
        return hazard;
    }

    private long earlier(UUID key, String digest) {
        return jdbc.sql("select request_digest, hazard_id from hazard_notice where request_key = :key")
                .param("key", key)
                .query((row, number) -> {
                    if (!row.getString("request_digest").equals(digest)) {
                        throw new Stale("这个页面已经登记过；这次填写的内容与当时不同，没有再登记。");
                    }
                    return row.getLong("hazard_id");
                })
                .single();
    }

    /** Whoever calls reads the hazard within a scope before showing it. */
    @Transactional(readOnly = true)
    public Optional<Notice> find(long id) {
        return jdbc.sql("select id, kind, informant, found_on, by_name, office_name, at, hazard_id"
                        + " from hazard_notice where id = :id")
                .param("id", id)
                .query(Notice.class)
                .optional();
    }

    List<Attachment> files(long id) {
        return attachments.of(source(id));
    }

    static Source source(long id) {
        return new Source(SourceKind.NOTICE, id);
    }
}
