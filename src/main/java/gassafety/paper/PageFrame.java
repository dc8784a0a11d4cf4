package gassafety.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** The foot of each page with its number, and what is written across it. How many there are is known at the end. */
final class PageFrame extends PdfPageEventHelper {

    private static final float FOOT = 30;
    private static final float TOTAL_WIDTH = 44;
    private static final float MARK = 60;
    private static final int SLOPE = 45;
    private static final float FAINT = 0.10f;

    private final String foot;
    private final String mark;
    private @Nullable PdfTemplate total;

    PageFrame(String foot, String mark) {
        this.foot = foot;
        this.mark = mark;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, FOOT);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        write(canvas, Element.ALIGN_LEFT, Typeface.plain(foot, Paper.SMALL), document.left());
        float at = document.right() - TOTAL_WIDTH;
        write(canvas, Element.ALIGN_RIGHT, Typeface.plain("第 " + writer.getPageNumber() + " 页", Paper.SMALL), at);
        canvas.addTemplate(java.util.Objects.requireNonNull(total), at, FOOT);
        if (!mark.isEmpty()) {
            across(writer.getDirectContent(), document);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        Phrase words = Typeface.plain("共 " + (writer.getPageNumber() - 1) + " 页", Paper.SMALL);
        ColumnText.showTextAligned(total, Element.ALIGN_RIGHT, words, TOTAL_WIDTH, 0, 0);
    }

    private void across(PdfContentByte canvas, Document document) {
        canvas.saveState();
        PdfGState faint = new PdfGState();
        faint.setFillOpacity(FAINT);
        canvas.setGState(faint);
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_CENTER,
                Typeface.plain(mark, MARK),
                (document.left() + document.right()) / 2,
                (document.bottom() + document.top()) / 2,
                SLOPE);
        canvas.restoreState();
    }

    private static void write(PdfContentByte canvas, int alignment, Phrase words, float x) {
        ColumnText.showTextAligned(canvas, alignment, words, x, FOOT, 0);
    }
}
