package gassafety.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM: one {@code PRIVATE KEY} (PKCS#8, not encrypted), and a {@code PUBLIC KEY} for each key that is retired. */
final class SigningKeyFile {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \\1-----");
    private static final int LINE = 64;

    private SigningKeyFile() {}

    static StartupProblem notNamed() {
        return new StartupProblem(
                "没有指定签封密钥。使用外部数据库时，请把 GASSAFETY_SIGNING_KEY 设为密钥文件的路径；"
                        + "可用 openssl genpkey -algorithm ed25519 -out signing-key.pem 生成，并请妥善备份。",
                "No signing key was named. With an external database set GASSAFETY_SIGNING_KEY to the path of a key"
                        + " file; openssl genpkey -algorithm ed25519 -out signing-key.pem makes one. Keep a backup.");
    }

    /** A new private key, as the file holds it. */
    static String make() {
        try {
            byte[] key = KeyPairGenerator.getInstance(SigningKeys.ALGORITHM)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return pem("PRIVATE KEY", key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    static SigningKeys read(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new StartupProblem(
                    "读不到签封密钥文件 " + file + "（" + unreadable + "）。请检查 GASSAFETY_SIGNING_KEY 和文件权限。",
                    "The signing key " + file + " can't be read (" + unreadable
                            + "). Check GASSAFETY_SIGNING_KEY and the file's permissions.",
                    unreadable);
        }
        try {
            return keys(text);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new StartupProblem(
                    "签封密钥文件 " + file + " 不是所要的格式：应有一段未加密的 Ed25519 私钥（PKCS#8 PEM，BEGIN PRIVATE KEY），"
                            + "其后可附已停用密钥的公钥（BEGIN PUBLIC KEY）。",
                    "The signing key " + file + " is not what it should be: one unencrypted Ed25519 private key (PKCS#8"
                            + " PEM, BEGIN PRIVATE KEY), and after it the public keys of retired ones"
                            + " (BEGIN PUBLIC KEY).",
                    wrong);
        }
    }

    private static SigningKeys keys(String text) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(SigningKeys.ALGORITHM);
        List<PrivateKey> own = new ArrayList<>();
        List<PublicKey> retired = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            switch (block.group(1)) {
                case "PRIVATE KEY" -> own.add(factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
                case "PUBLIC KEY" -> retired.add(factory.generatePublic(new X509EncodedKeySpec(der)));
                default -> throw new IllegalArgumentException(block.group(1));
            }
        }
        if (own.size() != 1) {
            throw new IllegalArgumentException("one private key, not " + own.size());
        }
        return new SigningKeys(own.get(0), publicOf(own.get(0)), retired);
    }

    /** The JDK derives a public key only when it makes a pair, so it makes one from the same 32 bytes. */
    private static PublicKey publicOf(PrivateKey key) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance(SigningKeys.ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair().getPublic();
    }
}
