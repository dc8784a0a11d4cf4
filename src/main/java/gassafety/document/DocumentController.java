package gassafety.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import gassafety.office.Scope;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out documents as they were issued, byte for byte. */
@Controller
class DocumentController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final DocumentArchive archive;

    DocumentController(DocumentArchive archive) {
        this.archive = archive;
    }

    @GetMapping("/documents/{id}.docx")
    ResponseEntity<byte[]> download(@PathVariable long id, Scope scope) {
        IssuedDocument document = archive.find(id, scope).orElseThrow(NotFound::new);
        if (!scope.reads(document.getRecordKind())) {
            throw new Forbidden("您的岗位不查看这一类文书。");
        }
        return word(document.fileName(), document.content());
    }

    static ResponseEntity<byte[]> word(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(WORD)
                .eTag(DigestUtils.sha256Hex(content))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
