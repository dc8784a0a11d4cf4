package gassafety.paper;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.geom.AffineTransform;
import java.util.Optional;

/** A file whose pages are shown on pages of a printed document. */
public sealed interface Scan permits PictureScan, PdfScan {

    /** A JPEG or PNG, upright. */
    static Optional<Scan> ofPicture(byte[] bytes) {
        return PictureScan.read(bytes);
    }

    /** Each page of a PDF; empty for one that is damaged or locked. */
    static Optional<Scan> ofPdf(byte[] bytes) {
        return PdfScan.read(bytes);
    }

    int pages();

    /** What is not shown of a page; empty for nothing. */
    String missing(int page);

    /** How large a page is as it is looked at, upright, in points from its lower left corner. */
    Rectangle size(int page);

    /** Draws a page, upright, its lower left corner where the placing has its origin. */
    void draw(int page, PdfWriter writer, AffineTransform placing);
}
