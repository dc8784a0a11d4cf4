package gassafety.inspection;

import gassafety.calendar.Deadlines;
import gassafety.checklist.Verdict;
import gassafety.web.TypedDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** One card as it was sent: the fields are read by name, so that nothing else that is sent can matter. */
final class AnswerForm {

    private final Map<AnswerField, String> typed = new EnumMap<>(AnswerField.class);
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final int base;
    private final String key;
    private final Duration age;

    /** @param sent gives the value sent under a name, or null */
    AnswerForm(java.util.function.UnaryOperator<@Nullable String> sent) {
        for (AnswerField field : AnswerField.values()) {
            typed.put(field, Texts.clean(sent.apply(field.column())).replace("\r\n", "\n"));
        }
        String phrase = Texts.clean(sent.apply("phrase"));
        if (!phrase.isEmpty()) {
            typed.put(AnswerField.MEASURE, phrase);
        }
        String sentBase = Texts.clean(sent.apply("base"));
        base = sentBase.matches("[0-9]{1,6}") ? Integer.parseInt(sentBase) : 0;
        key = Keys.of(sent.apply("key"));
        String sentAge = Texts.clean(sent.apply("age"));
        age = sentAge.matches("[0-9]{1,10}") ? Duration.ofMillis(Long.parseLong(sentAge)) : Duration.ZERO;
        check(AnswerField.VERDICT, Verdict.values());
        check(AnswerField.LEVEL, Level.values());
        check(AnswerField.HANDLING, Handling.values());
        check(AnswerField.ANOTHER, AnswerField.Another.values());
    }

    int base() {
        return base;
    }

    /** Name of this request; one that came without a usable name gets one of its own. */
    String key() {
        return key;
    }

    /** How long it waited to be sent, by the phone's own clock. */
    Duration age() {
        return age;
    }

    /** What was typed, right or wrong, to be shown again. */
    AnswerContent typed() {
        return new AnswerContent(typed);
    }

    /** The same for requests that say the same. */
    String digest() {
        return DigestUtils.sha256Hex(base + " " + typed());
    }

    /** Messages by the name of the field. */
    Map<String, String> errors() {
        return errors;
    }

    /**
     * What this form says.
     *
     * @param usualDue asked for the term that is proposed when a problem is found
     * @throws InvalidAnswer when a field can't be kept as it is
     */
    AnswerContent content(LocalDate visitDay, Supplier<LocalDate> usualDue) {
        for (AnswerField field : AnswerField.values()) {
            switch (field.kind()) {
                case TEXT -> checkLength(field);
                case DAY -> checkDay(field, visitDay);
                case COUNT -> checkCount(field);
                case CHOICE -> {}
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidAnswer(this);
        }
        AnswerContent content = typed().isNonconforming() ? withUsual(typed(), usualDue) : withoutChoices(typed());
        if (base == 0 && content.equals(AnswerContent.EMPTY)) {
            throw withoutVerdict();
        }
        return content;
    }

    /** Nothing was chosen where something has to be. */
    InvalidAnswer withoutVerdict() {
        errors.put(AnswerField.VERDICT.column(), "还没有选择：请选符合、不符合或无此项。");
        return new InvalidAnswer(this);
    }

    private static AnswerContent withUsual(AnswerContent content, Supplier<LocalDate> usualDue) {
        AnswerContent chosen = content.orElse(AnswerField.LEVEL, Level.ORDINARY.name())
                .orElse(AnswerField.HANDLING, Handling.BY_DEADLINE.name());
        return chosen.isOnTheSpot()
                ? chosen.with(AnswerField.DUE, "")
                : chosen.get(AnswerField.DUE).isEmpty()
                        ? chosen.with(AnswerField.DUE, usualDue.get().toString())
                        : chosen;
    }

    /** Level, handling and term belong to a problem only; texts stay, in case the verdict was a slip of the finger. */
    private static AnswerContent withoutChoices(AnswerContent content) {
        return content.with(AnswerField.LEVEL, "")
                .with(AnswerField.HANDLING, "")
                .with(AnswerField.DUE, "")
                .with(AnswerField.ANOTHER, "");
    }

    private void check(AnswerField field, Enum<?>[] choices) {
        String value = typed.getOrDefault(field, "");
        if (!value.isEmpty()
                && Arrays.stream(choices).noneMatch(choice -> choice.name().equals(value))) {
            errors.put(field.column(), "请重新选择" + field.getLabel() + "。");
            typed.put(field, "");
        }
    }

    private void checkLength(AnswerField field) {
        String value = typed.getOrDefault(field, "");
        int length = value.codePointCount(0, value.length());
        if (length > field.getLongest()) {
            errors.put(field.column(), field.getLabel() + "不能超过 " + field.getLongest() + " 个字，现在是 " + length + " 个字。");
        }
    }

    private void checkDay(AnswerField field, LocalDate visitDay) {
        String value = typed.getOrDefault(field, "");
        if (value.isEmpty()) {
            return;
        }
        LocalDate day = TypedDay.read(value);
        if (day == null) {
            errors.put(field.column(), field.getLabel() + "要写成 " + visitDay + " 这样的日期，请核对。");
        } else if (day.isBefore(visitDay)) {
            errors.put(field.column(), field.getLabel() + "不能早于检查日期 " + visitDay + "。");
        } else {
            Deadlines.tooLongFix(visitDay, day).ifPresent(why -> errors.put(field.column(), why));
        }
    }

    private void checkCount(AnswerField field) {
        String value = typed.getOrDefault(field, "");
        if (!value.isEmpty() && !value.matches("[0-9]{1,6}")) {
            errors.put(field.column(), field.getLabel() + "请填 0 到 " + AnswerField.LARGEST_COUNT + " 之间的整数。");
        }
    }
}
