package gassafety.returns;

import gassafety.reporting.Annex3;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.Line;
import gassafety.reporting.Lineage.Entry;
import gassafety.returns.Remark.Cause;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a return is checked against.
 *
 * @param lines the figures with the way from the last report
 * @param visits signed visits with a checklist
 * @param served units to which a 监察指令书 was served
 * @param notOrdered served directives of units that don't stand in line 16
 * @param visitsOfOne visits with fewer than two inspectors
 * @param withoutEvidence records kept by hand that count and have no file
 * @param notHandedIn counties whose figures for the month are not handed in; none for a county
 * @param registered units registered in the roles of a line, by its number
 * @param address of the return
 */
record Situation(
        Function<Line, Steps> lines,
        ReturnContent content,
        long visits,
        long served,
        List<Entry> notOrdered,
        List<Entry> visitsOfOne,
        List<Entry> withoutEvidence,
        List<String> notHandedIn,
        Map<Integer, Long> registered,
        String address) {

    BigDecimal now(int line) {
        return steps(line).now();
    }

    Steps steps(int line) {
        return lines.apply(Annex3.line(line).orElseThrow());
    }

    boolean isBelow(int line, long least) {
        return now(line).compareTo(BigDecimal.valueOf(least)) < 0;
    }

    long registered(int line) {
        return registered.getOrDefault(line, 0L);
    }

    boolean isNothing(int line) {
        return now(line).signum() == 0;
    }

    boolean isUnchanged() {
        return Annex3.lines().stream().allMatch(line -> lines.apply(line).isUnchanged());
    }

    /** 第7项“检查燃气气瓶充装单位”（28）. */
    String named(int number) {
        Line line = Annex3.line(number).orElseThrow();
        return "第" + number + "项“" + line.item() + "”（"
                + line.printed(now(number)).toPlainString() + "）";
    }

    List<Cause> records(Part part, int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(line -> new Cause(
                        "第" + line + "项" + part.getLabel() + "的记录", address + "/lines/" + line + "?part=" + part))
                .toList();
    }

    static List<Cause> records(List<Entry> entries, List<Cause> more) {
        return Stream.concat(
                        entries.stream()
                                .map(entry -> new Cause(
                                        entry.title() + "（" + entry.officeName() + " " + entry.occurredOn() + "）",
                                        entry.source().address())),
                        more.stream())
                .toList();
    }
}
