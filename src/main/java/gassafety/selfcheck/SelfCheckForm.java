package gassafety.selfcheck;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.Verdict;
import gassafety.web.TypedDay;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was typed into a self-check, kept as typed, with what is wrong in it by the name of the field. */
final class SelfCheckForm {

    private static final int PROBLEM = 500;
    private static final int NAME = 60;

    private final Map<String, String> typed;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final Map<Integer, SelfAnswer> answers = new TreeMap<>();

    private SelfCheckForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** What a self-check holds. */
    static SelfCheckForm of(SelfCheck check) {
        Map<String, String> held = new LinkedHashMap<>();
        check.getAnswers().forEach((position, answer) -> {
            held.put("v" + position, answer.getVerdict().name());
            held.put("p" + position, answer.getProblem());
            held.put("r" + position, answer.getResponsible());
            held.put(
                    "d" + position,
                    answer.getDue() == null ? "" : answer.getDue().toString());
            held.put("k" + position, answer.getMeasure());
            held.put("m" + position, answer.isMajor() ? "yes" : "");
        });
        return new SelfCheckForm(held);
    }

    /** Reads what was sent; a problem needs its words, a person, a day from today on, and a measure. */
    static SelfCheckForm read(Map<String, String> sent, Checklist list, LocalDate today) {
        SelfCheckForm form = new SelfCheckForm(sent);
        list.items().forEach(item -> form.read(item, today));
        return form;
    }

    private void read(ChecklistItem item, LocalDate today) {
        int position = item.position();
        Verdict verdict = Arrays.stream(Verdict.values())
                .filter(one -> one.name().equals(get("v" + position)))
                .findFirst()
                .orElse(null);
        if (verdict == null) {
            return;
        }
        LocalDate due = TypedDay.read(get("d" + position));
        if (verdict == Verdict.NONCOMPLIANT) {
            needed("p" + position, "第 " + item.printedNo() + " 项不符合，请写明问题。", PROBLEM);
            needed("r" + position, "第 " + item.printedNo() + " 项不符合，请填写整改责任人。", NAME);
            needed("k" + position, "第 " + item.printedNo() + " 项不符合，请写明整改完成以前的管控措施。", PROBLEM);
            if (due == null || due.isBefore(today) || due.isAfter(today.plusYears(1))) {
                wrong.put("d" + position, "第 " + item.printedNo() + " 项的整改时限应在今天起一年以内。");
            }
        }
        answers.put(
                position,
                new SelfAnswer(
                        verdict,
                        get("p" + position).strip(),
                        get("m" + position).equals("yes"),
                        get("r" + position).strip(),
                        due,
                        get("k" + position).strip()));
    }

    private void needed(String field, String sentence, int longest) {
        String words = get(field);
        int length = words.codePointCount(0, words.length());
        if (words.isBlank()) {
            wrong.put(field, sentence);
        } else if (length > longest) {
            wrong.put(field, "现在有 " + length + " 个字，不能超过 " + longest + " 个字。");
        }
    }

    boolean isFine() {
        return wrong.isEmpty();
    }

    /** As typed; empty for what was not. */
    public String get(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong in a field; null when nothing is. */
    public @Nullable String wrongIn(String field) {
        return wrong.get(field);
    }

    public Map<String, String> getWrong() {
        return wrong;
    }

    Map<Integer, SelfAnswer> answers() {
        return answers;
    }
}
