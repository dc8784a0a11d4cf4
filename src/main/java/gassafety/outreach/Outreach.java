package gassafety.outreach;

import gassafety.attachment.Attachments;
import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Scope;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records training, publicity and documents, and posts what they count as. Nothing recorded is changed: a correction
 * voids the record, which reverses its acts, and makes a new one. Every verb throws {@link Forbidden} when it is not the
 * caller's to do, {@link NotFound} for a record outside the caller's scope, and {@link Refusal} for what can't stand.
 */
@Service
public class Outreach {

    /** What attachments of these records prove. */
    static final String EVIDENCE = "evidence";

    static final String WITHOUT_PLEDGE = "请在“佐证材料”中附上倡议、公约或承诺的文件。";

    static final int LONGEST_REASON = 500;

    private static final LocalDate EARLIEST = LocalDate.of(2023, 1, 1);
    private static final String WITH_ITEM = "所属的宣传报道或宣传产品已作废：";

    private final OutreachRecords records;
    private final Attachments attachments;
    private final Journal journal;
    private final Today today;

    Outreach(OutreachRecords records, Attachments attachments, Journal journal, Today today) {
        this.records = records;
        this.attachments = attachments;
        this.journal = journal;
        this.today = today;
    }

    /** A file that proves what is recorded: JPEG, PNG or PDF. */
    public record Evidence(String name, byte[] bytes) {}

    /**
     * What one row of a form says.
     *
     * @param at what the names of its fields begin with
     * @param evidence the files that prove it
     */
    public record Row(String at, Draft draft, List<Evidence> evidence) {}

    /**
     * One sending of a form.
     *
     * @param key the same when it is sent again
     * @param digest the same when it says the same
     */
    public record Sending(Caller by, String key, String digest) {}

    /** @param again whether this form had been taken before, and nothing was entered now */
    public record Entered(List<Long> ids, boolean again) {}

    /** Enters all rows or none. */
    @Transactional
    public Entered enter(Sending sending, List<Row> rows) {
        return once(sending, entry -> {
            for (Row row : rows) {
                try {
                    write(entry, sending.by(), row.draft(), row.evidence(), null);
                } catch (Refusal refusal) {
                    throw at(row, refusal);
                }
            }
        });
    }

    /** Voids a record and enters in its place what it should have said; its evidence and readings go along. */
    @Transactional
    public Entered correct(Sending sending, long id, Draft draft, List<Evidence> evidence, String reason) {
        return once(sending, entry -> {
            OutreachRecord wrong = require(id, sending.by().scope());
            List<Evidence> kept = new ArrayList<>(evidence);
            kept.addAll(evidenceOf(wrong));
            List<OutreachRecord> readings =
                    wrong.kind().isViewed() && !draft.repost() ? new ArrayList<>(records.readings(id)) : List.of();
            voidNow(wrong, sending.by(), reason);
            long corrected = write(entry, sending.by(), draft, kept, id);
            Collections.reverse(readings);
            for (OutreachRecord reading : readings) {
                Draft again = reading.draft(List.of()).of(corrected).title(draft.title());
                write(entry, sending.by(), again, evidenceOf(reading), reading.id());
            }
        });
    }

    private List<Evidence> evidenceOf(OutreachRecord record) {
        return attachments.of(record.source()).stream()
                .map(file -> new Evidence(
                        file.name(),
                        attachments.read(record.source(), file.id()).bytes()))
                .toList();
    }

    /** Takes a record back, and with a piece or product its readings; they count no longer, on any day. */
    @Transactional
    public void voidRecord(long id, Caller by, String reason) {
        voidNow(require(id, by.scope()), by, reason);
    }

    @Transactional
    public void addEvidence(long id, Caller by, List<Evidence> evidence) {
        OutreachRecord found = require(id, by.scope());
        if (found.isVoided()) {
            throw new Refusal("files", "这条记录已经作废，不再补充佐证。");
        }
        OutreachRights.requireAddEvidence(by, found);
        if (evidence.isEmpty()) {
            throw new Refusal("files", "请选择要上传的文件。");
        }
        keep(id, evidence, by);
    }

    /** @throws Refusal when this can't be recorded by this person, beside the field that is wrong */
    @Transactional(readOnly = true)
    public void check(Caller by, Draft draft) {
        OutreachRights.requireEnter(by, draft.kind());
        LocalDate day = today.day();
        if (draft.day().isAfter(day)) {
            throw new Refusal("day", "日期不能晚于今天 " + day + "。");
        }
        if (draft.day().isBefore(EARLIEST)) {
            throw new Refusal("day", "日期不能早于 " + EARLIEST + "。");
        }
        LocalDate since = draft.since();
        if (since != null && (since.isAfter(draft.day()) || since.isBefore(EARLIEST))) {
            throw new Refusal("since", "开始日期不能晚于结束日期，也不能早于 " + EARLIEST + "。");
        }
        checkKind(by, draft);
    }

    private void requireNew(Caller by, Office counting, Draft draft) {
        if (records.knows(by, counting, draft)) {
            throw draft.kind() == OutreachKind.MEDIA
                    ? new Refusal("party", "“" + draft.party() + "”上的这篇稿件已经登记过，一篇稿件一个平台只计一篇次。")
                    : new Refusal("number", "这个文号已经登记过，同一文件只计一次。");
        }
    }

