package gassafety.evidence;

import gassafety.web.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A photo that was looked at: it can be read to its end, and has a smaller copy.
 *
 * @param bytes as they were taken, nothing changed
 * @param width in pixels, upright
 * @param small a JPEG of at most {@link #SMALL} pixels each way unless asked for larger, upright, without anything the camera wrote into it
 * @param shot when and where, as the camera wrote it
 */
record Picture(String name, byte[] bytes, int width, int height, byte[] small, Taken shot) {

    /** The longer side of the smaller copy, in pixels. */
    static final int SMALL = 640;

    /** More than phones take in their usual mode; a file of a few kilobytes can claim to be a thousand times more. */
    static final long MOST_PIXELS = 64_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final double QUALITY = 0.8;

    /** So many are held in memory at most while a copy is made. */
    private static final double MOST_IN_MEMORY = 16_000_000;

    /** @throws Refusal in Chinese when it is not a photo that can be kept and shown */
    static Picture of(String name, byte[] bytes) {
        return of(name, bytes, SMALL);
    }

    /** @param side the longer one of the smaller copy, in pixels */
    static Picture of(String name, byte[] bytes, int side) {
        PhotoKind kind = PhotoKind.require(bytes, name);
        CameraNotes notes = kind == PhotoKind.JPEG ? CameraNotes.of(bytes) : CameraNotes.NONE;
        Orientation orientation = Orientation.typeOf(notes.orientation());
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (ImageInputStream content = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(content, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            requireSize(name, width, height);
            byte[] small = small(upright(read(reader, width, height, side, name), orientation), side);
            boolean lies = notes.orientation() > 4;
            return new Picture(name, bytes, lies ? height : width, lies ? width : height, small, notes.shot());
        } catch (IOException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NegativeArraySizeException damaged) {
            throw unreadable(name);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSize(String name, int width, int height) {
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw new Refusal("photo", "“" + name + "”有 " + width + "×" + height + " 像素，超过 6400 万像素，请用相机的普通模式重拍。");
        }
    }

    /** Only every n-th pixel is kept, so that a large photo needs little memory. */
    private static BufferedImage read(ImageReader reader, int width, int height, int side, String name)
            throws IOException {
        AtomicBoolean cutOff = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.contains("Truncated") || warning.contains("premature end")) {
                cutOff.set(true);
            }
        });
        ImageReadParam every = reader.getDefaultReadParam();
        int tooMany = (int) Math.ceil(Math.sqrt(width * (double) height / MOST_IN_MEMORY));
        int step = Math.max(tooMany, Math.max(width, height) / (2 * side));
        every.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
        BufferedImage image = reader.read(0, every);
        if (cutOff.get()) {
            throw unreadable(name);
        }
        return onWhite(image);
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return plain;
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    private static byte[] small(BufferedImage image, int most) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        int side = Math.min(most, Math.max(image.getWidth(), image.getHeight()));
        Thumbnails.of(image)
                .size(side, side)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(copy);
        return copy.toByteArray();
    }

    private static Refusal unreadable(String name) {
        return new Refusal("photo", "“" + name + "”读不完整，文件可能在传输中损坏，请重新拍摄或重新选择。");
    }
}
