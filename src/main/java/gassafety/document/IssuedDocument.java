package gassafety.document;

import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Custody;
import gassafety.office.RecordKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An official document as it was issued: its bytes never change. */
@Entity
class IssuedDocument {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Embedded
    private Custody custody;

    @Enumerated(EnumType.STRING)
    private RecordKind recordKind;

    @Enumerated(EnumType.STRING)
    private SourceKind sourceKind;

    private long sourceId;
    private String title;
    private String number;
    private String sha256;

    @Column(name = "content")
    private byte[] content;

    private @Nullable String template;

    private String issuedBy;
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    protected IssuedDocument() {}

    @SuppressWarnings("NullAway.Init")
    IssuedDocument(
            Custody custody,
            RecordKind recordKind,
            Source source,
            String title,
            String number,
            byte[] content,
            String sha256,
            @Nullable String template,
            String issuedBy,
            Instant issuedAt) {
        this.custody = custody;
        this.recordKind = recordKind;
        this.sourceKind = source.kind();
        this.sourceId = source.id();
        this.title = title;
        this.number = number;
        this.content = content.clone();
        this.sha256 = sha256;
        this.template = template;
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
    }

    long getId() {
        return id;
    }

    RecordKind getRecordKind() {
        return recordKind;
    }

    String fileName() {
        return title + " " + number + ".docx";
    }

    byte[] content() {
        return content.clone();
    }
}
