package gassafety.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The pages of a PDF, taken over as they are: their pictures are not decoded and nothing in them runs. */
record PdfScan(PdfReader reader) implements Scan {

    /** More are no signed record; the file itself is kept whole. */
    private static final int MOST_PAGES = 100;

    /**
     * What is wrong with a page shows only when it is written, too late for a document that others have begun: it is
     * written to nowhere first. A damaged file fails in any way, an endless nesting with {@link StackOverflowError}.
     */
    static Optional<Scan> read(byte[] bytes) {
        try {
            tryOut(new PdfScan(new PdfReader(bytes)));
            return Optional.of(new PdfScan(new PdfReader(bytes)));
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return Optional.empty();
        }
    }

    private static void tryOut(PdfScan scan) throws IOException {
        try (Document nowhere = new Document();
                PdfWriter writer = PdfWriter.getInstance(nowhere, OutputStream.nullOutputStream())) {
            nowhere.open();
            for (int page = 1; page <= scan.pages(); page++) {
                nowhere.newPage();
                Rectangle size = scan.size(page);
                if (!(size.getWidth() > 0 && size.getHeight() > 0)) {
                    throw new IOException("page " + page + " has no size");
                }
                scan.missing(page);
                scan.draw(page, writer, new AffineTransform());
            }
            nowhere.close();
        }
    }

    @Override
    public int pages() {
        return Math.min(MOST_PAGES, reader.getNumberOfPages());
    }

    @Override
    public String missing(int page) {
        boolean cutOff = page == MOST_PAGES && reader.getNumberOfPages() > MOST_PAGES;
        return (isWrittenOn(page) ? "这一页上有批注或电子签章，这里不显示，以原文件为准。" : "")
                + (cutOff ? "原文件共 " + reader.getNumberOfPages() + " 页，这里附前 " + MOST_PAGES + " 页。" : "");
    }

    /** Whether something lies on the page that does not belong to it, other than a link. */
    private boolean isWrittenOn(int page) {
        PdfArray notes = reader.getPageN(page).getAsArray(PdfName.ANNOTS);
        for (int at = 0; notes != null && at < notes.size(); at++) {
            PdfDictionary note = notes.getAsDict(at);
            if (note != null && !PdfName.LINK.equals(note.getAsName(PdfName.SUBTYPE))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Rectangle size(int page) {
        Rectangle shown = reader.getCropBox(page);
        return reader.getPageRotation(page) % 180 == 0
                ? new Rectangle(shown.getWidth(), shown.getHeight())
                : new Rectangle(shown.getHeight(), shown.getWidth());
    }

    @Override
    public void draw(int page, PdfWriter writer, AffineTransform placing) {
        Rectangle shown = reader.getCropBox(page);
        Rectangle size = size(page);
        AffineTransform upright = new AffineTransform(placing);
        upright.translate(size.getWidth() / 2, size.getHeight() / 2);
        upright.rotate(Math.toRadians(-reader.getPageRotation(page)));
        upright.translate(-shown.getLeft() - shown.getWidth() / 2, -shown.getBottom() - shown.getHeight() / 2);
        PdfContentByte canvas = writer.getDirectContent();
        canvas.saveState();
        canvas.transform(upright);
        canvas.rectangle(shown.getLeft(), shown.getBottom(), shown.getWidth(), shown.getHeight());
        canvas.clip();
        canvas.newPath();
        canvas.addTemplate(writer.getImportedPage(reader, page), 0, 0);
        canvas.restoreState();
    }
}
