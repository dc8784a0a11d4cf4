package gassafety.document;

import gassafety.office.Scope;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out documents as they were issued, byte for byte. */
@Controller
class DocumentController {

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
        return WordDocument.answer(document.fileName(), document.content());
    }
}
