package gassafety.directive;

import gassafety.document.DocumentKind;

/** The documents by which a bureau orders a unit to put right what was found. */
public enum DirectiveKind {
    /** For special equipment. */
    SUPERVISION("监察指令书", "指令书", DocumentKind.DIRECTIVE, "directive", "特令〔%d〕第%d号"),
    /** Where no 监察指令书 is used; a case has it with its decision. */
    CORRECTION("责令改正通知书", "通知书", DocumentKind.CORRECTION, "correction", "责改〔%d〕%d号");

    private final String label;
    private final String shortLabel;
    private final DocumentKind document;
    private final String series;
    private final String number;

    DirectiveKind(String label, String shortLabel, DocumentKind document, String series, String number) {
        this.label = label;
        this.shortLabel = shortLabel;
        this.document = document;
        this.series = series;
        this.number = number;
    }

    public String getLabel() {
        return label;
    }

    public String getShortLabel() {
        return shortLabel;
    }

    /** As it stands on the document. */
    public String getTitle() {
        return document.getLabel();
    }

    DocumentKind document() {
        return document;
    }

    /** Name of the bureau's series of numbers in a year. */
    String series(String bureau, int year) {
        return series + ":" + bureau + ":" + year;
    }

    /** 文号, after the bureau's abbreviation. */
    String number(int year, int next) {
        return number.formatted(year, next);
    }
}
