package gassafety.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed document as its reader sees it. */
public final class Pdf implements AutoCloseable {

    private final PDDocument document;

    public Pdf(byte[] bytes) {
        try {
            document = Loader.loadPDF(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Its words without spaces and line breaks. */
    public String text() {
        return read(new PDFTextStripper()).replaceAll("\\s", "");
    }

    /** A mark with its place on the page, from the left and the top. */
    public record Mark(int page, String text, float x, float y) {}

    /** Every occurrence of one of these letters, page by page. */
    public List<Mark> marks(String letters) {
        List<Mark> marks = new ArrayList<>();
        read(new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                if (letters.contains(letter.getUnicode())) {
                    marks.add(new Mark(getCurrentPageNo(), letter.getUnicode(), letter.getX(), letter.getY()));
                }
                super.processTextPosition(letter);
            }
        });
        return marks;
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    public boolean embedsItsFonts() {
        return IntStream.range(0, pages())
                .mapToObj(page -> document.getPage(page).getResources())
                .flatMap(resources -> StreamSupport.stream(
                                resources.getFontNames().spliterator(), false)
                        .map(name -> font(resources, name)))
                .allMatch(PDFont::isEmbedded);
    }

    /** What the QR codes on its pages say, read from their pictures. */
    public List<String> qrCodes() {
        List<String> codes = new ArrayList<>();
        for (int page = 0; page < pages(); page++) {
            BufferedImage picture = picture(page);
            int[] points = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            LuminanceSource light = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), points);
            try {
                codes.add(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText());
            } catch (ReaderException none) {
                continue;
            }
        }
        return codes;
    }

    /** One page as a picture, 100 dots to the inch. */
    public BufferedImage picture(int page) {
        try {
            return new PDFRenderer(document).renderImageWithDPI(page, 100, ImageType.GRAY);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PDFont font(PDResources resources, COSName name) {
        try {
            return resources.getFont(name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String read(PDFTextStripper stripper) {
        try {
            return stripper.getText(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
