package gassafety.inspection;

import gassafety.inspection.Visits.Visit;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds of an inspection, every row of it. */
@TestComponent
class SavedRows {

    private final JdbcClient jdbc;

    SavedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every save, by item and version: position, verdict, what was written, and by whom. */
    List<String> answers(Visit visit) {
        return jdbc.sql(
                        "select concat_ws(' ', position, verdict, nullif(problem, ''), nullif(remark, ''), saved_by_name)"
                                + " from inspection_answer where inspection_id = :id order by position, version")
                .param("id", visit.id())
                .query(String.class)
                .list();
    }

    /** Hashes of the photos by item. */
    List<String> photos(Visit visit) {
        return jdbc.sql("select line || ' ' || sha256 from evidence_photo where source_kind = 'INSPECTION'"
                        + " and source_id = :id order by line, id")
                .param("id", visit.id())
                .query(String.class)
                .list();
    }

    static String sha256(byte[] photo) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ends every login of a person, as half an hour without a request does. */
    void expireLogins(String username) {
        jdbc.sql("delete from spring_session where principal_name = :name")
                .param("name", username)
                .update();
    }
}
