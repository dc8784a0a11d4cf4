package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.MeasurePhrases;
import gassafety.checklist.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One item on the form.
 *
 * @param shown what its fields show: what is saved, or what was typed and could not be saved
 * @param errors messages by the name of the field
 * @param sentence why nothing of it was saved, or null
 * @param key name that the next request of this card has
 */
record Card(
        Sheet.Line line,
        AnswerContent shown,
        Map<String, String> errors,
        @Nullable String sentence,
        String key,
        List<String> phrases) {

    static Card of(Sheet.Line line, Checklist checklist) {
        return new Card(
                line,
                line.content(),
                Map.of(),
                null,
                UUID.randomUUID().toString(),
                MeasurePhrases.of(checklist, line.item()));
    }

    Card refused(AnswerForm form, @Nullable String why) {
        return new Card(line, form.typed(), form.errors(), why, form.key(), phrases);
    }

    public ChecklistItem item() {
        return line.item();
    }

    public int position() {
        return line.item().position();
    }

    /** Version that the fields of this card are based on. */
    public int base() {
        return line.history().baseVersion();
    }

    public @Nullable String error(String column) {
        return errors.get(column);
    }

    public boolean isChosen(Verdict verdict) {
        return shown.getVerdict() == verdict;
    }

    /** Further things this item asks for. */
    public List<AnswerField> asks() {
        return item().alsoAsk().stream()
                .map(AnswerField::asked)
                .flatMap(Optional::stream)
                .toList();
    }

    public boolean isDisputed() {
        return !line.history().contradictions().isEmpty();
    }

    /** The versions between which a person has to choose, the standing one first. */
    public List<Answer> versions() {
        return Stream.concat(Stream.ofNullable(line.answer()), line.history().contradictions().stream())
                .toList();
    }
}
