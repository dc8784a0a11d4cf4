package gassafety.document;

import gassafety.calendar.Today;
import gassafety.journal.Source;
import gassafety.office.Caller;
import gassafety.office.Custody;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps official documents as they were issued. */
@Service
public class IssuedDocuments {

    private final DocumentArchive archive;
    private final JdbcClient jdbc;
    private final Today today;

    IssuedDocuments(DocumentArchive archive, JdbcClient jdbc, Today today) {
        this.archive = archive;
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * Keeps a document, in the transaction that issues it.
     *
     * @param by who issues it
     * @param custody of the document itself, made for it: who may read the record may read the document
     * @param kind of record that its readers must be allowed to read
     * @param source the record it belongs to
     * @param number 文号
     * @return its id, by which it can be downloaded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long keep(
            Caller by, Custody custody, RecordKind kind, Source source, String title, String number, byte[] content) {
        return save(by, custody, kind, source, title, number, content, null);
    }

    /** Keeps a document that was made from a template, and which one that was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long keep(
            Caller by,
            Custody custody,
            RecordKind kind,
            Source source,
            String title,
            String number,
            DocumentTemplates.Made made) {
        return save(by, custody, kind, source, title, number, made.content(), made.template());
    }

    private long save(
            Caller by,
            Custody custody,
            RecordKind kind,
            Source source,
            String title,
            String number,
            byte[] content,
            @Nullable String template) {
        IssuedDocument document = new IssuedDocument(
                custody,
                kind,
                source,
                title,
                number,
                content,
                DigestUtils.sha256Hex(content),
                template,
                by.name(),
                today.now());
        return archive.save(document).getId();
    }

    /** The documents of a record that the caller has been allowed to read, in the order they were issued. */
    @Transactional(readOnly = true)
    public List<DocumentRef> of(Source source) {
        return jdbc.sql("""
                        select id, title, number, sha256, template, issued_at from issued_document
                        where source_kind = :kind and source_id = :id order by id
                        """)
                .param("kind", source.kind().name())
                .param("id", source.id())
                .query((row, at) -> new DocumentRef(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("number"),
                        row.getString("sha256"),
                        row.getString("template"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Each document about a unit that is within this scope: the name of its file and its bytes, the oldest first. */
    @Transactional(readOnly = true)
    public void eachOf(long enterpriseId, Scope scope, BiConsumer<String, byte[]> action) {
        each(
                (document, query, criteria) ->
                        criteria.equal(document.get("custody").get("enterpriseId"), enterpriseId),
                scope,
                action);
    }

    /** Each document within this scope that was issued in these days, the oldest first. */
    @Transactional(readOnly = true)
    public void eachIssued(LocalDate from, LocalDate to, Scope scope, BiConsumer<String, byte[]> action) {
        Instant start = from.atStartOfDay(Today.ZONE).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(Today.ZONE).toInstant();
        each(
                (document, query, criteria) -> criteria.and(
                        criteria.greaterThanOrEqualTo(document.<Instant>get("issuedAt"), start),
                        criteria.lessThan(document.<Instant>get("issuedAt"), end)),
                scope,
                action);
    }

    private void each(Specification<IssuedDocument> wanted, Scope scope, BiConsumer<String, byte[]> action) {
        archive.each(wanted, scope, Sort.by("id"), document -> {
            if (scope.reads(document.getRecordKind())) {
                action.accept(document.fileName(), document.content());
            }
        });
    }
}
