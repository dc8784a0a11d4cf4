package gassafety.attachment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A photo or file with its bytes. */
public record StoredFile(Attachment about, byte[] bytes) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** The answer that hands it to the browser of someone who may read its record: photos shown, files saved. */
    public ResponseEntity<byte[]> answer() {
        ContentDisposition disposition = (about.isImage()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(about.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(about.mediaType()))
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(A_DAY).cachePrivate().immutable())
                .eTag(about.sha256())
                .body(bytes);
    }
}
