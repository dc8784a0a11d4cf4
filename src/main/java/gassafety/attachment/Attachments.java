package gassafety.attachment;

import gassafety.calendar.Today;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos and files of records. Whoever asks has read the record within a scope before: nothing here looks at who may see
 * it.
 */
@Service
public class Attachments {

    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final String COLUMNS = "id, purpose, name, media_type, size, sha256, by_name, uploaded_at";

    private final JdbcClient jdbc;
    private final Today today;

    Attachments(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Keeps those files of an upload field that were really chosen. */
    @Transactional
    public List<Attachment> storeAll(Source owner, String purpose, List<MultipartFile> files, Caller by) {
        return files.stream()
                .filter(file -> !file.isEmpty())
                .map(file -> store(owner, purpose, file, by))
                .toList();
    }

    /** @see #store(Source, String, String, byte[], Caller) */
    @Transactional
    public Attachment store(Source owner, String purpose, MultipartFile file, Caller by) {
        try {
            String name = file.getOriginalFilename();
            return store(owner, purpose, name == null ? "" : name, file.getBytes(), by);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Keeps a photo or file; the same bytes for the same purpose of the same record are kept once.
     *
     * @param purpose lower-case letters and hyphens
     * @throws Refusal when it is empty, larger than {@link #LARGEST}, or neither JPEG, PNG nor PDF
     */
    @Transactional
    public Attachment store(Source owner, String purpose, String name, byte[] bytes, Caller by) {
        return store(owner, purpose, name, bytes, false, by);
    }

    /**
     * Keeps a photo, a file, or a recording (MP4, M4A, MP3, WAV, AMR, 3GP).
     *
     * @throws Refusal when it is empty, larger than {@link #LARGEST}, or of another kind
     */
    @Transactional
    public Attachment storeProof(Source owner, String purpose, String name, byte[] bytes, Caller by) {
        return store(owner, purpose, name, bytes, true, by);
    }

    private Attachment store(Source owner, String purpose, String name, byte[] bytes, boolean recordings, Caller by) {
        String cleanName = SentFile.name(name, "未命名");
        if (bytes.length == 0) {
            throw new Refusal("文件“" + cleanName + "”是空的，请重新选择。");
        }
        if (bytes.length > LARGEST) {
            throw new Refusal("文件“" + cleanName + "”超过 20 MB，请压缩后再上传。");
        }
        String mediaType = MediaType.of(bytes)
                .filter(type -> recordings || !type.isRecording())
                .map(MediaType::mime)
                .orElseThrow(() -> new Refusal("文件“" + cleanName + "”不是 JPEG、PNG 照片或 PDF 文件"
                        + (recordings ? "，也不是 MP4、M4A、MP3、WAV、AMR 录音录像" : "") + "，请转换格式后再上传。"));
        String sha256 = DigestUtils.sha256Hex(bytes);
        jdbc.sql("""
                        insert into attachment (source_kind, source_id, purpose, name, media_type, size, sha256, bytes,
                            by_account_id, by_name, uploaded_at)
                        values (:kind, :id, :purpose, :name, :mediaType, :size, :sha256, :bytes, :by, :byName, :at)
                        on conflict (source_kind, source_id, purpose, sha256) do nothing
                        """)
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .param("purpose", purpose)
                .param("name", cleanName)
                .param("mediaType", mediaType)
                .param("size", bytes.length)
                .param("sha256", sha256)
                .param("bytes", bytes)
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select " + COLUMNS + " from attachment where source_kind = :kind and source_id = :id"
                        + " and purpose = :purpose and sha256 = :sha256")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .param("purpose", purpose)
                .param("sha256", sha256)
                .query(ROW)
                .single();
    }

    /** The file names of several records of one kind, by the record's id; nothing for one that has none. */
    @Transactional(readOnly = true)
    public Map<Long, List<String>> names(SourceKind kind, Collection<Long> records) {
        Map<Long, List<String>> names = new HashMap<>();
        if (!records.isEmpty()) {
            jdbc.sql(
                            "select source_id, name from attachment where source_kind = :kind and source_id in (:ids) order by id")
                    .param("kind", kind.name())
                    .param("ids", records)
                    .query(row -> {
                        names.computeIfAbsent(row.getLong("source_id"), id -> new ArrayList<>())
                                .add(row.getString("name"));
                    });
        }
        return names;
    }

    /** What a record has, the earliest first, without the bytes. */
    @Transactional(readOnly = true)
    public List<Attachment> of(Source owner) {
        return jdbc.sql("select " + COLUMNS
                        + " from attachment where source_kind = :kind and source_id = :id order by id")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .query(ROW)
                .list();
    }

    /** Whether a record has a file with this hash whose bytes still have it. */
    @Transactional(readOnly = true)
    public boolean holds(Source owner, String sha256) {
        return jdbc.sql("select exists (select 1 from attachment where source_kind = :kind and source_id = :id"
                        + " and sha256 = :sha256 and encode(pg_catalog.sha256(bytes), 'hex') = :sha256)")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** One photo or file of a record; {@link NotFound} when the record has none with this id. */
    @Transactional(readOnly = true)
    public StoredFile read(Source owner, long id) {
        return jdbc.sql("select " + COLUMNS
                        + ", bytes from attachment where id = :id and source_kind = :kind and source_id = :source")
                .param("id", id)
                .param("kind", owner.kind().name())
                .param("source", owner.id())
                .query((row, number) -> new StoredFile(ROW.mapRow(row, number), row.getBytes("bytes")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static final RowMapper<Attachment> ROW = (row, number) -> new Attachment(
            row.getLong("id"),
            row.getString("purpose"),
            row.getString("name"),
            row.getString("media_type"),
            row.getLong("size"),
            row.getString("sha256"),
            row.getString("by_name"),
            row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
}
