package gassafety.document;

import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/** What is put right in a Word file before and after its places are filled. */
final class WordParagraphs {

    private static final String AROUND_PLACES = "(?=\\{\\{)|(?<=}})";

    private WordParagraphs() {}

    /** Gives each place a run of its own, so that what is filled in and what follows keep the font of the template. */
    static void setPlacesApart(XWPFDocument document) {
        all(document).forEach(paragraph -> {
            for (int at = paragraph.getRuns().size() - 1; at >= 0; at--) {
                split(paragraph, at);
            }
        });
    }

    private static void split(XWPFParagraph paragraph, int at) {
        CTR run = paragraph.getRuns().get(at).getCTR();
        if (run.sizeOfTArray() != 1) {
            return;
        }
        String[] parts = run.getTArray(0).getStringValue().split(AROUND_PLACES);
        if (parts.length < 2 || run.sizeOfBrArray() + run.sizeOfTabArray() + run.sizeOfDrawingArray() > 0) {
            return;
        }
        paragraph.getRuns().get(at).setText(parts[0], 0);
        for (int part = 1; part < parts.length; part++) {
            XWPFRun more = paragraph.insertNewRun(at + part);
            if (run.isSetRPr()) {
                more.getCTR().setRPr((CTRPr) run.getRPr().copy());
            }
            more.setText(parts[part]);
        }
    }

    /** Where a paragraph holds several lines they begin at the left; spread over its width they are torn apart. */
    static void alignBrokenLines(XWPFDocument document) {
        all(document)
                .filter(paragraph -> paragraph.getAlignment() == ParagraphAlignment.BOTH)
                .filter(paragraph -> paragraph.getRuns().stream()
                        .map(XWPFRun::getCTR)
                        .anyMatch(run -> run.sizeOfCrArray() + run.sizeOfBrArray() > 0))
                .forEach(paragraph -> paragraph.setAlignment(ParagraphAlignment.LEFT));
    }

    private static Stream<XWPFParagraph> all(XWPFDocument document) {
        return Stream.concat(
                        Stream.of(document),
                        Stream.concat(document.getHeaderList().stream(), document.getFooterList().stream()))
                .flatMap(WordParagraphs::of);
    }

    private static Stream<XWPFParagraph> of(IBody body) {
        return Stream.concat(
                body.getParagraphs().stream(),
                body.getTables().stream()
                        .flatMap(table -> table.getRows().stream())
                        .flatMap(row -> row.getTableCells().stream())
                        .map(XWPFTableCell.class::cast)
                        .flatMap(WordParagraphs::of));
    }
}
