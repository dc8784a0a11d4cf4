package gassafety.checklist;

import gassafety.forms.FormFile;
import java.util.List;

/** What the answers to one item mean and what else to write down, from {@code answer-meanings.csv}. */
record AnswerMeaning(String compliant, String noncompliant, List<String> alsoAsk) {

    private static final AnswerMeaning PLAIN = new AnswerMeaning("", "", List.of());

    static AnswerMeaning of(String list, String position) {
        return FormFile.rows("answer-meanings.csv").stream()
                .filter(row ->
                        row.get("list").equals(list) && row.get("position").equals(position))
                .map(row -> new AnswerMeaning(
                        row.get("compliant_means"),
                        row.get("noncompliant_means"),
                        FormFile.split(row.get("also_ask"), ";")))
                .findFirst()
                .orElse(PLAIN);
    }
}
