package gassafety.seal;

import gassafety.calendar.Today;
import gassafety.deployment.SigningKeys;
import gassafety.journal.SourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which records were signed before there were seals. Migrations write the list, the first start with seals signs it
 * before anything is sealed; after that a line more or less makes the whole list worthless, so that nobody hides a
 * record without a seal in it.
 */
@Component
class Beginning implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final JdbcClient jdbc;
    private final SigningKeys keys;
    private final Today today;

    Beginning(JdbcClient jdbc, SigningKeys keys, Today today) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.today = today;
    }

    /** A part of a record of some kind. */
    record Part(long id, int part) {}

    private record Extent(long records, String sha256) {

        byte[] statement(Instant at) {
            return "gassafety-beginning-1\n%d\n%s\n%s\n"
                    .formatted(records, sha256, Canonical.moment(at))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Signed(Extent extent, String keyId, byte[] signature, Instant at) {}

    @Override
    public void afterPropertiesSet() {
        boolean signed = exists("beginning_of_seals");
        if (!signed && exists("seal")) {
            LOG.error("签封启用前记录的清单失去了签名，清单不再作数 · the signature over the records before seals is gone");
        } else if (!signed) {
            sign(extent(), today.now().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** Those parts of these records that were signed before there were seals; none when the list can't be trusted. */
    Set<Part> among(SourceKind kind, Collection<Long> ids) {
        Set<Part> listed = jdbc
                .sql("select source_id as id, part from record_before_seals"
                        + " where source_kind = :kind and source_id in (:ids)")
                .param("kind", kind.name())
                .param("ids", ids)
                .query(Part.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
        return listed.isEmpty() || isGenuine() ? listed : Set.of();
    }

    private boolean isGenuine() {
        return jdbc.sql("select * from beginning_of_seals")
                .query((row, number) -> new Signed(
                        new Extent(row.getLong("records"), row.getString("sha256")),
                        row.getString("key_id"),
                        row.getBytes("signature"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant()))
                .optional()
                .filter(signed -> signed.extent().equals(extent()))
                .filter(signed ->
                        keys.verify(signed.keyId(), signed.extent().statement(signed.at()), signed.signature()))
                .isPresent();
    }

    private void sign(Extent extent, Instant now) {
        jdbc.sql("insert into beginning_of_seals (records, sha256, key_id, signature, begun_at)"
                        + " values (:records, :sha256, :key, :signature, :at) on conflict do nothing")
                .param("records", extent.records())
                .param("sha256", extent.sha256())
                .param("key", keys.currentId())
                .param("signature", keys.sign(extent.statement(now)))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Extent extent() {
        return jdbc.sql("""
                        select count(*) as records, encode(sha256(convert_to(coalesce(string_agg(
                            source_kind || ' ' || source_id || ' ' || part || chr(10), ''
                            order by source_kind collate "C", source_id, part), ''), 'UTF8')), 'hex') as sha256
                        from record_before_seals
                        """).query(Extent.class).single();
    }

    private boolean exists(String table) {
        return jdbc.sql("select exists (select 1 from " + table + ")")
                .query(Boolean.class)
                .single();
    }
}
