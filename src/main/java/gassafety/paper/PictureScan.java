package gassafety.paper;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.Optional;

/** A picture, one page. */
record PictureScan(Image image) implements Scan {

    static Optional<Scan> read(byte[] bytes) {
        try {
            return Optional.of(new PictureScan(Image.getInstance(bytes)));
        } catch (BadElementException | IOException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public String missing(int page) {
        return "";
    }

    @Override
    public Rectangle size(int page) {
        return new Rectangle(image.getWidth(), image.getHeight());
    }

    @Override
    public void draw(int page, PdfWriter writer, AffineTransform placing) {
        image.setAbsolutePosition(0, 0);
        PdfContentByte canvas = writer.getDirectContent();
        canvas.saveState();
        canvas.transform(placing);
        canvas.addImage(image);
        canvas.restoreState();
    }
}
