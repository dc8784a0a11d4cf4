package gassafety.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that was saved for one item, oldest first. */
record AnswerHistory(List<Answer> saved) {

    AnswerHistory {
        saved = saved.stream().sorted(Comparator.comparingInt(Answer::version)).toList();
    }

    static AnswerHistory none() {
        return new AnswerHistory(List.of());
    }

    AnswerHistory with(Answer added) {
        return new AnswerHistory(Stream.concat(saved.stream(), Stream.of(added)).toList());
    }

    /** The answer that holds, or null when there is none yet. */
    public @Nullable Answer standing() {
        Answer standing = null;
        for (Answer answer : saved) {
            standing = answer.stands() ? answer : standing;
        }
        return standing;
    }

    /** What was saved against the standing answer since, and nobody has chosen about. */
    public List<Answer> contradictions() {
        int settled = baseVersion();
        return saved.stream().filter(answer -> answer.version() > settled).toList();
    }

    public AnswerContent content() {
        Answer standing = standing();
        return standing == null ? AnswerContent.EMPTY : standing.content();
    }

    int baseVersion() {
        Answer standing = standing();
        return standing == null ? 0 : standing.version();
    }

    public int lastVersion() {
        return saved.isEmpty() ? 0 : saved.get(saved.size() - 1).version();
    }

    AnswerContent contentAt(int version) {
        return saved.stream()
                .filter(answer -> answer.version() == version)
                .map(Answer::content)
                .findFirst()
                .orElse(AnswerContent.EMPTY);
    }
}
