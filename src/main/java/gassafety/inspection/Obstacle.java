package gassafety.inspection;

import org.jspecify.annotations.Nullable;

/**
 * What still stands in the way of signing.
 *
 * @param rule name of the rule that found it
 * @param position the item to go to, or null when it is about none of them
 * @param explainable whether an explanation removes it
 */
record Obstacle(String rule, @Nullable Integer position, String message, boolean explainable) {

    /** Where on the form it is dealt with. */
    public String anchor() {
        if (position != null) {
            return "#p" + position;
        }
        return switch (rule) {
            case "TWO_INSPECTORS" -> "#team";
            case "CYLINDERS_AGREE" -> "#cylinders";
            default -> "#earlier";
        };
    }
}
