package gassafety.inspection;

import gassafety.register.Cylinder;
import gassafety.register.EnterpriseRole;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the register says against a cylinder that is found in an inspection; they never keep anyone from adding it. */
enum CylinderWarning {
    /** A station fills its own cylinders only; points of sale and inspection bodies have those of many. */
    OF_ANOTHER_STATION(
            (cylinder, at) -> at.getRole().equals(EnterpriseRole.FILLING_STATION.name())
                    && cylinder.stationId() != at.getUnitId(),
            cylinder -> "不是本站的气瓶，所属充装单位是" + cylinder.stationName()),
    INSPECTION_OVERDUE(
            (cylinder, at) -> cylinder.nextInspectionOn().isBefore(at.getVisitDay()),
            cylinder -> "超期未检：下次检验日期 " + cylinder.nextInspectionOn() + " 已过"),
    BEYOND_DESIGN_LIFE(
            (cylinder, at) -> cylinder.designLifeUntil().isBefore(at.getVisitDay()),
            cylinder -> "超过设计使用年限：到 " + cylinder.designLifeUntil() + " 为止"),
    NOT_IN_USE(
            (cylinder, at) -> cylinder.state() != Cylinder.State.IN_USE,
            cylinder -> "登记状态是“" + cylinder.state().getLabel() + "”");

    private static final String UNREGISTERED = "未登记：气瓶登记信息中没有这个标识号";

    private final BiPredicate<Cylinder, Inspection> holds;
    private final Function<Cylinder, String> sentence;

    CylinderWarning(BiPredicate<Cylinder, Inspection> holds, Function<Cylinder, String> sentence) {
        this.holds = holds;
        this.sentence = sentence;
    }

    /** @param cylinder null for a mark that is not registered */
    static List<String> of(@Nullable Cylinder cylinder, Inspection at) {
        return cylinder == null
                ? List.of(UNREGISTERED)
                : Arrays.stream(values())
                        .filter(warning -> warning.holds.test(cylinder, at))
                        .map(warning -> warning.sentence.apply(cylinder))
                        .toList();
    }
}
