package gassafety.inspection;

import gassafety.evidence.Darkroom;
import gassafety.evidence.Exposure;
import gassafety.evidence.Photo;
import gassafety.evidence.Photos;
import gassafety.evidence.Taken;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Photos beside the answers of an inspection. */
@Component
class PhotoWork {

    private final Filling filling;
    private final Darkroom darkroom;
    private final Photos photos;
    private final TransactionTemplate transaction;
    private final boolean placeWanted;

    /** @param placeWanted whether the office wants the place of a photo as evidence */
    PhotoWork(
            Filling filling,
            Darkroom darkroom,
            Photos photos,
            TransactionTemplate transaction,
            @Value("${gassafety.photo-place:false}") boolean placeWanted) {
        this.placeWanted = placeWanted;
        this.filling = filling;
        this.darkroom = darkroom;
        this.photos = photos;
        this.transaction = transaction;
    }

    static Source source(long inspectionId) {
        return new Source(SourceKind.INSPECTION, inspectionId);
    }

    /**
     * Keeps a photo that was sent. What was kept before is known by its key and hash, also after signing, before the
     * photo is looked at again.
     */
    Photo add(long id, int position, String key, MultipartFile file, Taken said, Caller by) {
        Inspection inspection = filling.ofInspector(id, position, by);
        Optional<Photo> kept = file.isEmpty() ? Optional.empty() : photos.kept(source(id), position, key, sha256(file));
        if (kept.isPresent()) {
            return kept.get();
        }
        Filling.requireOpen(inspection.getStatus());
        return darkroom.develop(file, exposure -> keep(id, position, key, exposure, said, by));
    }

    /** Keeps a photo that is in memory. */
    Photo add(long id, int position, String key, String name, byte[] bytes, Taken said, Caller by) {
        filling.ofInspector(id, position, by);
        return keep(id, position, key, darkroom.develop(name, bytes), said, by);
    }

    boolean isPlaceWanted() {
        return placeWanted;
    }

    /** Takes a photo off its answer. */
    Photo remove(long id, long photoId, Caller by) {
        filling.ofInspector(id, by);
        return Objects.requireNonNull(transaction.execute(status -> {
            filling.enter(id);
            return photos.remove(source(id), photoId, by);
        }));
    }

    private Photo keep(long id, int position, String key, Exposure exposure, Taken said, Caller by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            filling.enter(id);
            return photos.add(source(id), position, key, exposure, said, placeWanted, by);
        }));
    }

    private static String sha256(MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.sha256Hex(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
