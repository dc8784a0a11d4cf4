package gassafety.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells people apart by their ID numbers without keeping the numbers: HMAC-SHA-256 with a key from a file outside the
 * database. With another key the same person becomes another one, so the key stays for the whole campaign.
 */
public final class PersonKey {

    private static final int BYTES = 32;

    private final @Nullable HmacUtils mac;

    private PersonKey(@Nullable HmacUtils mac) {
        this.mac = mac;
    }

    static String make() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key) + "\n";
    }

    /** Without a key no number can be taken. */
    static PersonKey none() {
        return new PersonKey(null);
    }

    static PersonKey read(Path file) {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length < BYTES) {
                throw new IllegalArgumentException("too short");
            }
            return new PersonKey(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new StartupProblem(
                    "读不到身份证号散列密钥文件 " + file + "，或内容不是至少 64 位十六进制数。请检查 GASSAFETY_PERSON_KEY 和文件权限；"
                            + "可用 openssl rand -hex 32 生成，并请妥善备份。",
                    "The key for ID numbers " + file + " can't be read or is not at least 64 hexadecimal digits. Check"
                            + " GASSAFETY_PERSON_KEY and the file's permissions; openssl rand -hex 32 makes one.",
                    wrong);
        }
    }

    /** The hash in hex, the same for the same number; empty when this copy has no key. */
    public Optional<String> hash(String idNumber) {
        return mac == null ? Optional.empty() : Optional.of(mac.hmacHex(idNumber));
    }
}
