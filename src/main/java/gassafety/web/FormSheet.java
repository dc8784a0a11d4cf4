package gassafety.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** A form as it is shown and read: groups of fields. Its content is text by the name of the field. */
public record FormSheet(List<Group> groups) {

    private static final int LONGEST_ACCOUNT = 500;

    /** Fields under a heading. */
    public record Group(String title, List<FormField> fields) {}

    /** A field whose content is not the same in two versions of a record. */
    public record Difference(FormField field, String before, String after) {}

    public List<FormField> fields() {
        return groups.stream().flatMap(group -> group.fields().stream()).toList();
    }

    /** Whether files are sent with it. */
    public boolean isTakingFiles() {
        return fields().stream().anyMatch(field -> field.kind() == FormField.Kind.FILES);
    }

    /** What was sent, checked against the fields; whatever else was sent is left aside. */
    public Typed read(MultiValueMap<String, String> sent) {
        return new Typed(this, sent);
    }

    /** The form filled in with what a record holds; fields that it does not hold are empty. */
    public Typed fill(Map<String, String> held) {
        return new Typed(this, held);
    }

    Map<String, String> blank() {
        Map<String, String> content = new LinkedHashMap<>();
        fields().forEach(field -> content.put(field.name(), ""));
        return content;
    }

    public List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        return fields().stream()
                .map(field -> new Difference(
                        field, before.getOrDefault(field.name(), ""), after.getOrDefault(field.name(), "")))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    /** The differences in a sentence for the history of the record: 地址：甲 → 乙. */
    public String account(Map<String, String> before, Map<String, String> after) {
        String account = differences(before, after).stream()
                .map(difference -> difference.field().label()
                        + "："
                        + orNothing(difference.field().shown(difference.before()))
                        + " → "
                        + orNothing(difference.field().shown(difference.after())))
                .collect(Collectors.joining("；"));
        return account.length() > LONGEST_ACCOUNT ? account.substring(0, LONGEST_ACCOUNT) + "……" : account;
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "空" : text;
    }
}
