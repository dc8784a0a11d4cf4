package gassafety.office;

import java.util.function.BiPredicate;

/**
 * One thing a password must be.
 *
 * @param sentence what it must be, shown beside the field
 * @param english the same, for who starts the system
 * @param obeyed by a password for a user name
 */
record PasswordRule(String sentence, String english, BiPredicate<String, String> obeyed) {}
