package gassafety.plan;

import gassafety.register.UnitSelection.Listed;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A random draw that anyone can do again: the candidates in the order of the SHA-256 of {@code seed:unit}, the first so
 * many.
 */
final class Draw {

    private static final int SEED_BYTES = 8;

    private Draw() {}

    static String newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    static List<Listed> from(List<Listed> candidates, int count, String seed) {
        return candidates.stream()
                .sorted(Comparator.comparing(unit -> rank(seed, unit.id())))
                .limit(count)
                .toList();
    }

    private static String rank(String seed, long unit) {
        return DigestUtils.sha256Hex(seed + ":" + unit);
    }
}
