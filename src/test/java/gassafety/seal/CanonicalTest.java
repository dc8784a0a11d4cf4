package gassafety.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void isJsonAfterRfc8785() {
        Map<String, Object> content = new HashMap<>();
        content.put("b", List.of(1, 23_000_000_000L, true));
        content.put("a", Map.of("z", "", "é", "符合", "Z", "😀/\"\\"));
        content.put("\u20ac", "\u001f\n\t\u007f");
        content.put("none", null);
        assertThat(new String(Canonical.json(content), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":{\"Z\":\"😀/\\\"\\\\\",\"z\":\"\",\"é\":\"符合\"},"
                        + "\"b\":[1,23000000000,true],\"none\":null,\"€\":\"\\u001f\\n\\t\u007f\"}");
    }

    @Test
    void writesMomentsAlwaysToTheMicrosecond() {
        assertThat(List.of("2023-11-15T02:00:00Z", "2023-11-15T02:00:00.12Z", "2023-11-15T02:00:00.123456789Z"))
                .extracting(text -> Canonical.moment(Instant.parse(text)))
                .isEqualTo(Arrays.asList(
                        "2023-11-15T02:00:00.000000Z", "2023-11-15T02:00:00.120000Z", "2023-11-15T02:00:00.123456Z"));
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        String code = SealCode.random();
        String printed = SealCode.printed(code);
        assertThat(printed).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(List.of(printed, printed.toLowerCase(), printed.replace('-', ' '), code.replace('0', 'o')))
                .allSatisfy(typed -> assertThat(SealCode.read(typed)).contains(code));
        assertThat(SealCode.read("７K3M–Q0ZT–8XAA–O1BC")).contains("7K3MQ0ZT8XAA01BC");
        assertThat(SealCode.read("7K3M-Q0ZT-8XAA-01BU")).isEmpty();
        assertThat(SealCode.read("7K3M")).isEmpty();
    }
}
