package gassafety.inspection;

import gassafety.attachment.Attachment;
import gassafety.checklist.ChecklistItem;
import gassafety.evidence.Photo;
import gassafety.evidence.Photos;
import gassafety.journal.Source;
import gassafety.paper.Entry;
import gassafety.paper.Form;
import gassafety.paper.Paper;
import gassafety.paper.Paper.Field;
import gassafety.paper.Paper.Shot;
import gassafety.paper.Paper.SignedLine;
import gassafety.register.Cylinder;
import gassafety.seal.Seals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An inspection as it is printed, in the layout of its list's form. */
@Component
class RecordPaper {

    private static final int START_OF_HASH = 16;
    private static final List<String> CYLINDER_COLUMNS =
            List.of("序号", "标识号", "所属充装单位", "规格", "下次检验日期", "设计使用年限", "状态", "结果", "说明");
    private static final float[] CYLINDER_WIDTHS = {0.8f, 2.2f, 2.9f, 1.4f, 1.8f, 1.8f, 1.2f, 1, 3.4f};

    private final Signatures signatures;
    private final Signing signing;
    private final Notes notes;
    private final Photos photos;
    private final EarlierAnswers earlier;
    private final SpotChecks spotChecks;
    private final Participation participation;
    private final Proofs proofs;
    private final Seals seals;

    RecordPaper(
            Signatures signatures,
            Signing signing,
            Notes notes,
            Photos photos,
            EarlierAnswers earlier,
            SpotChecks spotChecks,
            Participation participation,
            Proofs proofs,
            Seals seals) {
        this.signatures = signatures;
        this.signing = signing;
        this.notes = notes;
        this.photos = photos;
        this.earlier = earlier;
        this.spotChecks = spotChecks;
        this.participation = participation;
        this.proofs = proofs;
        this.seals = seals;
    }

    /**
     * @param others the other lists of the visit, each printed by itself
     * @param instance the address of this instance from outside, where the code of the record is checked
     */
    @Transactional(readOnly = true)
    public byte[] print(Sheet sheet, List<Inspection> others, String instance) {
        Inspection inspection = sheet.inspection();
        Standing standing = Standing.of(inspection.getStatus());
        Paper paper = new Paper(
                        inspection.getChecklistTitle(),
                        inspection.getUnitName() + "　" + inspection.getVisitDay() + "　检查编号 " + inspection.getId(),
                        standing.mark)
                .titleOf(sheet.checklist());
        if (!standing.sentence.isEmpty()) {
            paper.subtitle(standing.sentence);
        }
        paper.fields(head(inspection, participation))
                .items(sheet.checklist(), item -> entry(sheet, item))
                .notesOf(sheet.checklist());
        earlier(inspection, paper);
        cylinders(inspection, paper);
        words(sheet, paper);
        others(others, paper);
        paper.heading("签字").signatures(signatures(inspection));
        seals.code(source(sheet))
                .ifPresent(code -> paper.verification(
                        instance + "/verify/" + code,
                        "核验码：" + code + "\n扫描二维码，或打开 " + instance + "/verify 输入核验码，可以核验这份检查记录是否存在、签字后有没有改动。"));
        supplements(sheet, paper);
        photos(sheet, paper);
        scans(sheet, paper);
        return paper.bytes();
    }

    /** What a printed copy says about itself. */
    private enum Standing {
        DRAFT("未签字　草稿", "未签字草稿：检查人员还没有签字，内容可能变动"),
        TO_SIGN("", "待签字：内容已固定，供被检查单位在纸上签字后扫描上传"),
        TERMINATED("检查终止", "检查已终止，不作为检查结论"),
        COMPLETE("", "");

        private final String mark;
        private final String sentence;

        Standing(String mark, String sentence) {
            this.mark = mark;
            this.sentence = sentence;
        }

        static Standing of(InspectionStatus status) {
            return switch (status) {
                case IN_PROGRESS -> DRAFT;
                case TO_SIGN -> TO_SIGN;
                case TERMINATED -> TERMINATED;
                case SIGNED, NOT_SIGNED_BY_UNIT, CLOSED -> COMPLETE;
            };
        }
    }

