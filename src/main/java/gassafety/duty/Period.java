package gassafety.duty;

import gassafety.web.TypedDay;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that are looked at, and the kind of act.
 *
 * @param typed what was sent for each field
 * @param wrong what is wrong with it; then nothing is listed
 */
record Period(
        LocalDate from, LocalDate to, @Nullable DutyKind kind, Map<String, String> typed, Map<String, String> wrong) {

    private static final int LONGEST = 40;

    /** @param firstDay and {@code today} hold when no days are sent */
    static Period read(Map<String, String> sent, LocalDate firstDay, LocalDate today) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        LocalDate from = day("from", sent, firstDay, typed, wrong);
        LocalDate to = day("to", sent, today, typed, wrong);
        if (wrong.isEmpty() && from.isAfter(to)) {
            wrong.put("to", "结束日不能早于开始日。");
        }
        String name = sent.getOrDefault("kind", "").strip();
        DutyKind kind = Stream.of(DutyKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (kind == null && !name.isEmpty()) {
            wrong.put("kind", "没有这一类履责行为，请从列表中选择。");
        }
        return new Period(from, to, kind, typed, wrong);
    }

    private static LocalDate day(
            String name,
            Map<String, String> sent,
            LocalDate usual,
            Map<String, String> typed,
            Map<String, String> wrong) {
        String text = sent.getOrDefault(name, "").strip();
        typed.put(name, text.isEmpty() ? usual.toString() : text.substring(0, Math.min(LONGEST, text.length())));
        LocalDate day = TypedDay.read(text);
        if (day == null && !text.isEmpty()) {
            wrong.put(name, TypedDay.wrong(name.equals("from") ? "开始日" : "结束日", text));
        }
        return day == null ? usual : day;
    }
}
