package gassafety.inspection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** SHA-256 of what a request said, in hex. */
    static String digest(String said) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
