package gassafety.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/**
 * What a person typed into a form, kept as it was typed, and what is wrong with it. The values may be asked for once it
 * {@link #isFine}.
 */
public final class Typed {

    /** What a ticked box sends. */
    public static final String YES = "yes";

    private final Map<String, String> content = new LinkedHashMap<>();
    private final MapBindingResult errors = new MapBindingResult(content, "form");

    Typed(FormSheet sheet, MultiValueMap<String, String> sent) {
        for (FormField field : sheet.fields()) {
            content.put(field.name(), joined(field, sent.getOrDefault(field.name(), List.of())));
            check(field);
        }
    }

    /** What a record holds, to be changed by a person. */
    Typed(FormSheet sheet, Map<String, String> held) {
        content.putAll(sheet.blank());
        content.putAll(held);
    }

    public boolean isFine() {
        return !errors.hasErrors();
    }

    /** Whether nothing is wrong with this field. */
    public boolean isFine(String field) {
        return !errors.hasFieldErrors(field);
    }

    public Map<String, String> content() {
        return content;
    }

    /** Puts a message beside a field; on top of the form when the field is none of its own. */
    public void reject(@Nullable String field, String message) {
        if (field != null && content.containsKey(field)) {
            errors.rejectValue(field, "wrong", message);
        } else {
            errors.reject("wrong", message);
        }
    }

    /** Hands content and messages to the page. */
    public void show(Model model) {
        model.addAttribute("form", content);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
    }

    public String text(String name) {
        return content.getOrDefault(name, "");
    }

    public @Nullable LocalDate day(String name) {
        return TypedDay.read(text(name));
    }

    /** The number, 0 when nothing was typed. */
    public int whole(String name) {
        String text = digits(text(name));
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** The number, 0 when nothing was typed. */
    public BigDecimal decimal(String name) {
        String text = digits(text(name));
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    public boolean ticked(String name) {
        return text(name).equals(YES);
    }

    public <E extends Enum<E>> @Nullable E one(String name, Class<E> kind) {
        String text = text(name);
        return text.isEmpty() ? null : Enum.valueOf(kind, text);
    }

    public <E extends Enum<E>> Set<E> several(String name, Class<E> kind) {
        Set<E> chosen = EnumSet.noneOf(kind);
        for (String value : text(name).split(",")) {
            if (!value.isEmpty()) {
                chosen.add(Enum.valueOf(kind, value));
            }
        }
        return chosen;
    }

    /** The one value, or those chosen in the order in which they are offered. */
    private static String joined(FormField field, List<String> values) {
        Stream<String> clean = values.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .map(value -> field.kind() == FormField.Kind.LINES ? value : value.replace('\n', ' '));
        if (field.kind() == FormField.Kind.FILES) {
            return "";
        }
        if (field.kind() != FormField.Kind.SEVERAL) {
            return clean.findFirst().orElse("");
        }
        return clean.flatMap(value -> Stream.of(value.split(",")))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(field::placeOf))
                .collect(Collectors.joining(","));
    }

    private void check(FormField field) {
        String text = text(field.name());
        if (text.isEmpty()) {
            if (field.required() && field.kind() != FormField.Kind.FILES) {
                reject(field.name(), (field.options().isEmpty() ? "请填写" : "请选择") + field.label() + "。");
            }
            return;
        }
        String wrong = switch (field.kind()) {
            case TEXT, LINES -> tooLong(field, text);
            case DAY -> TypedDay.read(text) != null ? null : TypedDay.wrong(field.label(), text);
            case WHOLE ->
                digits(text).matches("[0-9]{1," + field.longest() + "}")
                        ? null
                        : field.label() + "应为不超过 " + field.longest() + " 位的整数，不能为负。";
            case DECIMAL ->
                digits(text).matches("[0-9]{1," + field.longest() + "}([.][0-9]{1,2})?")
                        ? null
                        : field.label() + "应为数字，不能为负，最多两位小数。";
            case FILES -> null;
            case ONE_OF, SEVERAL, TICK -> isOffered(field, text) ? null : field.label() + "：请从给出的选项中选择。";
        };
        if (wrong != null) {
            reject(field.name(), wrong);
        }
    }

    /** As a Chinese keyboard or a workbook writes numbers: full-width, and with commas between thousands. */
    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(",", "");
    }

    private static @Nullable String tooLong(FormField field, String text) {
        int length = text.codePointCount(0, text.length());
        return length <= field.longest()
                ? null
                : field.label() + "不能超过 " + field.longest() + " 个字，现在有 " + length + " 个字。";
    }

    private static boolean isOffered(FormField field, String text) {
        return Arrays.stream(text.split(",")).allMatch(field::offers);
    }
}
