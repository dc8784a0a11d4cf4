package gassafety.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.PrintedText;
import gassafety.checklist.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The table of an official form. We divide it into pages ourselves, so that its head and the category of its rows stand
 * on each page and no row is cut; a remark too long for its column goes on below the table.
 */
final class ItemTable {

    private static final float[] WIDTHS = {26, 62, 196, 28, 32, 32, 135};
    private static final int LONGEST_REMARK = 260;
    private static final int SHOWN_OF_LONG = 120;
    private static final String TICK = "√";

    private final Checklist list;
    private final Function<ChecklistItem, Entry> entries;
    private final String[] head;
    private final Map<ChecklistItem, String> longRemarks = new LinkedHashMap<>();

    ItemTable(Checklist list, Function<ChecklistItem, Entry> entries) {
        this.list = list;
        this.entries = entries;
        this.head = PrintedText.of(Form.of(list), "columns").split("[();]+");
    }

    void into(Document document, PdfWriter writer) {
        float width = document.right() - document.left();
        float headHeight = heightOf(withHead(), width);
        float room = writer.getVerticalPosition(true) - document.bottom() - headHeight;
        List<ChecklistItem> page = new ArrayList<>();
        float used = 0;
        for (ChecklistItem item : list.items()) {
            float height = heightOf(rows(List.of(item), false), width);
            if (used + height > room && !page.isEmpty()) {
                document.add(rows(page, true));
                document.newPage();
                page.clear();
                used = 0;
                room = document.top() - document.bottom() - headHeight;
            }
            page.add(item);
            used += height;
        }
        document.add(rows(page, true));
        longRemarks.forEach((item, remark) -> document.add(remainder(item, remark)));
    }

    private PdfPTable rows(List<ChecklistItem> items, boolean headed) {
        PdfPTable table = headed ? withHead() : table();
        for (int at = 0; at < items.size(); at++) {
            ChecklistItem item = items.get(at);
            table.addCell(centred(Typeface.plain(item.printedNo(), Paper.TEXT)));
            if (at == 0 || !item.category().equals(items.get(at - 1).category())) {
                PdfPCell category = centred(Typeface.plain(item.category(), Paper.TEXT));
                category.setRowspan(alike(items, at));
                table.addCell(category);
            }
            table.addCell(content(item));
            Entry entry = entries.apply(item);
            for (Verdict verdict : Verdict.values()) {
                table.addCell(centred(Typeface.bold(verdict == entry.verdict() ? TICK : "", Paper.HEADING)));
            }
            table.addCell(Paper.boxed(Typeface.plain(fitting(item, entry.remark()), Paper.SMALL + 0.5f)));
        }
        return table;
    }

    private static int alike(List<ChecklistItem> items, int from) {
        int next = from;
        while (next < items.size()
                && items.get(next).category().equals(items.get(from).category())) {
            next++;
        }
        return next - from;
    }

    private static PdfPCell content(ChecklistItem item) {
        Phrase words = Typeface.plain(item.content(), Paper.TEXT);
        if (!item.noncompliantMeans().isEmpty()) {
            String meaning = "\n符合：" + item.compliantMeans() + "；不符合：" + item.noncompliantMeans();
            words.addAll(Typeface.plain(meaning, Paper.SMALL).getChunks());
        }
        return Paper.boxed(words);
    }

    private String fitting(ChecklistItem item, String remark) {
        if (remark.codePointCount(0, remark.length()) <= LONGEST_REMARK) {
            return remark;
        }
        longRemarks.put(item, remark);
        return remark.substring(0, remark.offsetByCodePoints(0, SHOWN_OF_LONG)) + "……（全文见表后）";
    }

    private static Phrase remainder(ChecklistItem item, String remark) {
        return new com.lowagie.text.Paragraph(
                Typeface.plain("第 " + item.position() + " 项（序号 " + item.printedNo() + "）备注全文：" + remark, Paper.TEXT));
    }

    private PdfPTable withHead() {
        PdfPTable table = table();
        for (int at = 0; at < 3; at++) {
            table.addCell(spanning(head[at], 2, 1));
        }
        table.addCell(spanning(head[3], 1, 3));
        table.addCell(spanning(head[7], 2, 1));
        for (int at = 4; at < 7; at++) {
            table.addCell(centred(Typeface.bold(head[at], Paper.SMALL)));
        }
        table.setHeaderRows(2);
        return table;
    }

    private static PdfPCell spanning(String words, int rows, int columns) {
        PdfPCell cell = centred(Typeface.bold(words, Paper.TEXT));
        cell.setRowspan(rows);
        cell.setColspan(columns);
        return cell;
    }

    private static PdfPCell centred(Phrase words) {
        PdfPCell cell = Paper.boxed(words);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        return cell;
    }

    private static PdfPTable table() {
        PdfPTable table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSplitRows(false);
        return table;
    }

    private static float heightOf(PdfPTable table, float width) {
        table.setTotalWidth(width);
        return table.calculateHeights(true);
    }
}
