package gassafety.evidence;

import gassafety.calendar.Today;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A photo beside a line of a record, without its bytes.
 *
 * @param line of the record, such as the position of an item
 * @param sha256 of the original, in lower-case hex
 * @param width in pixels of the original as it is looked at, upright
 * @param takenAt when the camera or the phone says it was taken, or null
 * @param latitude in degrees, or null when the place is not wanted or not known
 * @param removedByName who took it off its line before signing, or null
 */
public record Photo(
        long id,
        int line,
        String name,
        String sha256,
        int width,
        int height,
        @Nullable Instant takenAt,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        String byName,
        Instant addedAt,
        @Nullable String removedByName) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    public boolean isRemoved() {
        return removedByName != null;
    }

    /** 2023-11-15 10:32 拍摄, or when it was added where nothing says when it was taken. */
    public String timeText() {
        return takenAt == null ? MINUTE.format(addedAt) + " 上传" : MINUTE.format(takenAt) + " 拍摄";
    }

    /** 北纬 30.123456，东经 104.123456; empty when there is no place. */
    public String placeText() {
        return latitude == null || longitude == null
                ? ""
                : (latitude.signum() < 0 ? "南纬 " : "北纬 ")
                        + plain(latitude)
                        + (longitude.signum() < 0 ? "，西经 " : "，东经 ")
                        + plain(longitude);
    }

    private static String plain(BigDecimal degrees) {
        return Objects.requireNonNull(degrees).abs().stripTrailingZeros().toPlainString();
    }
}
