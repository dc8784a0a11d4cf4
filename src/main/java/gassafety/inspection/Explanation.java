package gassafety.inspection;

/**
 * Why answers that contradict each other are both right.
 *
 * @param rule name of the rule that asked
 */
record Explanation(String rule, String text, String givenByName) {}
