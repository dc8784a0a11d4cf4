package gassafety.intake;

/**
 * What is wrong with a cell of a ledger.
 *
 * @param line number of its row in the sheet
 * @param column its name there
 * @param content what stands in it, shortened
 */
record Fault(int line, String column, String content, String reason) {

    private static final int SHOWN = 60;

    static Fault of(LedgerSheet.Line line, LedgerColumn column, String reason) {
        String content = line.text(column);
        boolean isLong = content.codePointCount(0, content.length()) > SHOWN;
        String shown = isLong ? content.substring(0, content.offsetByCodePoints(0, SHOWN)) + "…" : content;
        return new Fault(line.number(), column.label(), shown, reason);
    }
}
