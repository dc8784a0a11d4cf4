package gassafety.enforcement;

import gassafety.calendar.Today;
import gassafety.document.DocumentKind;
import gassafety.document.DocumentTemplates;
import gassafety.document.IssuedDocuments;
import gassafety.document.NumberSeries;
import gassafety.document.WordDocument;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.register.Register;
import gassafety.register.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes and keeps the documents of a decision. Their wording is ours after the practice of the field. [V] */
@Component
class CaseDocuments {

    static final String DECISION_TITLE = "行政处罚决定书";
    static final String CORRECTION_TITLE = "责令改正通知书";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String REMEDY = "如不服本决定，可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。";

    private final IssuedDocuments issued;
    private final DocumentTemplates templates;
    private final NumberSeries numbers;
    private final Register register;
    private final Today today;

    CaseDocuments(
            IssuedDocuments issued, DocumentTemplates templates, NumberSeries numbers, Register register, Today today) {
        this.issued = issued;
        this.templates = templates;
        this.numbers = numbers;
        this.register = register;
        this.today = today;
    }

    /** Issues the decision, and the order to correct when there is one. */
    void issueDecision(EnforcementCase subject, Ruling ruling, Caller by) {
        Unit unit = register.require(subject.unitId(), by.scope());
        Office bureau = by.office().bureau();
        String number = Objects.requireNonNull(subject.getDecisionNumber());
        issued.keep(
                by,
                register.custody(unit, by.office()).hiddenFromUnit(),
                RecordKind.CASES,
                CaseJournal.source(subject),
                DECISION_TITLE,
                number,
                decision(subject, ruling, unit, bureau));
        if (ruling.correction()) {
            int year = today.day().getYear();
            String order = bureau.getAbbreviation()
                    + "责改〔%d〕%d号".formatted(year, numbers.next("correction:" + bureau.getCode() + ":" + year));
            issued.keep(
                    by,
                    register.custody(unit, by.office()).hiddenFromUnit(),
                    RecordKind.CASES,
                    CaseJournal.source(subject),
                    CORRECTION_TITLE,
                    order,
                    correction(order, ruling, unit, bureau));
        }
    }

    private byte[] decision(EnforcementCase subject, Ruling ruling, Unit unit, Office bureau) {
        WordDocument document = new WordDocument()
                .title(bureau.getName(), DECISION_TITLE)
                .number(Objects.requireNonNull(subject.getDecisionNumber()))
                .field("当事人", unit.name())
                .field("统一社会信用代码", unit.creditCode())
                .field("住所（住址）", unit.address())
                .field("法定代表人（负责人）", unit.responsiblePerson())
                .text("本局于" + DAY.format(Objects.requireNonNull(subject.getFiledOn())) + "对当事人" + subject.getCause()
                        + "立案调查（" + subject.getCaseNumber() + "），现已调查终结。")
                .heading("一、违法事实")
                .text(ruling.facts())
                .heading("二、处罚依据")
                .text(ruling.basis())
                .heading("三、决定内容");
        List<String> contents = contents(ruling);
        for (int at = 0; at < contents.size(); at++) {
            document.text((at + 1) + ". " + contents.get(at) + "；");
        }
        if (ruling.fine().add(ruling.gains()).signum() > 0) {
            document.heading("四、履行方式和期限")
                    .text("当事人应当自收到本决定书之日起十五日内，将罚没款缴至指定的银行或者通过电子支付系统缴纳。"
                            + "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。");
        }
        return document.text(REMEDY)
                .seal(bureau.getName(), DAY.format(today.day()))
                .note("本文书一式两份，一份送达当事人，一份归档。")
                .bytes();
    }

    private DocumentTemplates.Made correction(String number, Ruling ruling, Unit unit, Office bureau) {
        return templates.make(
                DocumentKind.CORRECTION,
                bureau,
                Map.of(
                        "局名", bureau.getName(),
                        "文号", number,
                        "单位名称", unit.name(),
                        "信用代码", unit.creditCode(),
                        "单位地址", unit.address(),
                        "违法行为", ruling.facts(),
                        "依据", ruling.basis(),
                        "改正期限", deadline(ruling.correctionDue()),
                        "签发日期", DAY.format(today.day())));
    }

    /** What a ruling takes and orders, one sentence each; pages say it in the same words as the document. */
    static List<String> contents(Ruling ruling) {
        List<String> contents = new ArrayList<>();
        if (ruling.correction()) {
            contents.add("责令" + deadline(ruling.correctionDue()) + "改正");
        }
        if (ruling.fine().signum() > 0) {
            contents.add("罚款 " + yuan(ruling.fine()));
        }
        if (ruling.gains().signum() > 0) {
            contents.add("没收违法所得 " + yuan(ruling.gains()));
        }
        ruling.goods().forEach(goods -> contents.add("没收" + goods.getText()));
        if (ruling.closedown() != Closedown.NONE) {
            contents.add(ruling.closedown() == Closedown.SUSPENSION ? "责令停产停业" : "依法予以取缔");
        }
        return contents;
    }

    private static String deadline(@org.jspecify.annotations.Nullable LocalDate due) {
        return due == null ? "立即" : "于" + DAY.format(due) + "前";
    }

    /** Yuan as read: 12,345.67 元. */
    static String yuan(BigDecimal amount) {
        return "%,.2f 元".formatted(amount);
    }
}
