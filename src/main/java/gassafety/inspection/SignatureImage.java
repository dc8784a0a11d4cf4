package gassafety.inspection;

import gassafety.web.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A signature as drawn on the pad: a PNG that was looked at, not believed. */
final class SignatureImage {

    private static final String PREFIX = "data:image/png;base64,";
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LARGEST_BYTES = 262_144;
    private static final int LARGEST_SIDE = 4_000;
    private static final int HEADER_BYTES = 24;
    private static final int WIDTH_AT = 16;

    private SignatureImage() {}

    /** @param sent the picture as a data address */
    static byte[] read(@Nullable String sent) {
        String address = Texts.clean(sent);
        if (!address.startsWith(PREFIX)) {
            throw new Refusal("image", "请被检查单位人员在签字板上签名。");
        }
        byte[] bytes = decoded(address.substring(PREFIX.length()));
        if (bytes.length > LARGEST_BYTES) {
            throw new Refusal("image", "签名图片太大（不超过 256 KB），请清除后重签。");
        }
        if (!isDrawn(bytes)) {
            throw new Refusal("image", "签名没有收到或是空白的，请重新签名。");
        }
        return bytes;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException wrong) {
            return new byte[0];
        }
    }

    private static boolean isDrawn(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            return false;
        }
        ByteBuffer size = ByteBuffer.wrap(bytes, WIDTH_AT, 8);
        int width = size.getInt();
        int height = size.getInt();
        if (width < 1 || width > LARGEST_SIDE || height < 1 || height > LARGEST_SIDE) {
            return false;
        }
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image != null && hasTwoColours(image);
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static boolean hasTwoColours(BufferedImage image) {
        int corner = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != corner) {
                    return true;
                }
            }
        }
        return false;
    }
}
