package gassafety.seal;

import gassafety.calendar.Today;
import gassafety.deployment.SigningKeys;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The seals of signed records. */
@Service
public class Seals {

    private static final RowMapper<Seal> ROW = (row, number) -> new Seal(
            new Source(SourceKind.valueOf(row.getString("source_kind")), row.getLong("source_id")),
            row.getInt("part"),
            row.getInt("form"),
            row.getBytes("content"),
            row.getString("sha256"),
            row.getString("key_id"),
            row.getBytes("signature"),
            row.getString("code"),
            row.getObject("sealed_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final SigningKeys keys;
    private final Today today;

    Seals(JdbcClient jdbc, SigningKeys keys, Today today) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.today = today;
    }

    /** The code to print on a signed record, in groups: {@code /verify/} and this code is where anyone checks it. */
    @Transactional(readOnly = true)
    public Optional<String> code(Source source) {
        return code(source, 0);
    }

    /** @param part 0 for the record itself, n for its n-th supplement */
    @Transactional(readOnly = true)
    public Optional<String> code(Source source, int part) {
        return find(source, part).map(Seal::printedCode);
    }

    /** The seal of a part of a record. */
    @Transactional(readOnly = true)
    public Optional<Seal> find(Source source, int part) {
        return of(source.kind(), List.of(source.id())).stream()
                .filter(seal -> seal.part() == part)
                .findFirst();
    }

    /**
     * Seals a part of a record, in the transaction that makes it final.
     *
     * @param content canonical JSON, with the unit, the day and the office under {@code about}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(Source source, int part, int form, byte[] content) {
        Seal seal = Seal.make(source, part, form, content, today.now().truncatedTo(ChronoUnit.MICROS), keys);
        jdbc.sql("""
                        insert into seal (source_kind, source_id, part, form, content, sha256, key_id, signature, code,
                            sealed_at)
                        values (:kind, :id, :part, :form, :content, :sha256, :key, :signature, :code, :at)
                        """)
                .param("kind", source.kind().name())
                .param("id", source.id())
                .param("part", part)
                .param("form", form)
                .param("content", content)
                .param("sha256", seal.sha256())
                .param("key", seal.keyId())
                .param("signature", seal.signature())
                .param("code", seal.code())
                .param("at", seal.sealedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Seal> byCode(String code) {
        return jdbc.sql("select * from seal where code = :code and source_kind in (:kinds)")
                .param("code", code)
                .param(
                        "kinds",
                        Arrays.stream(SourceKind.values()).map(SourceKind::name).toList())
                .query(ROW)
                .optional();
    }

    /** The seals of all parts of these records. */
    List<Seal> of(SourceKind kind, Collection<Long> ids) {
        return jdbc.sql("select * from seal where source_kind = :kind and source_id in (:ids) order by source_id, part")
                .param("kind", kind.name())
                .param("ids", ids)
                .query(ROW)
                .list();
    }

    /** The lowest ids above this one of records of a kind that have a seal. */
    List<Long> sealedAfter(SourceKind kind, long id, int most) {
        return jdbc.sql("select distinct source_id from seal where source_kind = :kind and source_id > :id"
                        + " order by source_id limit :most")
                .param("kind", kind.name())
                .param("id", id)
                .param("most", most)
                .query(Long.class)
                .list();
    }
}
