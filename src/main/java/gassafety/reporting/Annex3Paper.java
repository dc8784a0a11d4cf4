package gassafety.reporting;

import gassafety.paper.Paper;
import gassafety.paper.Paper.Figure;
import gassafety.paper.Paper.Figures;
import java.util.List;

/** The official sheet on one A4 page, to be printed where there is no office program. */
final class Annex3Paper {

    private Annex3Paper() {}

    static byte[] of(Sheet sheet) {
        List<Figures> groups = sheet.sections().stream()
                .map(section -> new Figures(
                        section.name(),
                        section.rows().stream()
                                .map(row -> new Figure(
                                        row.line().printedItem(), row.value().toPlainString()))
                                .toList()))
                .toList();
        return new Paper(Sheet.TITLE, "附件3", "")
                .title(Sheet.TITLE)
                .figures(sheet.office(), sheet.date(), Sheet.COLUMNS, groups)
                .small("")
                .small(Sheet.SIGNATURES)
                .small(Sheet.NOTE)
                .bytes();
    }
}
