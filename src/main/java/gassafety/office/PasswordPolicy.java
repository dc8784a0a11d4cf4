package gassafety.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** What a new password must be; whether it was used before only the account knows. */
final class PasswordPolicy {

    private static final int SHORTEST = 10;

    /** The hash looks at no more than this. */
    private static final int MOST_BYTES = 72;

    private static final int KINDS_WANTED = 3;

    private static final List<IntPredicate> KINDS = List.of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            letter -> !Character.isUpperCase(letter) && !Character.isLowerCase(letter) && !Character.isDigit(letter));

    private static final Set<String> COMMON = common();

    static final List<PasswordRule> RULES = List.of(
            new PasswordRule(
                    "密码至少 " + SHORTEST + " 个字符",
                    "at least " + SHORTEST + " characters",
                    (password, username) -> password.codePointCount(0, password.length()) >= SHORTEST),
            new PasswordRule(
                    "密码太长，最多 " + MOST_BYTES + " 个字母或 " + MOST_BYTES / 3 + " 个汉字",
                    "at most " + MOST_BYTES + " bytes",
                    (password, username) -> password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES),
            new PasswordRule(
                    "密码要有大写字母、小写字母、数字、其他符号中的至少 3 种",
                    "three of: capital letters, small letters, digits, other characters",
                    (password, username) -> KINDS.stream()
                                    .filter(kind -> password.codePoints().anyMatch(kind))
                                    .count()
                            >= KINDS_WANTED),
            new PasswordRule(
                    "密码不能包含用户名",
                    "not the user name in it",
                    (password, username) -> !lower(password).contains(lower(username))),
            new PasswordRule(
                    "这个密码太常见，容易被猜到",
                    "none of the common ones",
                    (password, username) -> !COMMON.contains(lower(password))));

    private PasswordPolicy() {}

    /** The rules that this password breaks, in the order they stand above. */
    static List<PasswordRule> broken(String password, String username) {
        return RULES.stream()
                .filter(rule -> !rule.obeyed().test(password, username))
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Set<String> common() {
        try (Stream<String> lines = new ClassPathResource("office/common-passwords.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()) {
            return lines.collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
