package gassafety.seal;

import gassafety.deployment.SigningKeys;
import gassafety.journal.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a part of a record said when it was sealed, and the signature over it.
 *
 * @param part 0 the record itself, n its n-th supplement
 * @param form number of the form in which the content is written
 * @param content canonical JSON
 * @param sha256 of the content, in lower-case hex
 * @param code by which anyone may ask for it, as it is stored
 */
public record Seal(
        Source source,
        int part,
        int form,
        byte[] content,
        String sha256,
        String keyId,
        byte[] signature,
        String code,
        Instant sealedAt) {

    static Seal make(Source source, int part, int form, byte[] content, Instant now, SigningKeys keys) {
        String sha256 = DigestUtils.sha256Hex(content);
        String code = SealCode.random();
        byte[] signature = keys.sign(statement(source, part, form, code, now, sha256));
        return new Seal(source, part, form, content, sha256, keys.currentId(), signature, code, now);
    }

    boolean isGenuine(SigningKeys keys) {
        return sha256.equals(DigestUtils.sha256Hex(content))
                && keys.verify(keyId, statement(source, part, form, code, sealedAt, sha256), signature);
    }

    /** The very bytes that are signed. */
    private static byte[] statement(Source source, int part, int form, String code, Instant at, String sha256) {
        return String.join(
                        "\n",
                        "gassafety-seal-1",
                        source.kind().name(),
                        String.valueOf(source.id()),
                        String.valueOf(part),
                        String.valueOf(form),
                        code,
                        Canonical.moment(at),
                        sha256,
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The code as it is printed. */
    public String printedCode() {
        return SealCode.printed(code);
    }

    static String title(Source source, int part) {
        return part == 0 ? source.kind().getLabel() + "记录" : "补充说明 " + part;
    }
}
