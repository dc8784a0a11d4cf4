package gassafety.directive;

import gassafety.register.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The wording of a directive, the same in the default template and on the print page; ours after practice. [V] */
record DirectiveLetter(
        DirectiveKind kind, String bureau, String number, String unit, DirectiveText text, LocalDate issuedOn) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    public String getTitle() {
        return kind.getTitle();
    }

    public String getDay() {
        return DAY.format(issuedOn);
    }

    public String getProvision() {
        return stripped(text.provision());
    }

    /** The last day of the term. */
    public String getTerm() {
        return DAY.format(text.due());
    }

    public String getOpening() {
        return "经检查，你单位存在下列问题：";
    }

    public String getViolation() {
        return "上述行为（状况）违反了" + getProvision() + "的规定。";
    }

    public String getOrder() {
        return "依据《中华人民共和国特种设备安全法》第六十二条，现责令你单位于" + getTerm() + "前采取下列措施，予以改正或者消除事故隐患：";
    }

    public String getWarning() {
        return "完成后请将整改情况书面报告本局。逾期未改正的，本局将依法处理。";
    }

    public String getRemedy() {
        return "如不服本指令，可以自收到本指令书之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。复议、诉讼期间，本指令不停止执行。";
    }

    public String getCopies() {
        return "本指令书一式两份：一份交被检查单位，一份由本局存档。";
    }

    /** What the template may name. */
    Map<String, String> values(Unit to) {
        return kind == DirectiveKind.SUPERVISION ? ofDirective(to) : ofCorrection(to);
    }

    private Map<String, String> ofCorrection(Unit to) {
        return Map.of(
                "局名",
                bureau,
                "文号",
                number,
                "单位名称",
                unit,
                "信用代码",
                to.creditCode(),
                "单位地址",
                to.address(),
                "违法行为",
                text.problems() + "\n改正要求：\n" + text.measures(),
                "依据",
                getProvision() + "，",
                "改正期限",
                "于" + getTerm() + "前",
                "签发日期",
                getDay());
    }

    private Map<String, String> ofDirective(Unit to) {
        return Map.of(
                "局名", bureau,
                "文号", number,
                "单位名称", unit,
                "信用代码", to.creditCode(),
                "单位地址", to.address(),
                "存在的问题", text.problems(),
                "违反的条款", getProvision(),
                "采取的措施", text.measures(),
                "整改期限", getTerm(),
                "签发日期", getDay());
    }

    /** Without the full stop that people put at the end of a provision. */
    private static String stripped(String provision) {
        return provision.strip().replaceAll("[。.；;]+$", "").replace("\n", "；");
    }
}
