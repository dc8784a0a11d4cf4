package gassafety.evidence;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import gassafety.web.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads the two-dimensional or bar code in a photo; the photo is not kept. */
@Component
public class CodeReader {

    /** Enough for a code that fills a tenth of the picture. */
    private static final int SIDE = 1600;

    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.ALSO_INVERTED,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX, BarcodeFormat.CODE_128, BarcodeFormat.CODE_39));

    private final Darkroom darkroom;

    CodeReader(Darkroom darkroom) {
        this.darkroom = darkroom;
    }

    /**
     * The first code that is found.
     *
     * @throws Refusal in Chinese when it is no photo that can be read
     */
    public Optional<String> read(MultipartFile photo) {
        BufferedImage picture = picture(darkroom.upright(photo, SIDE));
        int width = picture.getWidth();
        int height = picture.getHeight();
        LuminanceSource light =
                new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        return read(light, HybridBinarizer::new).or(() -> read(light, GlobalHistogramBinarizer::new));
    }

    private static Optional<String> read(LuminanceSource light, Function<LuminanceSource, Binarizer> binarizer) {
        try {
            BinaryBitmap bits = new BinaryBitmap(binarizer.apply(light));
            return Optional.of(new MultiFormatReader().decode(bits, HINTS).getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    private static BufferedImage picture(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
