package gassafety.enforcement;

import gassafety.web.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the drafter of a case writes.
 *
 * @param cause 案由: 涉嫌充装超期未检气瓶
 * @param facts what was found
 * @param provision the provisions that seem violated
 * @param hazards from the ledger that the case is about, of the same unit
 * @param inspectionId the inspection that found it, or null
 */
public record CaseDraft(
        String cause,
        String facts,
        String provision,
        Set<Long> hazards,
        @Nullable Long inspectionId) {

    static final int LONGEST_CAUSE = 100;
    static final int LONGEST_FACTS = 4_000;
    static final int LONGEST_PROVISION = 1_000;

    /** @throws Refusal when a text is missing or too long */
    public CaseDraft {
        cause = text("cause", "案由", cause, LONGEST_CAUSE);
        facts = text("facts", "事实", facts, LONGEST_FACTS);
        provision = text("provision", "涉嫌违反的条款", provision, LONGEST_PROVISION);
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
