package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.evidence.CodeReader;
import gassafety.office.Caller;
import gassafety.register.Cylinder;
import gassafety.register.Cylinders;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Looks cylinders up by their marks, puts them on the 抽查明细 and takes them off again. */
@Service
class SpotChecking {

    private static final int LONGEST_CODE = 300;
    private static final int LONGEST_NOTE = 300;
    private static final int MOST = 300;

    private final InspectionRecords records;
    private final Filling filling;
    private final SpotChecks checks;
    private final Cylinders cylinders;
    private final CodeReader reader;
    private final Turns turns;
    private final Today today;

    SpotChecking(
            InspectionRecords records,
            Filling filling,
            SpotChecks checks,
            Cylinders cylinders,
            CodeReader reader,
            Turns turns,
            Today today) {
        this.records = records;
        this.filling = filling;
        this.checks = checks;
        this.cylinders = cylinders;
        this.reader = reader;
        this.turns = turns;
        this.today = today;
    }

    /** The inspection, to one of its inspectors, when its list is about units that have cylinders. */
    Inspection of(long id, Caller by) {
        return withCylinders(filling.ofInspector(id, by));
    }

    /**
     * What the register says of a code.
     *
     * @throws Refusal when nothing was typed
     */
    @Transactional(readOnly = true)
    public FoundCylinder find(long id, String typed, Caller by) {
        Inspection inspection = of(id, by);
        String code = code(typed);
        Cylinder registered = cylinders.find(code).orElse(null);
        String mark = mark(code, registered);
        SpotCheck listed =
                checks.latest(id, mark).filter(check -> !check.removed()).orElse(null);
        return FoundCylinder.of(code, mark, registered, inspection, listed);
    }

    /**
     * What the register says of the code in a photo, which is not kept.
     *
     * @throws Refusal when no code can be read in it
     */
    FoundCylinder find(long id, @Nullable MultipartFile photo, Caller by) {
        of(id, by);
        if (photo == null || photo.isEmpty()) {
            throw new Refusal("photo", "没有收到照片，请对着气瓶的标识拍照，或者输入标识号。");
        }
        String code =
                reader.read(photo).orElseThrow(() -> new Refusal("photo", "照片里没有读出二维码或条码：请靠近、对正、避开反光再拍一次，或者输入标识号。"));
        return find(id, code, by);
    }

    /**
     * Puts a cylinder on the list, or changes what is said of it. A request that is sent again changes nothing.
     *
     * @param result name of a {@link SpotCheck.Result}; empty: as the register suggests, for one added without network
     * @param seen version of it on the list that the person saw; 0 for none
     * @throws Settled when the inspection takes no more answers
     * @throws Refusal when a colleague has said otherwise since
     */
    @Transactional
    public void add(long id, String typed, String result, String note, int seen, String key, Caller by) {
        Inspection inspection = hold(id, by);
        String code = code(typed);
        Cylinder registered = cylinders.find(code).orElse(null);
        String mark = mark(code, registered);
        Optional<SpotCheck> sent = checks.savedUnder(id, key);
        if (sent.isPresent()) {
            requireSame(sent.get(), mark, false, by);
            return;
        }
        requireTaking(inspection);
        SpotCheck.Result said = said(result, registered, inspection);
        String remark = Texts.optional("note", note, LONGEST_NOTE, "说明").replace("\r\n", "\n");
        if (said == SpotCheck.Result.ABNORMAL
                && remark.isEmpty()
                && CylinderWarning.of(registered, inspection).isEmpty()) {
            throw new Refusal("note", "登记信息没有问题，请写明这只气瓶有什么异常。");
        }
        Optional<SpotCheck> last = checks.latest(id, mark);
        Optional<SpotCheck> listed = last.filter(check -> !check.removed());
        if (listed.isPresent() && agrees(listed.get(), said, remark, seen)) {
            return;
        }
        listed.filter(check -> check.version() > seen && check.savedBy() != by.accountId())
                .ifPresent(SpotChecking::refuse);
        if (listed.isEmpty() && isFull(id)) {
            throw new Refusal("code", "一张检查表的抽查明细最多 " + MOST + " 只。");
        }
        checks.add(id, next(mark, last, key, false, said, remark, registered, by));
    }