    private static List<Field> head(Inspection inspection, Participation participation) {
        List<Field> head = new ArrayList<>(List.of(
                new Field("单位名称", inspection.getUnitName()),
                new Field("统一社会信用代码", inspection.getUnitCreditCode().isEmpty() ? "无" : inspection.getUnitCreditCode()),
                new Field("检查日期", inspection.getVisitDay() + visit(inspection)),
                new Field("地址", inspection.getUnitAddress()),
                new Field("检查单位", inspection.getOfficeName())));
        if (inspection.getLicenceState() != null) {
            head.add(new Field("充装许可", inspection.getLicenceState().getLabel()));
        }
        if (!inspection.getCameraNumber().isEmpty()) {
            head.add(new Field("执法记录仪", inspection.getCameraNumber()));
        }
        head.add(new Field(
                "检查人员",
                inspection.getActiveInspectors().stream()
                        .map(person -> person.getName() + "（" + person.getCertificateKind() + " "
                                + person.getCertificateNumber() + "）")
                        .collect(Collectors.joining("、"))));
        List<Participant> others = participation.of(inspection.getId());
        if (!others.isEmpty()) {
            head.add(new Field("参加人员", others.stream().map(Participant::text).collect(Collectors.joining("、"))));
        }
        String publicity = participation.publicity(inspection.getId()).text();
        if (!publicity.isEmpty()) {
            head.add(new Field("现场普法", publicity));
        }
        return head;
    }

    private void earlier(Inspection inspection, Paper paper) {
        List<EarlierAnswer> answers = earlier.latest(inspection.getId());
        if (!answers.isEmpty()) {
            paper.heading("以前发现的问题");
            answers.forEach(answer -> paper.text(answer.hazardNumber() + "　" + answer.problem() + "："
                    + answer.verdictText() + (answer.remark().isEmpty() ? "" : "，" + answer.remark())));
        }
    }

    private void cylinders(Inspection inspection, Paper paper) {
        SpotCheckList list = spotChecks.of(inspection);
        if (list.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (SpotCheckList.Line line : list.lines()) {
            SpotCheck check = line.check();
            List<String> row = new ArrayList<>(List.of(String.valueOf(rows.size() + 1), check.mark()));
            Cylinder said = check.registered();
            row.addAll(
                    said == null
                            ? List.of("未登记", "", "", "", "")
                            : List.of(
                                    said.stationName(),
                                    said.size().getLabel() + "\n" + said.phase().getLabel(),
                                    said.nextInspectionOn().toString(),
                                    said.designLifeUntil().toString(),
                                    said.state().getLabel()));
            row.add(check.result().getLabel());
            row.add(Stream.concat(line.warnings().stream(), Stream.of(check.note()))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("；")));
            rows.add(row);
        }
        paper.heading("气瓶抽查明细（" + rows.size() + " 只，异常 " + list.getAbnormal() + " 只）")
                .small("登记信息是加入明细时查到的。")
                .rows(CYLINDER_COLUMNS, CYLINDER_WIDTHS, rows);
    }

    private void others(List<Inspection> others, Paper paper) {
        if (!others.isEmpty()) {
            paper.heading("同一次检查的其他检查表（一次签字，各自打印）");
            others.forEach(other -> paper.text(other.getChecklistTitle() + "　检查编号 " + other.getId()
                    + seals.code(PhotoWork.source(other.getId()))
                            .map(code -> "　核验码 " + code)
                            .orElse("")));
        }
    }

    private static Source source(Sheet sheet) {
        return PhotoWork.source(sheet.inspection().getId());
    }

    private static String visit(Inspection inspection) {
        return inspection.getVisitNumber() == null ? "" : "（第 " + inspection.getVisitNumber() + " 次检查）";
    }

    private static Entry entry(Sheet sheet, ChecklistItem item) {
        AnswerContent content = sheet.line(item.position()).content();
        if (!content.isAnswered() && sheet.inspection().getStatus().isTakingAnswers()) {
            return Entry.open(item);
        }
        String remark = content.labelled().entrySet().stream()
                .filter(said -> !said.getKey().equals(AnswerField.VERDICT.getLabel()))
                .map(said -> said.getKey() + "：" + said.getValue())
                .collect(Collectors.joining("；"));
        return new Entry(content.getVerdict(), remark);
    }

