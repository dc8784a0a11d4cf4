package gassafety.directive;

import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a directive says.
 *
 * @param problems what was found
 * @param provision the provisions violated; in a 责令改正通知书 those that it is based on
 * @param measures what the unit must do
 * @param due by when
 * @param hazards from the ledger that it is about, of the same unit
 * @param inspectionId the inspection that found them, or null
 */
public record DirectiveText(
        String problems,
        String provision,
        String measures,
        LocalDate due,
        Set<Long> hazards,
        @Nullable Long inspectionId) {

    static final int LONGEST_PROBLEMS = 4_000;
    static final int LONGEST_PROVISION = 1_000;
    static final int LONGEST_MEASURES = 2_000;

    /** @throws Refusal when a text is missing or too long */
    public DirectiveText {
        problems = text("problems", "存在的问题", problems, LONGEST_PROBLEMS);
        provision = text("provision", "条款", provision, LONGEST_PROVISION);
        measures = text("measures", "应当采取的措施", measures, LONGEST_MEASURES);
        hazards = Set.copyOf(hazards);
    }

    private static String text(String field, String name, String text, int longest) {
        String written = text.strip();
        if (written.isEmpty()) {
            throw new Refusal(field, "请填写" + name + "。");
        }
        if (written.length() > longest) {
            throw new Refusal(field, name + "不能超过 " + longest + " 个字。");
        }
        return written;
    }
}
