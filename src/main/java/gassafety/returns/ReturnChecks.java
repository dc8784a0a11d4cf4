package gassafety.returns;

import static gassafety.register.EnterpriseRole.APPLIANCE_PRODUCER;
import static gassafety.register.EnterpriseRole.APPLIANCE_SELLER;
import static gassafety.register.EnterpriseRole.CYLINDER_INSPECTION_BODY;
import static gassafety.register.EnterpriseRole.CYLINDER_MAKER;
import static gassafety.register.EnterpriseRole.FILLING_STATION;
import static gassafety.register.EnterpriseRole.LPG_OPERATOR;
import static gassafety.register.EnterpriseRole.PIPELINE_INSPECTION_BODY;
import static gassafety.register.EnterpriseRole.PIPELINE_USER;

import gassafety.register.EnterpriseRole;
import gassafety.reporting.Annex3;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Line;
import gassafety.returns.Remark.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold in a return, and what must be explained when it doesn't: named rules in one list. */
final class ReturnChecks {

    private static final int VISITS = 4;
    private static final int OPERATORS = 5;
    private static final int STATIONS = 7;
    private static final int CASES = 15;
    private static final int ORDERS = 16;
    private static final int NATIONAL = 29;
    private static final int CLASSES = 36;

    /** The roles of the units that a line counts. */
    static final Map<Integer, List<EnterpriseRole>> ROLES = Map.of(
            OPERATORS,
            List.of(FILLING_STATION, LPG_OPERATOR),
            6,
            List.of(CYLINDER_MAKER),
            STATIONS,
            List.of(FILLING_STATION),
            8,
            List.of(CYLINDER_INSPECTION_BODY),
            10,
            List.of(APPLIANCE_PRODUCER),
            11,
            List.of(APPLIANCE_SELLER),
            12,
            List.of(PIPELINE_USER),
            13,
            List.of(PIPELINE_INSPECTION_BODY));

    private static final List<Function<Situation, Stream<Remark>>> CHECKS = List.of(
            ReturnChecks::wholeNumbers,
            ReturnChecks::noNationalGuidance,
            ReturnChecks::typedFiguresHaveEvidence,
            ReturnChecks::countiesHaveHandedIn,
            ReturnChecks::nilMeansNothing,
            ReturnChecks::notBelowLastMonth,
            ReturnChecks::stationsAreOperators,
            ReturnChecks::directivesOrderCorrections,
            ReturnChecks::inspectorsComeInPairs,
            ReturnChecks::noMoreThanCases,
            ReturnChecks::penaltiesNeedCases,
            ReturnChecks::trainedNeedClasses,
            ReturnChecks::noMoreThanRegistered);

    private ReturnChecks() {}

    /** What the checks find. */
    static List<Remark> of(Situation situation) {
        return CHECKS.stream().flatMap(check -> check.apply(situation)).toList();
    }

    private static Stream<Remark> wholeNumbers(Situation s) {
        return Annex3.lines().stream()
                .map(Line::number)
                .filter(line -> s.now(line).signum() < 0
                        || line != Line.FINES && s.now(line).scale() > 0)
                .map(line ->
                        hard("whole" + line, s.named(line) + "应为不小于 0 的整数，请更正造成小数的记录。", s.records(Part.NOW, line)));
    }

    private static Stream<Remark> noNationalGuidance(Situation s) {
        return s.isNothing(NATIONAL)
                ? Stream.empty()
                : Stream.of(
                        hard("national", s.named(NATIONAL) + "只由总局填报，地方应为 0，请撤销误录的文件。", s.records(Part.NOW, NATIONAL)));
    }

    private static Stream<Remark> typedFiguresHaveEvidence(Situation s) {
        return s.withoutEvidence().isEmpty()
                ? Stream.empty()
                : Stream.of(hard(
                        "evidence",
                        "有手工登记的记录没有佐证文件，请补充文件或者作废这些记录。",
                        Situation.records(
                                s.withoutEvidence(), List.of(new Cause("没有佐证的全部记录", "/outreach?evidence=none")))));
    }

    private static Stream<Remark> countiesHaveHandedIn(Situation s) {
        return s.notHandedIn().isEmpty()
                ? Stream.empty()
                : Stream.of(soft(
                        "counties",
                        "还没有报送本月月报的县（市、区）局：" + String.join("、", s.notHandedIn()) + "。",
                        List.of(new Cause("各县月报", "/board"))));
    }