    private static void words(Sheet sheet, Paper paper) {
        Inspection inspection = sheet.inspection();
        if (!sheet.explanations().isEmpty()) {
            paper.heading("说明");
            sheet.explanations().values().forEach(given -> paper.text(given.getSentence()));
        }
        if (inspection.getTerminationReason() != null) {
            paper.heading("终止理由").text(inspection.getTerminationReason());
        }
    }

    private List<SignedLine> signatures(Inspection inspection) {
        List<SignedLine> lines = new ArrayList<>();
        List<Signature> given = signatures.of(inspection.getId());
        for (Signature signature : given) {
            byte[] drawn = signature.drawn()
                    ? signatures.image(inspection.getId(), signature.number()).orElse(null)
                    : null;
            lines.add(new SignedLine(signature.kind().getLabel(), words(signature), drawn));
        }
        if (inspection.getStatus().isOpen()) {
            signing.waitingFor(inspection).forEach(name -> lines.add(Form.byHand("检查人员" + name + "（签名）")));
            lines.add(Form.byHand("被检查单位负责人（签名、盖章）"));
            lines.add(Form.byHand("拒签或不在场的情况、见证人"));
        }
        return lines;
    }

    private static String words(Signature signature) {
        List<String> words = new ArrayList<>();
        words.add((signature.name() + " " + signature.title()).strip());
        words.add(signature.note().isEmpty() ? "" : "情况说明：" + signature.note());
        words.add(signature.witness().isEmpty() ? "" : "见证人：" + signature.witness());
        words.add(
                signature.scan() == null ? "" : "附件 SHA-256 " + signature.scan().substring(0, START_OF_HASH) + "…");
        words.add(signature.signedText());
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("\n"));
    }

    private void supplements(Sheet sheet, Paper paper) {
        List<Notes.Supplement> supplements =
                notes.supplements(sheet.inspection().getId());
        if (!supplements.isEmpty()) {
            paper.heading("补充说明（签字后添加，原记录不变）");
            for (int at = 0; at < supplements.size(); at++) {
                Notes.Supplement added = supplements.get(at);
                String code = seals.code(source(sheet), at + 1)
                        .map(printed -> "　核验码 " + printed)
                        .orElse("");
                paper.text(added.body() + "（" + added.addedByName() + " " + added.addedText() + "）" + code);
            }
        }
    }

    private void photos(Sheet sheet, Paper paper) {
        List<Photo> taken = photos.of(PhotoWork.source(sheet.inspection().getId()));
        if (taken.isEmpty()) {
            return;
        }
        List<Shot> shots = new ArrayList<>();
        for (Photo photo : taken) {
            shots.add(new Shot(
                    photos.small(PhotoWork.source(sheet.inspection().getId()), photo.id()),
                    caption(shots.size() + 1, photo, sheet)));
        }
        paper.newPage().heading("附：现场照片（" + taken.size() + " 张）").photos(shots);
    }

    private void scans(Sheet sheet, Paper paper) {
        long id = sheet.inspection().getId();
        String code =
                seals.code(source(sheet)).map(printed -> "　核验码 " + printed).orElse("");
        String title = "附：签字扫描件　检查编号 " + id + code;
        for (Attachment signed : proofs.signedPapers(id)) {
            String file = "文件“" + signed.name() + "”，SHA-256 " + signed.sha256();
            proofs.pages(id, signed)
                    .ifPresentOrElse(
                            pages -> paper.scan(title, file, pages),
                            () -> paper.newPage()
                                    .heading(title)
                                    .text("这份扫描件不能在这里显示（文件损坏、加密，或者与签字时不一致），请在检查记录页面下载原文件查看。")
                                    .text(file));
        }
    }

    private static String caption(int number, Photo photo, Sheet sheet) {
        String item = sheet.line(photo.line()).item().printedNo();
        String place = photo.placeText().isEmpty() ? "" : "　" + photo.placeText();
        return "照片 " + number + "　序号 " + item + "　" + photo.timeText() + place + "\nSHA-256 "
                + photo.sha256().substring(0, START_OF_HASH) + "…";
    }
}
