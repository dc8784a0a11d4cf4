package gassafety.inspection;

import org.jspecify.annotations.Nullable;

/**
 * What still stands in the way of signing.
 *
 * @param rule name of the rule that found it
 * @param position the item to go to, or null when it concerns none in particular
 * @param explainable whether an explanation removes it
 */
record Obstacle(String rule, @Nullable Integer position, String message, boolean explainable) {}
