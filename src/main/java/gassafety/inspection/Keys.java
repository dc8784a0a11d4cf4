package gassafety.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names of requests, by which a request that is sent again is known. */
final class Keys {

    private Keys() {}

    /** The name that was sent; a request that came without a usable one gets one of its own. */
    static String of(@Nullable String sent) {
        String key = Texts.clean(sent);
        return key.matches("[A-Za-z0-9-]{8,64}") ? key : UUID.randomUUID().toString();
    }
}
