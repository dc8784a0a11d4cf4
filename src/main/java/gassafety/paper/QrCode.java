package gassafety.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.util.Map;

/** A QR code, drawn in squares so that it is sharp at any size. */
final class QrCode {

    private static final float SIDE = 84;
    private static final int QUIET_SQUARES = 2;

    private QrCode() {}

    static Image of(String text, PdfContentByte canvas) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_SQUARES));
            float square = SIDE / squares.getWidth();
            PdfTemplate drawing = canvas.createTemplate(SIDE, SIDE);
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y)) {
                        drawing.rectangle(x * square, SIDE - (y + 1) * square, square, square);
                    }
                }
            }
            drawing.fill();
            return Image.getInstance(drawing);
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
