package gassafety.support;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos for tests: each is another picture, drawn or made by hand as a camera would write it. */
public final class Shots {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Shots() {}

    /** A photo like no other; blue on its left, orange on its right. */
    public static byte[] jpeg(int width, int height) {
        return drawn("jpg", width, height);
    }

    public static byte[] png(int width, int height) {
        return drawn("png", width, height);
    }

    private static byte[] drawn(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(width / 2, 0, width, height);
        canvas.setColor(new Color(NUMBER.incrementAndGet() * 1_234_567 % 0xFFFFFF));
        canvas.fillRect(width / 4, height / 4, width / 8, height / 8);
        canvas.dispose();
        return written(image, format);
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A photo of a label with a QR code on a grey wall. */
    public static byte[] ofCode(String text) {
        BufferedImage image = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, 1200, 1600);
        canvas.rotate(Math.toRadians(7), 600, 800);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(400, 600, 400, 400);
        canvas.setColor(Color.BLACK);
        try {
            BitMatrix squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 320, 320);
            for (int at = 0; at < 320 * 320; at++) {
                if (squares.get(at % 320, at / 320)) {
                    canvas.fillRect(440 + at % 320, 640 + at / 320, 1, 1);
                }
            }
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
        canvas.dispose();
        return written(image, "jpg");
    }

    /**
     * The same photo with what a phone writes into it: held sideways (turned by 90°), taken on 2023-09-20 at 10:32
     * in China, at 30.5° north and 104.25° east.
     */
    public static byte[] withCameraNotes(byte[] jpeg) {
        ByteBuffer exif = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        // offsets count from the byte-order mark; directory at 8, details at 60, place at 100, values from 200
        directory(exif, 8, new int[][] {{0x0112, 3, 1, 6 << 16}, {0x8769, 4, 1, 60}, {0x8825, 4, 1, 100}});
        directory(exif, 60, new int[][] {{0x9003, 2, 20, 200}});
        directory(exif, 100, new int[][] {{1, 2, 2, 'N' << 24}, {2, 5, 3, 220}, {3, 2, 2, 'E' << 24}, {4, 5, 3, 244}});
        exif.position(6 + 200);
        exif.put("2023:09:20 10:32:00\0".getBytes(StandardCharsets.US_ASCII));
        for (int degrees : new int[] {30, 30, 0, 104, 15, 0}) {
            exif.putInt(degrees).putInt(1);
        }
        byte[] notes = new byte[exif.position()];
        exif.flip().get(notes);
        return ByteBuffer.allocate(jpeg.length + notes.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (notes.length + 2))
                .put(notes)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static void directory(ByteBuffer exif, int offset, int[][] entries) {
        exif.position(6 + offset);
        exif.putShort((short) entries.length);
        for (int[] entry : entries) {
            exif.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(entry[2])
                    .putInt(entry[3]);
        }
        exif.putInt(0);
    }

    /** A PNG of a few bytes that claims to have so many pixels. */
    public static byte[] claiming(int width, int height) {
        byte[] png = png(8, 8);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }
}
