package gassafety.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditCodeTest {

    /** The example that GB 32100-2015 is commonly taught with. */
    private static final String EXAMPLE = "91350100M000100Y43";

    @Test
    void theExampleOfTheStandardIsValid() {
        assertThat(CreditCode.isValid(EXAMPLE)).isTrue();
    }

    @Test
    void aMistypedCharacterIsFound() {
        assertThat(CreditCode.isValid("91350100M000100Y44")).isFalse();
        assertThat(CreditCode.isValid("91350010M000100Y43")).isFalse();
    }

    @Test
    void lettersThatLookLikeDigitsAndOtherLengthsAreNoCode() {
        assertThat(CreditCode.isValid("91350100MO00100Y43")).isFalse();
        assertThat(CreditCode.isValid("91350100M000100Y4")).isFalse();
        assertThat(CreditCode.isValid("")).isFalse();
        assertThat(CreditCode.isValid("９1350100M000100Y43")).isFalse();
    }
}
