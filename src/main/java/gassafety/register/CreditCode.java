package gassafety.register;

/** 统一社会信用代码: 18 characters, the last of which is the check character of GB 32100-2015. */
public final class CreditCode {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int LENGTH = 18;

    private CreditCode() {}

    /** Whether these are 18 characters of the standard's alphabet and the last one is right. */
    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(character -> CHARACTERS.indexOf(character) >= 0)
                && code.equals(complete(code.substring(0, WEIGHTS.length)));
    }

    /**
     * The code that begins with these 17 characters.
     *
     * @throws IllegalArgumentException when they are not 17 characters of the standard's alphabet
     */
    public static String complete(String seventeen) {
        if (seventeen.length() != WEIGHTS.length) {
            throw new IllegalArgumentException("not 17 characters: " + seventeen);
        }
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            int value = CHARACTERS.indexOf(seventeen.charAt(at));
            if (value < 0) {
                throw new IllegalArgumentException("no character of a credit code: " + seventeen.charAt(at));
            }
            sum += value * WEIGHTS[at];
        }
        int modulus = CHARACTERS.length();
        return seventeen + CHARACTERS.charAt((modulus - sum % modulus) % modulus);
    }
}