    /** Takes a cylinder off the list; its rows stay. A request that is sent again changes nothing. */
    @Transactional
    public void remove(long id, String mark, String key, Caller by) {
        Inspection inspection = hold(id, by);
        Optional<SpotCheck> sent = checks.savedUnder(id, key);
        if (sent.isPresent()) {
            requireSame(sent.get(), mark, true, by);
            return;
        }
        requireTaking(inspection);
        SpotCheck last = checks.latest(id, mark).orElseThrow(NotFound::new);
        if (!last.removed()) {
            checks.add(id, next(mark, Optional.of(last), key, true, last.result(), last.note(), last.registered(), by));
        }
    }

    /** Held so that no signature freezes the content meanwhile, and one row is added after the other. */
    private Inspection hold(long id, Caller by) {
        Inspection inspection = withCylinders(records.share(id, by.scope()).orElseThrow(NotFound::new));
        inspection.requireInspector(by);
        turns.take("cylinders " + id);
        return inspection;
    }

    private static Inspection withCylinders(Inspection inspection) {
        if (!SpotChecks.belongTo(inspection)) {
            throw new NotFound();
        }
        return inspection;
    }

    private static void requireTaking(Inspection inspection) {
        if (!inspection.getStatus().isTakingAnswers()) {
            throw new Settled(inspection.getStatus());
        }
    }

    private boolean isFull(long id) {
        return checks.latest(id).stream().filter(check -> !check.removed()).count() >= MOST;
    }

    private static String code(String typed) {
        return Texts.required("code", typed, LONGEST_CODE, "标识号");
    }

    /** Marks are written in capitals; what is no mark stays as it was read. */
    private static String mark(String code, @Nullable Cylinder registered) {
        return registered != null
                ? registered.mark()
                : code.matches("[0-9A-Za-z-]+") ? code.toUpperCase(Locale.ROOT) : code;
    }

    private static SpotCheck.Result said(String result, @Nullable Cylinder registered, Inspection at) {
        return result.isEmpty()
                ? SpotCheck.Result.suggestedBy(CylinderWarning.of(registered, at))
                : SpotCheck.Result.of(result).orElseThrow(() -> new Refusal("result", "请选择正常或异常。"));
    }

    /** Whether the list says this already; who did not see a colleague's note does not take it away. */
    private static boolean agrees(SpotCheck listed, SpotCheck.Result result, String note, int seen) {
        return listed.result() == result && (listed.note().equals(note) || note.isEmpty() && listed.version() > seen);
    }

    private static void refuse(SpotCheck listed) {
        throw new Refusal(listed.savedByName() + " " + listed.savedText() + " 已把这只气瓶记为“"
                + listed.result().getLabel() + "”"
                + (listed.note().isEmpty() ? "" : "（" + listed.note() + "）") + "，与您的填写不同，没有保存；请核实后重新查询。");
    }

    private static void requireSame(SpotCheck sent, String mark, boolean removed, Caller by) {
        if (!sent.mark().equals(mark) || sent.removed() != removed || sent.savedBy() != by.accountId()) {
            throw new Refusal("这次填写的标识与另一次填写重复，没有保存，请重新查询后再加入。");
        }
    }

    private SpotCheck next(
            String mark,
            Optional<SpotCheck> last,
            String key,
            boolean removed,
            SpotCheck.Result result,
            String note,
            @Nullable Cylinder registered,
            Caller by) {
        return new SpotCheck(
                mark,
                last.map(SpotCheck::version).orElse(0) + 1,
                key,
                removed,
                result,
                note,
                registered,
                by.accountId(),
                by.name(),
                today.now());
    }
}
