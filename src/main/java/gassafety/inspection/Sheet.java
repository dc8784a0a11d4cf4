package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An inspection with its list and its answers, as rules and pages read it.
 *
 * @param answers by position; an item without an answer has no entry
 * @param explanations by the name of the rule they answer
 */
record Sheet(
        Inspection inspection,
        Checklist checklist,
        Map<Integer, AnswerHistory> answers,
        Map<String, Explanation> explanations) {

    /** An item with what was answered. */
    record Line(ChecklistItem item, AnswerHistory history) {

        public AnswerContent content() {
            return history.content();
        }

        public @Nullable Answer answer() {
            return history.standing();
        }
    }

    /** One heading of the list with how many of its items are answered. */
    record Category(int number, String name, List<Line> lines, int answered) {

        public boolean isDone() {
            return answered == lines.size();
        }
    }

    Line line(int position) {
        ChecklistItem item = checklist.item(position).orElseThrow(gassafety.web.NotFound::new);
        return new Line(item, Objects.requireNonNullElseGet(answers.get(position), AnswerHistory::none));
    }

    Stream<Line> lines() {
        return checklist.items().stream().map(item -> line(item.position()));
    }

    public List<Category> getCategories() {
        List<Checklist.Section> sections = checklist.sections();
        return java.util.stream.IntStream.range(0, sections.size())
                .mapToObj(at -> category(at + 1, sections.get(at)))
                .toList();
    }

    private Category category(int number, Checklist.Section section) {
        List<Line> lines =
                section.items().stream().map(item -> line(item.position())).toList();
        return new Category(number, section.category(), lines, (int)
                lines.stream().filter(line -> line.content().isAnswered()).count());
    }

    public int getTotal() {
        return checklist.items().size();
    }

    public int getAnswered() {
        return (int) lines().filter(line -> line.content().isAnswered()).count();
    }

    /** Lines answered 不符合, in their order. */
    public List<Line> getFindings() {
        return lines().filter(line -> line.content().isNonconforming()).toList();
    }

    /** The hazards that the findings are about and that are known already, by position; for the others one is raised. */
    Map<Integer, List<Earlier.Problem>> knownHazards(Earlier earlier) {
        Map<Integer, List<Earlier.Problem>> known = new TreeMap<>();
        getFindings().forEach(line -> {
            List<Earlier.Problem> same = earlier.sameAs(checklist, line);
            if (!same.isEmpty()) {
                known.put(line.item().position(), same);
            }
        });
        return known;
    }

    /** The first item without an answer, or null when there is none left. */
    public @Nullable Integer getFirstUnanswered() {
        return lines().filter(line -> !line.content().isAnswered())
                .map(line -> line.item().position())
                .findFirst()
                .orElse(null);
    }

    /** From the first to the last of the answers that hold. */
    Duration timeTaken() {
        List<Instant> said = answers.values().stream()
                .map(AnswerHistory::standing)
                .filter(Objects::nonNull)
                .map(Answer::saidAt)
                .sorted()
                .toList();
        return said.isEmpty() ? Duration.ZERO : Duration.between(said.get(0), said.get(said.size() - 1));
    }

    /** When something was last saved, as 10:32; null when nothing was yet. */
    public @Nullable String getLastSaved() {
        Optional<Answer> last = answers.values().stream()
                .flatMap(history -> history.saved().stream())
                .max(Comparator.comparing(Answer::savedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
        return last.map(Answer::savedText).orElse(null);
    }
}
