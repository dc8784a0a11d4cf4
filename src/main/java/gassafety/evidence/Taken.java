package gassafety.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and where a photo was taken, as far as anything says so. What makes no sense is left out: a wrong clock must not
 * keep anyone from handing in evidence.
 */
public record Taken(
        @Nullable Instant at,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {

    static final Taken UNKNOWN = new Taken(null, null, null);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int DECIMALS = 6;

    /**
     * What the browser sends with a photo.
     *
     * @param at as 2023-11-15T02:32:00Z
     * @param latitude in degrees, north positive
     */
    public static Taken said(@Nullable String at, @Nullable String latitude, @Nullable String longitude) {
        return new Taken(instant(at), degrees(latitude, 90), degrees(longitude, 180)).complete();
    }

    /** What this says, and where it says nothing what the other does. */
    Taken or(Taken other) {
        return new Taken(
                at == null ? other.at : at,
                latitude == null ? other.latitude : latitude,
                longitude == null ? other.longitude : longitude);
    }

    Taken withoutPlace() {
        return new Taken(at, null, null);
    }

    /** Not later than a day after now, by when a phone's clock may be wrong. */
    Taken before(Instant now) {
        boolean possible = at != null && !at.isBefore(EARLIEST) && at.isBefore(now.plus(Duration.ofDays(1)));
        return possible ? this : new Taken(null, latitude, longitude);
    }

    private Taken complete() {
        return latitude == null || longitude == null ? withoutPlace() : this;
    }

    private static @Nullable Instant instant(@Nullable String said) {
        try {
            return said == null || said.isBlank() ? null : Instant.parse(said.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable BigDecimal degrees(@Nullable String said, int most) {
        if (said == null || !said.strip().matches("-?[0-9]{1,3}([.][0-9]{1,20})?")) {
            return null;
        }
        BigDecimal degrees = new BigDecimal(said.strip()).setScale(DECIMALS, RoundingMode.HALF_UP);
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0 ? null : degrees;
    }
}
