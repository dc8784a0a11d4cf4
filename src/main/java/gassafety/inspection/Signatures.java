package gassafety.inspection;

import gassafety.office.Caller;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of signatures. Whoever calls has read the inspection within its scope, and holds its lock when adding. */
@Component
class Signatures {

    private final JdbcClient jdbc;

    Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Signature> of(long inspectionId) {
        return jdbc.sql("select number, account_id, kind, name, title, note, witness,"
                        + " encode(pg_catalog.sha256(image), 'hex') as image_sha256, content_sha256, scan_sha256,"
                        + " signed_at from inspection_signature where inspection_id = :id order by number")
                .param("id", inspectionId)
                .query((row, at) -> new Signature(
                        row.getInt("number"),
                        row.getObject("account_id", Long.class),
                        Signature.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("note"),
                        row.getString("witness"),
                        row.getString("image_sha256"),
                        row.getString("content_sha256"),
                        row.getString("scan_sha256"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether this is what the unit's person has given already. */
    boolean holds(long inspectionId, UnitSignature unit) {
        return of(inspectionId).stream()
                .anyMatch(given ->
                        given.kind().name().equals("UNIT_" + unit.outcome().name())
                                && given.name().equals(unit.name())
                                && given.title().equals(unit.title())
                                && given.note().equals(unit.note())
                                && given.witness().equals(unit.witness())
                                && Objects.equals(given.scan(), unit.scan()));
    }

    Optional<byte[]> image(long inspectionId, int number) {
        return jdbc.sql("select image from inspection_signature"
                        + " where inspection_id = :id and number = :number and image is not null")
                .param("id", inspectionId)
                .param("number", number)
                .query((row, at) -> row.getBytes("image"))
                .optional();
    }

    /** @param contentSha256 of what is signed */
    void add(long inspectionId, Caller inspector, String contentSha256, Instant at) {
        add(
                inspectionId,
                inspector.accountId(),
                "INSPECTOR",
                inspector.name(),
                "",
                "",
                "",
                null,
                contentSha256,
                null,
                at);
    }

    void add(long inspectionId, UnitSignature unit, String contentSha256, Instant at) {
        String kind = "UNIT_" + unit.outcome().name();
        add(
                inspectionId,
                null,
                kind,
                unit.name(),
                unit.title(),
                unit.note(),
                unit.witness(),
                unit.image(),
                contentSha256,
                unit.scan(),
                at);
    }

    private void add(
            long inspectionId,
            @Nullable Long account,
            String kind,
            String name,
            String title,
            String note,
            String witness,
            byte @Nullable [] image,
            String contentSha256,
            @Nullable String scan,
            Instant at) {
        jdbc.sql("""
                        insert into inspection_signature (inspection_id, number, account_id, kind, name, title, note,
                            witness, image, content_sha256, scan_sha256, signed_at)
                        select :id, coalesce(max(number), 0) + 1, :account, :kind, :name, :title, :note, :witness,
                            :image, :content, :scan, :at
                        from inspection_signature where inspection_id = :id
                        """)
                .param("id", inspectionId)
                .param("account", account, Types.BIGINT)
                .param("kind", kind)
                .param("name", name)
                .param("title", title)
                .param("note", note)
                .param("witness", witness)
                .param("image", image, Types.BINARY)
                .param("content", contentSha256)
                .param("scan", scan, Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
