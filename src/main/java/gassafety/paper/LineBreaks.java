package gassafety.paper;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/** Where a line of Chinese may end: anywhere but before closing and after opening punctuation, nor within a word or a date. */
final class LineBreaks implements SplitCharacter {

    static final SplitCharacter CHINESE = new LineBreaks();

    private static final String NEVER_FIRST = "，。、；：？！）〕】》〉”’％…—·,.;:?!)]%";
    private static final String NEVER_LAST = "（〔【《〈“‘([";
    private static final int FIRST_CHINESE = 0x2E80;

    private LineBreaks() {}

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char here = text[current];
        if (Character.isHighSurrogate(here) || NEVER_LAST.indexOf(here) >= 0) {
            return false;
        }
        if (current + 1 < end && NEVER_FIRST.indexOf(text[current + 1]) >= 0) {
            return false;
        }
        if (here == '-' && current + 1 < end && Character.isDigit(text[current + 1])) {
            return false;
        }
        boolean beforeChinese = current + 1 < end && isChinese(text[current + 1]);
        return here <= ' ' || here == '-' || here == '/' || isChinese(here) || beforeChinese;
    }

    private static boolean isChinese(char letter) {
        return letter >= FIRST_CHINESE || NEVER_FIRST.indexOf(letter) >= 0 && letter > '~';
    }
}
