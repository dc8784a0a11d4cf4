package gassafety.evidence;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import gassafety.calendar.Today;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a JPEG (EXIF). PNG is not asked: its notes may be compressed, and so grow without limit.
 *
 * @param orientation 1 to 8 as EXIF numbers them, 1 is upright
 */
record CameraNotes(int orientation, Taken shot) {

    static final CameraNotes NONE = new CameraNotes(1, Taken.UNKNOWN);

    private static final int ORIENTATIONS = 8;

    static CameraNotes of(byte[] jpeg) {
        try {
            Metadata notes = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
            return new CameraNotes(orientation(notes), shot(notes));
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            // The notes are damaged; whether the picture is, its own reader will tell.
            return NONE;
        }
    }

    private static int orientation(Metadata notes) {
        try {
            Directory first = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
            int said = first == null || !first.containsTag(ExifDirectoryBase.TAG_ORIENTATION)
                    ? 1
                    : first.getInt(ExifDirectoryBase.TAG_ORIENTATION);
            return said < 1 || said > ORIENTATIONS ? 1 : said;
        } catch (MetadataException unreadable) {
            return 1;
        }
    }

    private static Taken shot(Metadata notes) {
        GpsDirectory gps = notes.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        Taken at = new Taken(time(notes), null, null);
        return place == null
                ? at
                : at.or(Taken.said(
                        null,
                        java.math.BigDecimal.valueOf(place.getLatitude()).toPlainString(),
                        java.math.BigDecimal.valueOf(place.getLongitude()).toPlainString()));
    }

    private static @Nullable Instant time(Metadata notes) {
        ExifSubIFDDirectory details = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date taken = details == null ? null : details.getDateOriginal(TimeZone.getTimeZone(Today.ZONE));
        return taken == null ? null : taken.toInstant();
    }
}
