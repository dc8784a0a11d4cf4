package gassafety.returns;

import java.util.Map;

/**
 * What people write in a return; its figures come from the journal.
 *
 * @param nil whether it declares that nothing happened in the period (零报告)
 * @param progress 专项整治行动进展情况, at most {@value #LONGEST} characters
 * @param explanations why figures that look wrong are right, by the name of the remark
 */
public record ReturnContent(boolean nil, String progress, Map<String, String> explanations) {

    static final int LONGEST = 4_000;
    static final int LONGEST_EXPLANATION = 500;

    public ReturnContent {
        explanations = Map.copyOf(explanations);
    }
}
