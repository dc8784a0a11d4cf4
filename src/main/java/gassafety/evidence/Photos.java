package gassafety.evidence;

import gassafety.attachment.Attachment;
import gassafety.attachment.Attachments;
import gassafety.attachment.StoredFile;
import gassafety.calendar.Today;
import gassafety.journal.Source;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The photos of records. Whoever asks has read the record within a scope before, and holds it against other writers
 * when adding or removing: nothing here looks at who may see it.
 */
@Service
public class Photos {

    /** Field of the refusal that a photo removed may lift; any other is about the file itself. */
    public static final String TOO_MANY = "photos";

    /** Most photos beside one line. */
    public static final int MOST_OF_A_LINE = 9;

    /** Most photos of one record. */
    public static final int MOST_OF_A_RECORD = 100;

    private static final String PURPOSE = "photo";

    private static final String SELECT =
            "select photo.id, line, file.name, photo.sha256, width, height, taken_at, latitude, longitude,"
                    + " photo.by_name, added_at, removal.by_name as removed_by_name"
                    + " from evidence_photo photo join attachment file on file.id = photo.attachment_id"
                    + " left join evidence_photo_removal removal on removal.photo_id = photo.id"
                    + " where photo.source_kind = :kind and photo.source_id = :id ";

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Today today;

