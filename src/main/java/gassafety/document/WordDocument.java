package gassafety.document;

import gassafety.web.Download;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An official document on A4, written from top to bottom: bureau, title, number, addressee, text, signatures. Lengths
 * are those of GB/T 9704 (3 号仿宋, first line indented by two characters).
 */
public final class WordDocument {

    private static final String BODY_FONT = "仿宋";
    private static final String TITLE_FONT = "宋体";
    private static final int BODY_SIZE = 16;
    private static final int NOTE_SIZE = 14;
    private static final int TITLE_SIZE = 22;
    private static final int TABLE_SIZE = 11;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double TWIPS_PER_MILLIMETRE = 1440 / MILLIMETRES_PER_INCH;
    private static final double PICTURE_MILLIMETRES = 150;

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final XWPFDocument document = new XWPFDocument();

    public WordDocument() {
        var section = document.getDocument().getBody().addNewSectPr();
        CTPageSz page = section.addNewPgSz();
        page.setW(millimetres(210));
        page.setH(millimetres(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(millimetres(30));
        margin.setBottom(millimetres(25));
        margin.setLeft(millimetres(28));
        margin.setRight(millimetres(26));
    }

    /** The bureau that issues it and what it is called, centred. */
    public WordDocument title(String bureau, String title) {
        XWPFParagraph first = paragraph(ParagraphAlignment.CENTER);
        write(first, bureau, TITLE_FONT, TITLE_SIZE, true);
        XWPFParagraph second = paragraph(ParagraphAlignment.CENTER);
        second.setSpacingAfter(120);
        write(second, title, TITLE_FONT, TITLE_SIZE, true);
        return this;
    }

    /** 文号, at the right. */
    public WordDocument number(String number) {
        XWPFParagraph line = paragraph(ParagraphAlignment.RIGHT);
        line.setSpacingAfter(240);
        write(line, number, BODY_FONT, BODY_SIZE, false);
        return this;
    }

    /** Whom it is for, flush left with a colon. */
    public WordDocument addressee(String unit) {
        write(paragraph(ParagraphAlignment.LEFT), unit + "：", BODY_FONT, BODY_SIZE, true);
        return this;
    }

    /** A line of the head: a label in bold, then what was filled in. */
    public WordDocument field(String label, String value) {
        XWPFParagraph line = paragraph(ParagraphAlignment.LEFT);
        write(line, label + "：", BODY_FONT, BODY_SIZE, true);
        write(line, value, BODY_FONT, BODY_SIZE, false);
        return this;
    }

    /** A heading of a part: 一、存在的问题. */
    public WordDocument heading(String text) {
        XWPFParagraph line = indented();
        line.setKeepNext(true);
        write(line, text, "黑体", BODY_SIZE, false);
        return this;
    }

    /** Running text; each line that was typed becomes a paragraph. */
    public WordDocument text(String text) {
        text.strip().lines().filter(line -> !line.isBlank()).forEach(line -> {
            XWPFParagraph paragraph = indented();
            paragraph.setAlignment(ParagraphAlignment.BOTH);
            write(paragraph, line.strip(), BODY_FONT, BODY_SIZE, false);
        });
        return this;
    }

    /**
     * A table with a head that stands again on each page.
     *
     * @param millimetres widths of its columns
     */
    public WordDocument table(List<String> head, List<List<String>> rows, List<Integer> millimetres) {
        XWPFTable table = document.createTable(1 + rows.size(), head.size());
        table.setWidth(String.valueOf(millimetres.stream()
                .mapToInt(width -> millimetres(width).intValue())
                .sum()));
        fill(table.getRow(0), head, millimetres, true);
        table.getRow(0).setRepeatHeader(true);
        for (int at = 0; at < rows.size(); at++) {
            fill(table.getRow(at + 1), rows.get(at), millimetres, false);
            table.getRow(at + 1).setCantSplitRow(true);
        }
        paragraph(ParagraphAlignment.LEFT);
        return this;
    }

    private static void fill(XWPFTableRow row, List<String> cells, List<Integer> millimetres, boolean bold) {
        for (int column = 0; column < cells.size(); column++) {
            XWPFTableCell cell = row.getCell(column);
            cell.setWidth(String.valueOf(millimetres(millimetres.get(column))));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            boolean number = cells.get(column).matches("[0-9.,+%−-]+");
            paragraph.setAlignment(number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            write(paragraph, cells.get(column), BODY_FONT, TABLE_SIZE, bold);
        }
    }

    /**
     * A picture as wide as the text, centred, with its name below.
     *
     * @param png twice as wide as high
     */
    public WordDocument picture(byte[] png, String name) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.CENTER);
        paragraph.setKeepNext(true);
        int width = Units.toEMU(PICTURE_MILLIMETRES * Units.POINT_DPI / MILLIMETRES_PER_INCH);
        try {
            paragraph
                    .createRun()
                    .addPicture(new ByteArrayInputStream(png), PictureType.PNG, name + ".png", width, width / 2)
                    .getCTPicture()
                    .getNvPicPr()
                    .getCNvPr()
                    .setDescr(name);
        } catch (InvalidFormatException | IOException failure) {
            throw new IllegalStateException(failure);
        }
        write(paragraph(ParagraphAlignment.CENTER), name, BODY_FONT, TABLE_SIZE, false);
        return this;
    }

    /** The issuing bureau and the day, at the right, where the seal goes. */
    public WordDocument seal(String bureau, String day) {
        XWPFParagraph name = paragraph(ParagraphAlignment.RIGHT);
        name.setSpacingBefore(480);
        name.setIndentationRight(640);
        name.setKeepNext(true);
        write(name, bureau, BODY_FONT, BODY_SIZE, false);
        XWPFParagraph date = paragraph(ParagraphAlignment.RIGHT);
        date.setIndentationRight(640);
        write(date, day, BODY_FONT, BODY_SIZE, false);
        XWPFParagraph sealed = paragraph(ParagraphAlignment.RIGHT);
        sealed.setIndentationRight(640);
        write(sealed, "（印章）", BODY_FONT, NOTE_SIZE, false);
        return this;
    }

    /** A line to be filled in by hand: who signs, and on what day. */
    public WordDocument signature(String who) {
        XWPFParagraph line = paragraph(ParagraphAlignment.LEFT);
        line.setSpacingBefore(200);
        write(line, who + "：______________　　　　　年　　月　　日", BODY_FONT, NOTE_SIZE, false);
        return this;
    }

    /** A remark in smaller type at the foot. */
    public WordDocument note(String text) {
        XWPFParagraph line = paragraph(ParagraphAlignment.LEFT);
        line.setSpacingBefore(240);
        write(line, text, BODY_FONT, NOTE_SIZE, false);
        return this;
    }

    /** A Word file to be saved under this name. */
    public static ResponseEntity<byte[]> answer(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(WORD)
                .eTag(DigestUtils.sha256Hex(content))
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name))
                .body(content);
    }

    /** The document as a file. */
    public byte[] bytes() {
        try (document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private XWPFParagraph indented() {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.LEFT);
        paragraph.setIndentationFirstLine(BODY_SIZE * 20 * 2);
        return paragraph;
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(1.4);
        return paragraph;
    }

    private static void write(XWPFParagraph paragraph, String text, String font, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        CTFonts fonts = run.getCTR().getRPr().addNewRFonts();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setEastAsia(font);
    }

    private static BigInteger millimetres(int length) {
        return BigInteger.valueOf(Math.round(length * TWIPS_PER_MILLIMETRE));
    }
}
