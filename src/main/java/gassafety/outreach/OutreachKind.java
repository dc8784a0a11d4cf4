package gassafety.outreach;

import gassafety.web.Labelled;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is recorded, with what it counts as. */
public enum OutreachKind implements Labelled {
    TRAINING("培训", "名", "附件3 第32–34项，按人去重"),
    HAND_OUT("发放培训材料", "份", "附件3 第35项"),
    TRAINING_CLASS("专题培训班", "", "附件3 第36项，按最后一天计"),
    MEDIA("宣传报道", "", "附件3 第37项，一篇稿件一个平台计一篇次"),
    EVENT("重点宣传活动", "人次", "附件3 第38项，覆盖人数计入第40项"),
    PRODUCT("宣传产品", "", "附件3 第39项，按设计件数"),
    VIEWS("浏览量读数", "次", "附件3 第41项，每项只取最近一次"),
    DOCUMENT_ISSUED("印发文件", "", "附件3 第26、28项；市局印发的指导性文件计入第30项"),
    DOCUMENT_RECEIVED("收到文件", "", "不计入附件3"),
    TASK_FORCE("工作专班", "", "附件3 第27项"),
    PLEDGE("行业协会倡议、公约、承诺", "", "附件3 第31项，须附文件");

    private final String label;
    private final String unit;
    private final String counts;

    OutreachKind(String label, String unit, String counts) {
        this.label = label;
        this.unit = unit;
        this.counts = counts;
    }

    @Override
    public String getLabel() {
        return label;
    }

    /** What its quantity is counted in; empty when it has none. */
    public String getUnit() {
        return unit;
    }

    /** Where it counts, in words. */
    public String getCounts() {
        return counts;
    }

    /** Its place in addresses: {@code hand-out}. */
    public String getPath() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OutreachKind> at(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.getPath().equals(path))
                .findFirst();
    }

    /** Whether it is an act of the bureau, whichever of its offices enters it. */
    boolean isOfBureau() {
        return switch (this) {
            case DOCUMENT_ISSUED, DOCUMENT_RECEIVED, TASK_FORCE, PLEDGE -> true;
            default -> false;
        };
    }

    /** Whether its views are read. */
    public boolean isViewed() {
        return this == MEDIA || this == PRODUCT;
    }
}