    private void checkKind(Caller by, Draft draft) {
        switch (draft.kind()) {
            case TRAINING -> {
                if (draft.quantity() == 0) {
                    throw new Refusal("quantity", "请填写名单，没有名单的填写人数。");
                }
            }
            case HAND_OUT -> {
                if (draft.quantity() == 0) {
                    throw new Refusal("quantity", "份数应大于 0。");
                }
            }
            case EVENT -> {
                if (draft.quantity() > 0 && draft.basis().isEmpty()) {
                    throw new Refusal("basis", "填写了覆盖人数的，须写明估计依据。");
                }
            }
            case VIEWS -> {
                OutreachRecord item = item(by, draft);
                if (draft.day().isBefore(item.day())) {
                    throw new Refusal("day", "读数日期不能早于发布日期 " + item.day() + "。");
                }
            }
            case DOCUMENT_ISSUED -> {
                if (draft.choice() == Choice.GUIDANCE
                        && by.office().bureau().getKind() != OfficeKind.MUNICIPAL_BUREAU) {
                    throw new Refusal("choice", "指导性文件由省、市两级印发；县级文件按制度文件计入第28项。");
                }
            }
            case TRAINING_CLASS, MEDIA, PRODUCT, DOCUMENT_RECEIVED, TASK_FORCE, PLEDGE -> {}
        }
    }

    private OutreachRecord item(Caller by, Draft draft) {
        return Optional.ofNullable(draft.item())
                .flatMap(id -> records.find(id, by.scope()))
                .filter(found -> isReadBy(by, found))
                .orElseThrow(() -> new Refusal("item", "请选择本单位登记的宣传报道或宣传产品。"));
    }

    /** Whether this person may record readings of the views of this piece or product. */
    static boolean isReadBy(Caller by, OutreachRecord item) {
        return item.kind().isViewed()
                && !item.repost()
                && !item.isVoided()
                && item.officeId() == by.office().getId();
    }

    private interface Work {
        void does(long entry);
    }

    private Entered once(Sending sending, Work work) {
        Optional<Long> entry = records.begin(sending.by(), sending.key(), sending.digest());
        if (entry.isPresent()) {
            work.does(entry.get());
            return new Entered(records.enteredWith(entry.get()), false);
        }
        OutreachRecords.Sent before = records.sent(sending.by(), sending.key());
        if (!before.digest().equals(sending.digest())) {
            throw new Refusal("这张表已经保存过，后来改动的内容没有写入。要修改已保存的，请在记录页面更正；要登记新的，请重新打开登记页。");
        }
        return new Entered(records.enteredWith(before.id()), true);
    }

    private static Refusal at(Row row, Refusal refusal) {
        return new Refusal(refusal.getField() == null ? null : row.at() + refusal.getField(), refusal.sentence());
    }

    private long write(long entry, Caller by, Draft draft, List<Evidence> evidence, @Nullable Long replaces) {
        if (draft.item() != null) {
            records.hold(draft.item());
        }
        Office counting = counting(by, draft.kind());
        check(by, draft);
        requireNew(by, counting, draft);
        if (draft.kind() == OutreachKind.PLEDGE && evidence.isEmpty()) {
            throw new Refusal("files", WITHOUT_PLEDGE);
        }
        long id = records.write(entry, by, counting, draft, replaces);
        if (!evidence.isEmpty()) {
            keep(id, evidence, by);
        }
        post(require(id, by.scope()), draft, by);
        return id;
    }

    private void post(OutreachRecord made, Draft draft, Caller by) {
        for (Act act : made.acts()) {
            Posting posting = Posting.of(act, made.day(), by, made.source()).actOf(counting(by, made.kind()));
            if (made.named()) {
                draft.people().forEach(person -> journal.record(posting.subject(person.person())));
            } else {
                journal.record(
                        made.item() != null
                                ? posting.subject(key(made.item())).quantity(made.quantity())
                                : act == Act.PUBLICITY_EVENT_HELD || made.quantity() == 0
                                        ? posting
                                        : posting.quantity(made.quantity()));
            }
        }
    }

    private static String key(long item) {
        Source source = OutreachRecord.source(item);
        return source.kind() + ":" + source.id();
    }

    private void voidNow(OutreachRecord found, Caller by, String reason) {
        OutreachRights.requireChange(by, found);
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new Refusal("reason", "请写明理由。");
        }
        if (why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw new Refusal("reason", "理由不能超过 " + LONGEST_REASON + " 个字。");
        }
        if (!records.voidIt(found.id(), by, why)) {
            throw new Refusal("reason", "这条记录已经作废。");
        }
        for (Act act : found.acts()) {
            journal.positionsOf(found.source(), act).forEach(position -> journal.reverse(position, by, why));
        }
        if (found.kind().isViewed()) {
            records.readings(found.id()).forEach(reading -> voidReading(reading, by, why));
        }
    }

    private void voidReading(OutreachRecord reading, Caller by, String why) {
        String reason = WITH_ITEM + why;
        voidNow(
                reading,
                by,
                reason.codePointCount(0, reason.length()) > LONGEST_REASON
                        ? reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON))
                        : reason);
    }

    private void keep(long id, List<Evidence> evidence, Caller by) {
        for (Evidence file : evidence) {
            try {
                attachments.store(OutreachRecord.source(id), EVIDENCE, file.name(), file.bytes(), by);
            } catch (Refusal refusal) {
                throw new Refusal("files", refusal.sentence());
            }
        }
        records.noteEvidence(id);
    }

    /** Documents, task forces and pledges are the bureau's, everything else the office's that did it. */
    private static Office counting(Caller by, OutreachKind kind) {
        return kind.isOfBureau() ? by.office().bureau() : by.office();
    }

    private OutreachRecord require(long id, Scope scope) {
        return records.find(id, scope).orElseThrow(NotFound::new);
    }
}