    Photos(JdbcClient jdbc, Attachments attachments, Today today) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.today = today;
    }

    /**
     * Keeps a photo beside a line. The same key again, and the same photo again beside the same line, give what was
     * kept before.
     *
     * @param key name of the request, 8 to 64 letters, digits and hyphens
     * @param said when and where, as the browser says; the camera's own notes go before it for the time
     * @param placeWanted whether the office wants the place as evidence; otherwise it is not written down
     * @throws Refusal when there are too many, or the key stands for another photo
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Photo add(
            Source owner, int line, String key, Exposure exposure, Taken said, boolean placeWanted, Caller by) {
        Picture picture = exposure.picture();
        oneAtATime(owner);
        Attachment original = attachments.store(owner, PURPOSE, picture.name(), picture.bytes(), by);
        Optional<Photo> known = underKey(owner, key)
                .map(earlier -> same(earlier, line, original.sha256()))
                .or(() -> of(owner).stream()
                        .filter(photo -> photo.line() == line && photo.sha256().equals(original.sha256()))
                        .findFirst());
        if (known.isPresent()) {
            return known.get();
        }
        requireRoom(owner, line);
        Taken taken = picture.shot().or(said).before(today.now());
        insert(owner, line, key, original, picture, placeWanted ? taken : taken.withoutPlace(), by);
        return underKey(owner, key).orElseThrow();
    }

    /**
     * What an earlier sending of the same request kept; empty when there was none.
     *
     * @throws Refusal when it kept another photo, or kept it elsewhere
     */
    @Transactional(readOnly = true)
    public Optional<Photo> kept(Source owner, int line, String key, String sha256) {
        return underKey(owner, key).map(earlier -> same(earlier, line, sha256));
    }

    /** The photos of a record that stand, by line and then in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Photo> of(Source owner) {
        return query(owner, "and removal.photo_id is null order by line, photo.id");
    }

    /** The line of each photo that stands, by the photo's id. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> places(Source owner) {
        Map<Long, Integer> places = new HashMap<>();
        jdbc.sql("select id, line from evidence_photo where source_kind = :kind and source_id = :id"
                        + " and not exists (select from evidence_photo_removal where photo_id = evidence_photo.id)")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .query(row -> {
                    places.put(row.getLong("id"), row.getInt("line"));
                });
        return places;
    }

    /** Those that were taken off before signing, in the same order. */
    @Transactional(readOnly = true)
    public List<Photo> removedFrom(Source owner) {
        return query(owner, "and removal.photo_id is not null order by line, photo.id");
    }

    /** Takes a photo off its line; it is kept, but no longer belongs to what is signed. Twice is as once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Photo remove(Source owner, long photoId, Caller by) {
        Photo photo = require(owner, photoId);
        jdbc.sql("insert into evidence_photo_removal (photo_id, by_account_id, by_name, removed_at)"
                        + " values (:photo, :by, :name, :at) on conflict (photo_id) do nothing")
                .param("photo", photo.id())
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .update();
        return photo;
    }

    /** The photo as it was taken; {@link NotFound} when it is not one that stands on this record. */
    @Transactional(readOnly = true)
    public StoredFile original(Source owner, long photoId) {
        requireStanding(owner, photoId);
        long file = jdbc.sql("select attachment_id from evidence_photo where id = :photo")
                .param("photo", photoId)
                .query(Long.class)
                .single();
        return attachments.read(owner, file);
    }

    /** The smaller copy, a JPEG; {@link NotFound} when it is not one that stands on this record. */
    @Transactional(readOnly = true)
    public byte[] small(Source owner, long photoId) {
        requireStanding(owner, photoId);
        return jdbc.sql("select small from evidence_photo where id = :photo")
                .param("photo", photoId)
                .query((row, at) -> row.getBytes("small"))
                .single();
    }

    /** What a signature binds: all photos, also those taken off, by line and then in the order in which they came. */
    @Transactional(readOnly = true)
    public List<PhotoHash> hashes(Source owner) {
        return jdbc.sql("""
                        select line, sha256, encode(pg_catalog.sha256(small), 'hex') as small_sha256, taken_at, latitude,
                            longitude, photo.by_name, added_at, removal.photo_id is not null as removed
                        from evidence_photo photo left join evidence_photo_removal removal on removal.photo_id = photo.id
                        where source_kind = :kind and source_id = :id order by line, photo.id
                        """)
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .query((row, at) -> new PhotoHash(
                        row.getInt("line"),
                        row.getString("sha256"),
                        row.getString("small_sha256"),
                        row.getBoolean("removed"),
                        instant(row.getObject("taken_at", OffsetDateTime.class)),
                        row.getObject("latitude", BigDecimal.class),
                        row.getObject("longitude", BigDecimal.class),
                        row.getString("by_name"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those photos of a record whose stored original no longer has the hash that was written down with it. */
    @Transactional(readOnly = true)
    public List<Photo> changed(Source owner) {
        return query(
                owner,
                "and (file.sha256 <> photo.sha256 or encode(pg_catalog.sha256(file.bytes), 'hex') <> photo.sha256)"
                        + " order by line, photo.id");
    }

    private void insert(
            Source owner, int line, String key, Attachment original, Picture picture, Taken taken, Caller by) {
        jdbc.sql("""
                        insert into evidence_photo (source_kind, source_id, line, request_key, attachment_id, sha256,
                            width, height, small, taken_at, latitude, longitude, by_account_id, by_name, added_at)
                        values (:kind, :id, :line, :key, :file, :sha256, :width, :height, :small, :takenAt, :latitude,
                            :longitude, :by, :byName, :at)
                        """)
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .param("line", line)
                .param("key", key)
                .param("file", original.id())
                .param("sha256", original.sha256())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("small", picture.small())
                .param("takenAt", utc(taken.at()))
                .param("latitude", taken.latitude())
                .param("longitude", taken.longitude())
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("at", utc(today.now()))
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Photo same(Photo earlier, int line, String sha256) {
        if (earlier.line() != line || !earlier.sha256().equals(sha256)) {
            throw new Refusal("photo", "这次上传的标识与另一张照片重复，没有保存，请重新选择照片。");
        }
        return earlier;
    }

    private void requireRoom(Source owner, int line) {
        List<Photo> standing = of(owner);
        if (standing.stream().filter(photo -> photo.line() == line).count() >= MOST_OF_A_LINE) {
            throw new Refusal(TOO_MANY, "每项最多 " + MOST_OF_A_LINE + " 张照片，请先移除不需要的。");
        }
        if (standing.size() >= MOST_OF_A_RECORD) {
            throw new Refusal(TOO_MANY, "一次检查最多 " + MOST_OF_A_RECORD + " 张照片，请先移除不需要的。");
        }
    }

    /** Photos of one record are counted and added by one at a time. */
    private void oneAtATime(Source owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 110))")
                .param("what", owner.address())
                .query((row, at) -> at)
                .list();
    }

    private Optional<Photo> underKey(Source owner, String key) {
        return jdbc.sql(SELECT + "and request_key = :key")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .param("key", key)
                .query(ROW)
                .optional();
    }

    private void requireStanding(Source owner, long photoId) {
        if (require(owner, photoId).isRemoved()) {
            throw new NotFound();
        }
    }

    private Photo require(Source owner, long photoId) {
        return jdbc.sql(SELECT + "and photo.id = :photo")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .param("photo", photoId)
                .query(ROW)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<Photo> query(Source owner, String rest) {
        return jdbc.sql(SELECT + rest)
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .query(ROW)
                .list();
    }

    private static final RowMapper<Photo> ROW = (row, at) -> new Photo(
            row.getLong("id"),
            row.getInt("line"),
            row.getString("name"),
            row.getString("sha256"),
            row.getInt("width"),
            row.getInt("height"),
            instant(row.getObject("taken_at", OffsetDateTime.class)),
            row.getObject("latitude", BigDecimal.class),
            row.getObject("longitude", BigDecimal.class),
            row.getString("by_name"),
            row.getObject("added_at", OffsetDateTime.class).toInstant(),
            row.getString("removed_by_name"));

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
