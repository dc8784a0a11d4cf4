package gassafety.inspection;

import gassafety.checklist.Verdict;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer says; immutable. A field that says nothing is the empty text. */
public final class AnswerContent {

    static final AnswerContent EMPTY = new AnswerContent(Map.of());

    private final Map<AnswerField, String> values = new EnumMap<>(AnswerField.class);

    AnswerContent(Map<AnswerField, String> said) {
        for (AnswerField field : AnswerField.values()) {
            values.put(field, said.getOrDefault(field, ""));
        }
    }

    public static AnswerContent compliant() {
        return EMPTY.with(AnswerField.VERDICT, Verdict.COMPLIANT.name());
    }

    public static AnswerContent notApplicable(String reason) {
        return EMPTY.with(AnswerField.VERDICT, Verdict.NOT_APPLICABLE.name()).with(AnswerField.NA_REASON, reason);
    }

    /**
     * A problem that was found.
     *
     * @param proposedMajor whether the inspectors mark it 拟定重大
     * @param due last day of the term, or null when it is put right on the spot
     * @param responsible 整改责任人, a person of the unit
     * @param measure 管控措施
     */
    public static AnswerContent nonconforming(
            String problem, boolean proposedMajor, @Nullable LocalDate due, String responsible, String measure) {
        return EMPTY.with(AnswerField.VERDICT, Verdict.NONCOMPLIANT.name())
                .with(AnswerField.PROBLEM, problem)
                .with(AnswerField.LEVEL, (proposedMajor ? Level.PROPOSED_MAJOR : Level.ORDINARY).name())
                .with(AnswerField.HANDLING, (due == null ? Handling.ON_THE_SPOT : Handling.BY_DEADLINE).name())
                .with(AnswerField.DUE, due == null ? "" : due.toString())
                .with(AnswerField.RESPONSIBLE, responsible)
                .with(AnswerField.MEASURE, measure);
    }

    /** With what some items also ask for: 抽查只数, 问题只数, 标识号, 清除数量. */
    public AnswerContent counted(String alsoAsked, String value) {
        return with(AnswerField.asked(alsoAsked).orElseThrow(), value);
    }

    AnswerContent with(AnswerField field, String value) {
        Map<AnswerField, String> changed = new EnumMap<>(values);
        changed.put(field, value);
        return new AnswerContent(changed);
    }

    AnswerContent orElse(AnswerField field, String value) {
        return get(field).isEmpty() ? with(field, value) : this;
    }

    String get(AnswerField field) {
        return Objects.requireNonNull(values.get(field));
    }

    /** For templates: the value of a field by its column's name. */
    public String say(String column) {
        return get(AnswerField.valueOf(column.toUpperCase(java.util.Locale.ROOT)));
    }

    /** What is said, in words, by the labels of the fields. */
    Map<String, String> labelled() {
        Map<String, String> said = new LinkedHashMap<>();
        for (AnswerField field : AnswerField.values()) {
            String words = switch (field) {
                case VERDICT -> getVerdict() == null ? "" : getVerdict().getLabel();
                case LEVEL -> isNonconforming() ? getLevelLabel() : "";
                case HANDLING -> isNonconforming() ? getHandlingLabel() : "";
                case DUE -> isNonconforming() ? get(field) : "";
                case ANOTHER -> isAnotherProblem() ? "是" : "";
                default -> get(field);
            };
            if (!words.isEmpty()) {
                said.put(field.getLabel(), words);
            }
        }
        return said;
    }

    public @Nullable Verdict getVerdict() {
        return get(AnswerField.VERDICT).isEmpty() ? null : Verdict.valueOf(get(AnswerField.VERDICT));
    }

    public boolean isNonconforming() {
        return getVerdict() == Verdict.NONCOMPLIANT;
    }

    public boolean isAnswered() {
        return getVerdict() != null;
    }

    public String getLevelLabel() {
        return get(AnswerField.LEVEL).isEmpty()
                ? ""
                : Level.valueOf(get(AnswerField.LEVEL)).getLabel();
    }

    public String getHandlingLabel() {
        return get(AnswerField.HANDLING).isEmpty()
                ? ""
                : Handling.valueOf(get(AnswerField.HANDLING)).getLabel();
    }

    public boolean isOnTheSpot() {
        return get(AnswerField.HANDLING).equals(Handling.ON_THE_SPOT.name());
    }

    public boolean isProposedMajor() {
        return get(AnswerField.LEVEL).equals(Level.PROPOSED_MAJOR.name());
    }

    /** Whether the inspector says that it is not the hazard known already under this item. */
    public boolean isAnotherProblem() {
        return !get(AnswerField.ANOTHER).isEmpty();
    }

    public @Nullable LocalDate getDue() {
        return get(AnswerField.DUE).isEmpty() ? null : LocalDate.parse(get(AnswerField.DUE));
    }

    /**
     * What holds when two people changed the same answer: each field that only one of them touched is theirs; the same
     * verdict twice is agreement. Empty when they contradict each other: another verdict, or one text written twice.
     *
     * @param base what both started from
     * @param standing what has been saved since
     */
    Optional<AnswerContent> mergedOnto(AnswerContent base, AnswerContent standing) {
        if (isAnswered() && standing.isAnswered() && getVerdict() != standing.getVerdict()) {
            return Optional.empty();
        }
        AnswerContent merged = standing;
        for (AnswerField field : AnswerField.values()) {
            String mine = get(field);
            String theirs = standing.get(field);
            String before = base.get(field);
            if (mine.equals(before) || mine.equals(theirs) || mine.isEmpty() && field == AnswerField.VERDICT) {
                continue;
            }
            if (!theirs.equals(before)) {
                return Optional.empty();
            }
            merged = merged.with(field, mine);
        }
        return Optional.of(merged);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnswerContent content && values.equals(content.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
