package gassafety.hazard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the list that a page was reached from, as that page sends it back. */
final class ListAddress {

    private static final String LIST = "/hazards";
    private static final String SAFE = LIST + "([?][A-Za-z0-9%&=+._~-]*)?";

    private ListAddress() {}

    /** The address, or that of the whole list when it is none of the list's. */
    static String checked(@Nullable String sent) {
        return sent != null && sent.matches(SAFE) ? sent : LIST;
    }

    /** Its filters. */
    static Map<String, String> filters(String address) {
        Map<String, String> filters = new HashMap<>();
        UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> filters.put(name, decoded(value)));
        return filters;
    }

    private static String decoded(@Nullable String value) {
        try {
            return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return value;
        }
    }
}
