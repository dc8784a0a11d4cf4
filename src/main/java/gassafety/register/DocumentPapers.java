package gassafety.register;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.desk.UnitPapers;
import gassafety.document.IssuedDocuments;
import gassafety.office.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** The official documents that were issued about a unit, or by an office and about its units. */
@Component
class DocumentPapers implements UnitPapers, OfficePapers {

    private final IssuedDocuments documents;

    DocumentPapers(IssuedDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String folder() {
        return "3 监察文书";
    }

    @Override
    public void each(long enterpriseId, Caller caller, PaperSink sink) throws IOException {
        try {
            documents.eachOf(enterpriseId, caller.scope(), into(sink));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        try {
            documents.eachIssued(request.from(), request.to(), request.scope(), into(sink));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static BiConsumer<String, byte[]> into(PaperSink sink) {
        return (name, content) -> {
            try {
                sink.put(name, out -> out.write(content));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }
}
