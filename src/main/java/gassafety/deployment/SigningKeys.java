package gassafety.deployment;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The Ed25519 key that this system signs with, and the public keys of those it signed with before. All come from a file
 * outside the database: a signature by any other key proves nothing.
 */
public final class SigningKeys {

    static final String ALGORITHM = "Ed25519";

    private static final int ID_LENGTH = 16;

    private final PrivateKey current;
    private final String currentId;
    private final Map<String, PublicKey> trusted = new HashMap<>();

    SigningKeys(PrivateKey current, PublicKey ofCurrent, List<PublicKey> retired) {
        this.current = current;
        this.currentId = id(ofCurrent);
        retired.forEach(key -> trusted.put(id(key), key));
        trusted.put(currentId, ofCurrent);
    }

    /** Name of the key signed with now: the first 16 hex digits of the SHA-256 of its public key in DER. */
    public String currentId() {
        return currentId;
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(current);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the key of this name is in the file. */
    public boolean knows(String keyId) {
        return trusted.containsKey(keyId);
    }

    /** Whether the key of this name, which must be in the file, signed this message. */
    public boolean verify(String keyId, byte[] message, byte[] signed) {
        PublicKey key = trusted.get(keyId);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static String id(PublicKey key) {
        return DigestUtils.sha256Hex(key.getEncoded()).substring(0, ID_LENGTH);
    }
}
