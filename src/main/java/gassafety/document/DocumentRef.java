package gassafety.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An issued document as a record's page names it.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param template which it was made from; null where its layout stands in the program
 */
public record DocumentRef(
        long id,
        String title,
        String number,
        String sha256,
        @Nullable String template,
        Instant issuedAt) {

    /** Whether it was made from a template of an office, whose wording the program doesn't know. */
    public boolean isOfAnOffice() {
        return template != null && !template.equals(DocumentTemplates.OURS);
    }

    public String getAddress() {
        return "/documents/" + id + ".docx";
    }
}
