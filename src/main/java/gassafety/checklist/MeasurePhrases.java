package gassafety.checklist;

import gassafety.forms.FormFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Phrases for the interim measure (管控措施) until a hazard is fixed, to be chosen by one tap. Our own design, by the
 * category of the item.
 */
public final class MeasurePhrases {

    /** For a finding in the papers alone, which needs no measure on the site. */
    public static final String PAPERS_ONLY = "资料类，无需临时管控";

    private record Phrase(String list, String category, String text) {}

    private static final List<Phrase> PHRASES = FormFile.rows("measure-phrases.csv").stream()
            .map(row -> new Phrase(row.get("list"), row.get("category"), row.get("phrase")))
            .toList();

    private MeasurePhrases() {}

    /** The phrases for an item of a list; the last one is {@link #PAPERS_ONLY}. */
    public static List<String> of(Checklist list, ChecklistItem item) {
        return Stream.concat(
                        PHRASES.stream()
                                .filter(phrase -> phrase.list().equals(list.code())
                                        && phrase.category().equals(item.category()))
                                .map(Phrase::text),
                        Stream.of(PAPERS_ONLY))
                .toList();
    }
}
