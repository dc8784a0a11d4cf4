package gassafety.document;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of official documents: ours, and those that bureaus put in their place. A version is never changed. */
@Service
public class DocumentTemplates {

    static final String OURS = "系统默认式样";

    private static final String COLUMNS =
            "t.id, t.kind, o.short_name, t.version, t.name, t.by_name, t.uploaded_at, t.sha256";

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Today today;

    DocumentTemplates(JdbcClient jdbc, Offices offices, Today today) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.today = today;
    }

    /**
     * A document made from a template.
     *
     * @param template which one, to be kept with the document
     */
    public record Made(byte[] content, String template) {}

    /** A version of a bureau's template, without its bytes. */
    record Version(
            long id,
            DocumentKind kind,
            String office,
            int version,
            String name,
            String byName,
            OffsetDateTime uploadedAt,
            String sha256) {

        public String getTitle() {
            return office + "式样第 " + version + " 版";
        }
    }

    /** Makes a document from the latest template of the bureau, or of the nearest bureau above it, or from ours. */
    @Transactional(readOnly = true)
    public Made make(DocumentKind kind, Office bureau, Map<String, String> values) {
        Optional<Version> own = latest(kind, bureau);
        WordTemplate template =
                own.map(version -> new WordTemplate(content(version.id()))).orElseGet(() -> WordTemplate.brought(kind));
        return new Made(template.filled(values), own.map(Version::getTitle).orElse(OURS));
    }

    /** Whether this person may put templates in place: the campaign office, for its bureau and those below. */
    static boolean mayReplace(Caller caller) {
        return caller.is(Role.CAMPAIGN_OFFICE);
    }

    /** The bureaus whose templates this person may replace. */
    List<Office> bureaus(Caller caller) {
        return offices.below(caller.office().bureau().getPath()).stream()
                .filter(office -> office.getKind().isBureau())
                .toList();
    }

    /**
     * Puts a template in place for the documents made from now on; the same file again changes nothing.
     *
     * @throws Refusal when no document can be made from it
     */
    @Transactional
    public void replace(Caller by, String kindName, String officeCode, String name, byte[] content) {
        if (!mayReplace(by)) {
            throw new Forbidden("文书式样由专班办公室更换。");
        }
        DocumentKind kind = Arrays.stream(DocumentKind.values())
                .filter(each -> each.name().equals(kindName))
                .findFirst()
                .orElseThrow(() -> new Refusal("kind", "请选择文书种类。"));
        Office bureau = bureaus(by).stream()
                .filter(office -> office.getCode().equals(officeCode))
                .findFirst()
                .orElseThrow(() -> new Refusal("office", "请选择使用这个式样的局。"));
        new WordTemplate(content).checkedFor(kind);
        String sha256 = DigestUtils.sha256Hex(content);
        jdbc.sql("select pg_advisory_xact_lock(152, :office)")
                .param("office", (int) bureau.getId())
                .query((row, at) -> row)
                .list();
        boolean same = versions(kind, bureau).stream()
                .limit(1)
                .anyMatch(latest -> latest.sha256().equals(sha256));
        if (!same) {
            insert(kind, bureau, SentFile.name(name, "模板.docx"), content, sha256, by);
        }
    }

    private void insert(DocumentKind kind, Office bureau, String name, byte[] content, String sha256, Caller by) {
        jdbc.sql("""
                        insert into document_template (kind, office_id, version, name, content, sha256, by_account_id,
                            by_name, uploaded_at)
                        select :kind, :office, coalesce(max(version), 0) + 1, :name, :content, :sha256, :by, :byName, :at
                        from document_template where kind = :kind and office_id = :office
                        """)
                .param("kind", kind.name())
                .param("office", bureau.getId())
                .param("name", name)
                .param("content", content)
                .param("sha256", sha256)
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All versions of the bureaus at or above and below the caller's, the latest first. */
    @Transactional(readOnly = true)
    public List<Version> seenBy(Caller caller) {
        return jdbc.sql("select " + COLUMNS + " from document_template t join office o on o.id = t.office_id"
                        + " where o.path like :path || '%' or :path like o.path || '%' order by t.id desc")
                .param("path", caller.office().bureau().getPath())
                .query(DocumentTemplates::version)
                .list();
    }

    /** The file of a version that the caller sees. */
    @Transactional(readOnly = true)
    public byte[] file(long id, Caller caller) {
        if (seenBy(caller).stream().noneMatch(version -> version.id() == id)) {
            throw new NotFound();
        }
        return content(id);
    }

    private Optional<Version> latest(DocumentKind kind, Office bureau) {
        return offices.lineage(bureau.getPath()).stream()
                .sorted(java.util.Comparator.comparing(
                                (Office office) -> office.getPath().length())
                        .reversed())
                .flatMap(office -> versions(kind, office).stream())
                .findFirst();
    }

    private List<Version> versions(DocumentKind kind, Office bureau) {
        return jdbc.sql("select " + COLUMNS + " from document_template t join office o on o.id = t.office_id"
                        + " where t.kind = :kind and o.id = :office order by t.version desc")
                .param("kind", kind.name())
                .param("office", bureau.getId())
                .query(DocumentTemplates::version)
                .list();
    }

    private byte[] content(long id) {
        return jdbc.sql("select content from document_template where id = :id")
                .param("id", id)
                .query((row, at) -> row.getBytes("content"))
                .single();
    }

    private static Version version(ResultSet row, int at) throws SQLException {
        return new Version(
                row.getLong("id"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("short_name"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("by_name"),
                row.getObject("uploaded_at", OffsetDateTime.class),
                row.getString("sha256"));
    }
}
