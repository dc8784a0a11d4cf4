package gassafety.outreach;

import gassafety.journal.Act;
import gassafety.web.Labelled;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record is more exactly, among those of its kind; some decide which act it is. */
public enum Choice implements Labelled {
    SUPERVISORS(OutreachKind.TRAINING, "监管人员", Act.SUPERVISOR_TRAINED, Act.SUPERVISORS_TRAINED_BY_HEAD_COUNT),
    CYLINDER_STAFF(
            OutreachKind.TRAINING,
            "气瓶安全总监、气瓶安全员、特种设备作业人员",
            Act.CYLINDER_STAFF_TRAINED,
            Act.CYLINDER_STAFF_TRAINED_BY_HEAD_COUNT),
    APPLIANCE_STAFF(
            OutreachKind.TRAINING,
            "燃气器具质量安全总监、质量安全员",
            Act.APPLIANCE_STAFF_TRAINED,
            Act.APPLIANCE_STAFF_TRAINED_BY_HEAD_COUNT),
    BROADCAST(OutreachKind.MEDIA, "广播电视"),
    ONLINE(OutreachKind.MEDIA, "网络媒介"),
    WALL_CHART(OutreachKind.MEDIA, "挂图"),
    PUBLIC_ADVERTISEMENT(OutreachKind.MEDIA, "公益广告"),
    PRESS(OutreachKind.MEDIA, "报刊"),
    BOOKLET(OutreachKind.PRODUCT, "手册"),
    POSTER(OutreachKind.PRODUCT, "海报"),
    INFOGRAPHIC(OutreachKind.PRODUCT, "图解"),
    VIDEO(OutreachKind.PRODUCT, "视频"),
    OTHER_PRODUCT(OutreachKind.PRODUCT, "其他"),
    GUIDE(OutreachKind.DOCUMENT_ISSUED, "执法指引、指导案例（第26项）", Act.ENFORCEMENT_GUIDE_ISSUED),
    SYSTEM(OutreachKind.DOCUMENT_ISSUED, "制度文件（第28项）", Act.SYSTEM_DOCUMENT_ISSUED),
    /** Only a prefecture or province issues these. */
    GUIDANCE(OutreachKind.DOCUMENT_ISSUED, "落实责任的指导性文件（第30项）", Act.LOCAL_GUIDANCE_ISSUED),
    OTHER_DOCUMENT(OutreachKind.DOCUMENT_ISSUED, "其他文件（不计入）", Act.OTHER_DOCUMENT_ISSUED),
    FROM_NATION(OutreachKind.DOCUMENT_RECEIVED, "总局", Act.DOCUMENT_RECEIVED),
    FROM_PROVINCE(OutreachKind.DOCUMENT_RECEIVED, "省级", Act.DOCUMENT_RECEIVED),
    FROM_CITY(OutreachKind.DOCUMENT_RECEIVED, "市级", Act.DOCUMENT_RECEIVED),
    FROM_COUNTY(OutreachKind.DOCUMENT_RECEIVED, "县级", Act.DOCUMENT_RECEIVED),
    FROM_OTHERS(OutreachKind.DOCUMENT_RECEIVED, "其他部门", Act.DOCUMENT_RECEIVED),
    INITIATIVE(OutreachKind.PLEDGE, "公开倡议"),
    CONVENTION(OutreachKind.PLEDGE, "行业公约"),
    COMMITMENT(OutreachKind.PLEDGE, "行业承诺");

    private final OutreachKind kind;
    private final String label;
    private final @Nullable Act act;
    private final @Nullable Act byHeadCount;

    Choice(OutreachKind kind, String label) {
        this(kind, label, null, null);
    }

    Choice(OutreachKind kind, String label, Act act) {
        this(kind, label, act, null);
    }

    Choice(OutreachKind kind, String label, @Nullable Act act, @Nullable Act byHeadCount) {
        this.kind = kind;
        this.label = label;
        this.act = act;
        this.byHeadCount = byHeadCount;
    }

    @Override
    public String getLabel() {
        return label;
    }

    /** The act that it makes of its record. */
    Act act() {
        return Objects.requireNonNull(act);
    }

    /** The act of a session of which only the number of people is known. */
    Act actByHeadCount() {
        return Objects.requireNonNull(byHeadCount);
    }

    static Choice[] of(OutreachKind kind, boolean municipal) {
        return Arrays.stream(values())
                .filter(choice -> choice.kind == kind && (municipal || choice != GUIDANCE))
                .toArray(Choice[]::new);
    }

    boolean isOf(OutreachKind wanted) {
        return kind == wanted;
    }
}
