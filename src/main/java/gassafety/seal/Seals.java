package gassafety.seal;

import gassafety.journal.Source;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The seals of signed records. */
@Service
public class Seals {

    private final JdbcClient jdbc;

    Seals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The code to print on a signed record, in groups: {@code /verify/} and this code is where anyone checks it. */
    @Transactional(readOnly = true)
    public Optional<String> code(Source source) {
        return code(source, 0);
    }

    /** The code of a part of a record: 0 the record itself, n its n-th supplement. */
    @Transactional(readOnly = true)
    public Optional<String> code(Source source, int part) {
        return jdbc.sql("select code from seal where source_kind = :kind and source_id = :id and part = :part")
                .param("kind", source.kind().name())
                .param("id", source.id())
                .param("part", part)
                .query(String.class)
                .optional()
                .map(SealCode::printed);
    }
}
