package gassafety.evidence;

import gassafety.attachment.Attachments;
import gassafety.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Looks at photos, few at a time: uploads wait on disk for their turn, so that many at once need no more memory than
 * {@link #AT_ONCE} of the largest.
 */
@Component
public class Darkroom {

    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * Reads and checks a photo and hands it on.
     *
     * @param use keeps it; while it runs the photo is in memory
     * @throws Refusal in Chinese when it is not a photo that can be kept
     */
    public <T> T develop(MultipartFile file, Function<Exposure, T> use) {
        String name = Exposure.shortName(file.getOriginalFilename());
        requireSize(name, file.getSize());
        places.acquireUninterruptibly();
        try {
            return use.apply(new Exposure(Picture.of(name, file.getBytes())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            places.release();
        }
    }

    /** A photo that is in memory already. */
    public Exposure develop(String name, byte[] bytes) {
        requireSize(name, bytes.length);
        return new Exposure(Picture.of(Exposure.shortName(name), bytes));
    }

    /**
     * An upright copy of a photo or scan to be looked at, a JPEG without anything the camera wrote into it.
     *
     * @param side most pixels each way
     * @throws Refusal in Chinese when it can't be read
     */
    public byte[] upright(String name, byte[] bytes, int side) {
        places.acquireUninterruptibly();
        try {
            return Picture.of(name, bytes, side).small();
        } finally {
            places.release();
        }
    }

    /** The same of one that was sent. */
    byte[] upright(MultipartFile file, int side) {
        String name = Exposure.shortName(file.getOriginalFilename());
        requireSize(name, file.getSize());
        places.acquireUninterruptibly();
        try {
            return Picture.of(name, file.getBytes(), side).small();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            places.release();
        }
    }

    private static void requireSize(String name, long size) {
        if (size == 0) {
            throw new Refusal("photo", "“" + name + "”是空文件，请重新拍摄或重新选择。");
        }
        if (size > Attachments.LARGEST) {
            throw new Refusal("photo", "“" + name + "”超过 20 MB，请用相机的普通模式重拍。");
        }
    }
}
