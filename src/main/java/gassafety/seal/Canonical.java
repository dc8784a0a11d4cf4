package gassafety.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which sealed content is written: JSON after RFC 8785, made of objects, lists, texts, whole numbers,
 * {@code true}, {@code false} and {@code null}. See {@code docs/seals.md}.
 */
public final class Canonical {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Canonical() {}

    public static byte[] json(Map<String, ? extends @Nullable Object> content) {
        return JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    }

    /** A moment in UTC to the microsecond, as the database keeps it. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
