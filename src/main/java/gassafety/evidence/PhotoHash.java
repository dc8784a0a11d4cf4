package gassafety.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signature binds of a photo.
 *
 * @param sha256 of the original, in lower-case hex
 * @param smallSha256 of the smaller copy that pages show, computed from it now
 * @param removed whether it was taken off its line before signing
 */
public record PhotoHash(
        int line,
        String sha256,
        String smallSha256,
        boolean removed,
        @Nullable Instant takenAt,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        String byName,
        Instant addedAt) {}