    private static Stream<Remark> nilMeansNothing(Situation s) {
        if (!s.content().nil() || s.isUnchanged()) {
            return Stream.empty();
        }
        List<Cause> changes = Stream.of(Part.PERIOD, Part.LATE, Part.REVERSED)
                .flatMap(part -> Annex3.lines().stream()
                        .mapToInt(Line::number)
                        .filter(line -> s.steps(line).part(part).signum() != 0)
                        .boxed()
                        .flatMap(line -> s.records(part, line).stream()))
                .toList();
        return Stream.of(hard("nil", "本期有新发生、补录或冲销的记录，不能作零报告，请取消勾选。", changes));
    }

    private static Stream<Remark> notBelowLastMonth(Situation s) {
        return Annex3.lines().stream()
                .filter(line ->
                        s.now(line.number()).compareTo(s.steps(line.number()).last()) < 0)
                .map(line -> soft(
                        "belowLast" + line.number(),
                        s.named(line.number()) + "少于上期的 "
                                + line.printed(s.steps(line.number()).last()).toPlainString() + "。",
                        s.records(Part.REVERSED, line.number())));
    }

    private static Stream<Remark> stationsAreOperators(Situation s) {
        return s.now(STATIONS).compareTo(s.now(OPERATORS)) <= 0
                ? Stream.empty()
                : Stream.of(soft(
                        "stations",
                        s.named(STATIONS) + "多于" + s.named(OPERATORS) + "。",
                        s.records(Part.NOW, STATIONS, OPERATORS)));
    }

    private static Stream<Remark> directivesOrderCorrections(Situation s) {
        return !s.isBelow(ORDERS, s.served())
                ? Stream.empty()
                : Stream.of(soft(
                        "directives",
                        s.named(ORDERS) + "少于已送达监察指令书的单位（" + s.served() + " 家）。",
                        Situation.records(s.notOrdered(), s.records(Part.NOW, ORDERS))));
    }

    private static Stream<Remark> inspectorsComeInPairs(Situation s) {
        return !s.isBelow(VISITS, 2 * s.visits())
                ? Stream.empty()
                : Stream.of(soft(
                        "pairs",
                        s.named(VISITS) + "少于检查次数（" + s.visits() + " 次）的两倍，每次检查应有两名以上检查人员。",
                        Situation.records(s.visitsOfOne(), s.records(Part.NOW, VISITS))));
    }

    private static Stream<Remark> noMoreThanCases(Situation s) {
        return lines(1, 2, 24)
                .filter(line -> s.now(line).compareTo(s.now(CASES)) > 0)
                .map(line -> soft(
                        "cases" + line, s.named(line) + "多于" + s.named(CASES) + "。", s.records(Part.NOW, line, CASES)));
    }

    private static Stream<Remark> penaltiesNeedCases(Situation s) {
        return needs(s, "noCase", CASES, 17, 18, 21, 22, Line.FINES);
    }

    private static Stream<Remark> trainedNeedClasses(Situation s) {
        return needs(s, "noClass", CLASSES, 32, 33, 34);
    }

    private static Stream<Remark> needs(Situation s, String name, int needed, Integer... lines) {
        return !s.isNothing(needed)
                ? Stream.empty()
                : lines(lines)
                        .filter(line -> !s.isNothing(line))
                        .map(line -> soft(
                                name + line,
                                s.named(line) + "不为 0，而" + s.named(needed) + "为 0。",
                                s.records(Part.NOW, line)));
    }

    private static Stream<Remark> noMoreThanRegistered(Situation s) {
        return ROLES.keySet().stream()
                .sorted()
                .filter(line -> s.now(line).compareTo(BigDecimal.valueOf(s.registered(line))) > 0)
                .map(line -> soft(
                        "register" + line,
                        s.named(line) + "多于辖区登记的这类单位（" + s.registered(line) + " 家）。",
                        s.records(Part.NOW, line)));
    }

    private static Stream<Integer> lines(Integer... lines) {
        return Stream.of(lines);
    }

    private static Remark hard(String name, String message, List<Cause> causes) {
        return new Remark(name, true, message, causes);
    }

    private static Remark soft(String name, String message, List<Cause> causes) {
        return new Remark(name, false, message, causes);
    }
}
