package gassafety.inspection;

/**
 * Why answers that contradict each other are both right.
 *
 * @param rule name of the rule that asked
 */
record Explanation(String rule, String text, String givenByName) {

    /** What it is about, what was said, and by whom. */
    public String getSentence() {
        return SigningRules.topic(rule) + "：" + text + "（" + givenByName + "）";
    }
}
