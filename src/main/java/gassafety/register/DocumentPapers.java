package gassafety.register;

import gassafety.desk.UnitPapers;
import gassafety.document.IssuedDocuments;
import gassafety.office.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** The official documents that were issued about a unit. */
@Component
class DocumentPapers implements UnitPapers {

    private final IssuedDocuments documents;

    DocumentPapers(IssuedDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String folder() {
        return "3 监察文书";
    }

    @Override
    public void each(long enterpriseId, Caller caller, Sink sink) throws IOException {
        try {
            documents.eachOf(enterpriseId, caller.scope(), (name, content) -> {
                try {
                    sink.put(name, out -> out.write(content));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
