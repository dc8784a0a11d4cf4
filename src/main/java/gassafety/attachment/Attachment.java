package gassafety.attachment;

import java.time.Instant;

/**
 * A photo or file of a record, without its bytes.
 *
 * @param purpose what it shows or proves, in the words of its room: before, after, paper, signature
 * @param mediaType found by looking at the content, whatever the upload claimed
 * @param sha256 of the bytes as they were uploaded, in lower-case hex
 * @param size in bytes
 */
public record Attachment(
        long id,
        String purpose,
        String name,
        String mediaType,
        long size,
        String sha256,
        String byName,
        Instant uploadedAt) {

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
