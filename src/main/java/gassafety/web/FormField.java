package gassafety.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One field of a form.
 *
 * @param name in the request
 * @param label in the words of the form
 * @param longest how many characters, or digits before the point, it takes
 * @param hint shown under the label; empty when there is none
 * @param options what can be chosen; empty for fields that are typed
 */
public record FormField(
        String name, String label, Kind kind, int longest, boolean required, String hint, List<Option> options) {

    private static final int DAY_LENGTH = 10;

    /** What a field takes. */
    public enum Kind {
        TEXT,
        /** Several lines of text. */
        LINES,
        DAY,
        /** A whole number from 0. */
        WHOLE,
        /** A number from 0 with at most two decimals. */
        DECIMAL,
        ONE_OF,
        SEVERAL,
        TICK,
        /** Photos or files; they are no content, and are chosen again when the form is shown again. */
        FILES
    }

    /** Something to choose. */
    public record Option(String value, String label) {}

    public static FormField text(String name, String label, int longest) {
        return new FormField(name, label, Kind.TEXT, longest, false, "", List.of());
    }

    public static FormField lines(String name, String label, int longest) {
        return new FormField(name, label, Kind.LINES, longest, false, "", List.of());
    }

    public static FormField day(String name, String label) {
        return new FormField(name, label, Kind.DAY, DAY_LENGTH, false, "", List.of());
    }

    public static FormField whole(String name, String label, int digits) {
        return new FormField(name, label, Kind.WHOLE, digits, false, "", List.of());
    }

    public static FormField decimal(String name, String label, int digits) {
        return new FormField(name, label, Kind.DECIMAL, digits, false, "", List.of());
    }

    public static FormField tick(String name, String label) {
        return new FormField(name, label, Kind.TICK, 1, false, "", List.of(new Option(Typed.YES, "是")));
    }

    public static FormField files(String name, String label) {
        return new FormField(name, label, Kind.FILES, 0, false, "JPEG、PNG 照片或 PDF，每个不超过 20 MB", List.of());
    }

    public static FormField oneOf(String name, String label, List<Option> options) {
        return new FormField(name, label, Kind.ONE_OF, 1, false, "", List.copyOf(options));
    }

    public static FormField oneOf(String name, String label, Labelled[] values) {
        return oneOf(name, label, options(values));
    }

    public static FormField several(String name, String label, Labelled[] values) {
        return several(name, label, options(values));
    }

    public static FormField several(String name, String label, List<Option> options) {
        return new FormField(name, label, Kind.SEVERAL, options.size(), false, "", List.copyOf(options));
    }

    public FormField needed() {
        return new FormField(name, label, kind, longest, true, hint, options);
    }

    public FormField hint(String words) {
        return new FormField(name, label, kind, longest, required, words, options);
    }

    /** The content as a person reads it: the labels of what was chosen, or the text itself. */
    public String shown(String content) {
        if (kind == Kind.TICK) {
            return content.isEmpty() ? "否" : "是";
        }
        if (options.isEmpty()) {
            return content;
        }
        return Stream.of(content.split(",")).map(this::labelOf).collect(Collectors.joining("、"));
    }

    boolean offers(String value) {
        return placeOf(value) < options.size();
    }

    /** Place among the options; behind them for what is not offered. */
    int placeOf(String value) {
        for (int place = 0; place < options.size(); place++) {
            if (options.get(place).value().equals(value)) {
                return place;
            }
        }
        return options.size();
    }

    private String labelOf(String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    private static List<Option> options(Labelled[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), value.getLabel()))
                .toList();
    }
}
