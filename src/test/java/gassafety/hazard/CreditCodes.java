package gassafety.hazard;

/** Fictional 统一社会信用代码 of region 99 with a valid check digit. */
final class CreditCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCodes() {}

    static String of(int number) {
        String body = "91990000" + "%09d".formatted(number);
        int sum = 0;
        int weight = 1;
        for (char digit : body.toCharArray()) {
            sum += ALPHABET.indexOf(digit) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
