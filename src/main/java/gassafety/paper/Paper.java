package gassafety.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.PrintedText;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A document on A4, written from top to bottom; each page says which it is, of how many. */
public final class Paper {

    static final float TITLE = 16;
    static final float HEADING = 11;
    static final float TEXT = 9;
    static final float SMALL = 7.5f;

    private static final float MARGIN = 42;
    private static final float FOOT_MARGIN = 48;
    private static final float LINE = 1.35f;
    private static final float ROOM_AFTER_HEADING = 70;
    private static final float PHOTO_WIDTH = 240;
    private static final float PHOTO_HEIGHT = 180;
    private static final float SCAN_GAP = 8;
    private static final float DRAWN_WIDTH = 120;
    private static final float DRAWN_HEIGHT = 40;

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT_MARGIN);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PdfWriter writer = PdfWriter.getInstance(document, bytes);

    /**
     * @param title of the document, for readers that show one
     * @param foot what stands at the foot of each page
     * @param mark what is written across each page; empty for nothing
     */
    public Paper(String title, String foot, String mark) {
        writer.setPageEvent(new PageFrame(foot, mark));
        document.addTitle(title);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
    }

    /** What is printed above the table of a list: which annex it is, and its title. */
    public Paper titleOf(Checklist list) {
        String above = list.derived() ? "本系统设计，原表未附" : "附件" + list.code().replaceAll("\\D", "");
        add(paragraph(Typeface.plain(above, HEADING), Element.ALIGN_LEFT, 2));
        return add(paragraph(Typeface.bold(list.title(), TITLE), Element.ALIGN_CENTER, 6));
    }

    /** A line in the middle under the title. */
    public Paper subtitle(String text) {
        return add(paragraph(Typeface.plain(text, TEXT), Element.ALIGN_CENTER, 6));
    }

    /** Rows of figures that belong together; the name stands once, beside all of them. */
    public record Figures(String name, List<Figure> rows) {}

    /** What is counted, and how much it is. */
    public record Figure(String item, String value) {}

    /** The title in the middle of the page. */
    public Paper title(String text) {
        return add(paragraph(Typeface.bold(text, TITLE), Element.ALIGN_CENTER, 6));
    }

    /**
     * A sheet of figures.
     *
     * @param left above the table, with {@code right} at the other side
     * @param head of the three columns
     */
    public Paper figures(String left, String right, List<String> head, List<Figures> groups) {
        PdfPTable above = table(1, 1);
        above.addCell(bare(Typeface.plain(left, TEXT)));
        PdfPCell end = bare(Typeface.plain(right, TEXT));
        end.setHorizontalAlignment(Element.ALIGN_RIGHT);
        above.addCell(end);
        add(above);
        PdfPTable table = table(1.7f, 5.4f, 2.4f);
        for (String column : head) {
            table.addCell(figure(Typeface.bold(column, TEXT), Element.ALIGN_CENTER));
        }
        for (Figures group : groups) {
            PdfPCell name = figure(Typeface.plain(group.name(), TEXT), Element.ALIGN_CENTER);
            name.setRowspan(group.rows().size());
            table.addCell(name);
            for (Figure figure : group.rows()) {
                table.addCell(figure(Typeface.plain(figure.item(), TEXT), Element.ALIGN_LEFT));
                table.addCell(figure(Typeface.plain(figure.value(), TEXT), Element.ALIGN_RIGHT));
            }
        }
        return add(table);
    }

    private static PdfPCell figure(Phrase words, int alignment) {
        PdfPCell cell = boxed(words);
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(2);
        cell.setPaddingTop(0);
        return cell;
    }

    /** What stands in the head of the form, two to a line; one with a long value has a line of its own. */
    public Paper fields(List<Field> fields) {
        PdfPTable table = table(1, 1);
        boolean left = true;
        for (Field field : fields) {
            boolean whole = field.isLong();
            if (whole && !left) {
                table.addCell(bare(Typeface.plain("", TEXT)));
                left = true;
            }
            PdfPCell cell = bare(field.words());
            cell.setColspan(whole ? 2 : 1);
            table.addCell(cell);
            left = whole || !left;
        }
        table.completeRow();
        table.setSpacingAfter(5);
        return add(table);
    }

    /** The items of a list with what was answered, the head of their table repeated on each page. */
    public Paper items(Checklist list, Function<ChecklistItem, Entry> entries) {
        new ItemTable(list, entries).into(document, writer);
        return this;
    }

    /** Rows under a head that is repeated on each page. */
    public Paper rows(List<String> head, float[] widths, List<List<String>> rows) {
        PdfPTable table = table(widths);
        head.forEach(column -> table.addCell(boxed(Typeface.bold(column, SMALL))));
        table.setHeaderRows(1);
        rows.forEach(row -> row.forEach(text -> table.addCell(boxed(Typeface.plain(text, SMALL)))));
        table.setSplitLate(true);
        return add(table);
    }

    /** What is printed below the table of a list. */
    public Paper notesOf(Checklist list) {
        PrintedText.all(Form.of(list), "note").forEach(this::small);
        return this;
    }

    /** A heading of a part; never the last line of a page. */
    public Paper heading(String text) {
        if (writer.getVerticalPosition(true) - document.bottom() < ROOM_AFTER_HEADING) {
            document.newPage();
        }
        Paragraph heading = paragraph(Typeface.bold(text, HEADING), Element.ALIGN_LEFT, 3);
        heading.setSpacingBefore(10);
        return add(heading);
    }

    public Paper text(String text) {
        return add(paragraph(Typeface.plain(text, TEXT), Element.ALIGN_LEFT, 2));
    }

    public Paper small(String text) {
        return add(paragraph(Typeface.plain(text, SMALL), Element.ALIGN_LEFT, 2));
    }

    /** Who signed, or where to sign by hand; all of them on one page. */
    public Paper signatures(List<SignedLine> lines) {
        PdfPTable table = table(2.2f, 4.6f, 2.4f);
        for (SignedLine line : lines) {
            table.addCell(boxed(Typeface.plain(line.label(), TEXT)));
            PdfPCell words = boxed(Typeface.plain(line.words(), TEXT));
            words.setMinimumHeight(DRAWN_HEIGHT);
            byte[] image = line.image();
            words.setColspan(image == null ? 2 : 1);
            table.addCell(words);
            if (image != null) {
                table.addCell(picture(image, DRAWN_WIDTH, DRAWN_HEIGHT));
            }
        }
        table.setKeepTogether(true);
        table.setSpacingBefore(4);
        return add(table);
    }

    /** The address at which anyone can check the document, as a QR code with words beside it. */
    public Paper verification(String address, String words) {
        PdfPTable table = table(1.1f, 4.9f);
        PdfPCell code = new PdfPCell(QrCode.of(address, writer.getDirectContent()));
        code.setPadding(4);
        code.setBorderWidth(0.6f);
        code.setHorizontalAlignment(Element.ALIGN_CENTER);
        table.addCell(code);
        table.addCell(boxed(Typeface.plain(words, TEXT)));
        table.setKeepTogether(true);
        table.setSpacingBefore(8);
        return add(table);
    }

    /** Photos two to a line, each with what is said about it. */
    public Paper photos(List<Shot> shots) {
        PdfPTable table = table(1, 1);
        for (Shot shot : shots) {
            PdfPTable one = new PdfPTable(1);
            PdfPCell picture = picture(shot.jpeg(), PHOTO_WIDTH, PHOTO_HEIGHT);
            picture.setBorder(Rectangle.NO_BORDER);
            picture.setFixedHeight(PHOTO_HEIGHT + 6);
            one.addCell(picture);
            PdfPCell caption = bare(Typeface.plain(shot.caption(), SMALL));
            caption.setPaddingLeft(4);
            one.addCell(caption);
            table.addCell(new PdfPCell(one));
        }
        table.completeRow();
        table.setSplitRows(false);
        return add(table);
    }

    /**
     * A file page by page, each on a page of its own, upright and as large as fits.
     *
     * @param title above each
     * @param about what is said about the file under the title
     */
    public Paper scan(String title, String about, Scan scan) {
        for (int page = 1; page <= scan.pages(); page++) {
            Rectangle size = scan.size(page);
            document.setPageSize(size.getWidth() > size.getHeight() ? PageSize.A4.rotate() : PageSize.A4);
            document.newPage();
            heading(title);
            String place = scan.pages() == 1 ? "" : "，第 " + page + " 页";
            small(about + place + "。" + scan.missing(page));
            draw(scan, page, size);
        }
        document.setPageSize(PageSize.A4);
        return this;
    }

    private void draw(Scan scan, int page, Rectangle size) {
        float width = document.right() - document.left();
        float height = writer.getVerticalPosition(true) - SCAN_GAP - document.bottom();
        double scale = Math.min(width / size.getWidth(), height / size.getHeight());
        AffineTransform placing = new AffineTransform();
        placing.translate(
                document.left() + (width - scale * size.getWidth()) / 2,
                document.bottom() + height - scale * size.getHeight());
        placing.scale(scale, scale);
        scan.draw(page, writer, placing);
    }

    public Paper newPage() {
        document.newPage();
        return this;
    }

    /** The document as a file. */
    public byte[] bytes() {
        document.close();
        return bytes.toByteArray();
    }

    private Paper add(Element element) {
        document.add(element);
        return this;
    }

    static Paragraph paragraph(Phrase phrase, int alignment, float after) {
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setLeading(0, LINE);
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    static PdfPCell boxed(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(0, LINE);
        cell.setPadding(3);
        cell.setPaddingTop(1);
        cell.setBorderWidth(0.6f);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    private static PdfPCell bare(Phrase phrase) {
        PdfPCell cell = boxed(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingLeft(0);
        return cell;
    }

    private static PdfPCell picture(byte[] bytes, float width, float height) {
        try {
            Image image = Image.getInstance(bytes);
            image.scaleToFit(width, height);
            PdfPCell cell = new PdfPCell(image);
            cell.setPadding(3);
            cell.setBorderWidth(0.6f);
            cell.setHorizontalAlignment(Element.ALIGN_CENTER);
            cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
            return cell;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A label of the head with its value; an empty value is a place to write. */
    public record Field(String label, String value) {

        private static final float HALF_A_LINE = 255;

        private Phrase words() {
            return Typeface.plain(label + "：" + value, TEXT);
        }

        boolean isLong() {
            return Typeface.width(label + "：" + value, TEXT) > HALF_A_LINE;
        }
    }

    /**
     * Someone's signature.
     *
     * @param words what stands beside the label
     * @param image as drawn, or null when nothing was drawn
     */
    public record SignedLine(String label, String words, byte @Nullable [] image) {}

    /** A photo with what is said about it. */
    public record Shot(byte[] jpeg, String caption) {}
}
