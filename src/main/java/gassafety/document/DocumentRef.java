package gassafety.document;

import java.time.Instant;

/**
 * An issued document as a record's page names it.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
public record DocumentRef(long id, String title, String number, String sha256, Instant issuedAt) {

    public String getAddress() {
        return "/documents/" + id + ".docx";
    }
}
