package gassafety.paper;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The letters of what is printed. They come with the program and go into each document, so that a machine with nothing
 * but a JDK prints, and any reader shows, the same. A character they lack is taken from a font of the machine that has
 * it; failing that it is printed as 〓, never left out. FontSelector of OpenPDF reads a font anew for each phrase.
 */
final class Typeface {

    private static final int UNKNOWN = '〓';
    private static final int VARIANT_MARK = 0xFE0F;

    /** Where machines keep fonts with the rarest characters of names and places. */
    private static final List<String> OF_THE_MACHINE = List.of(
            "C:/Windows/Fonts/simsunb.ttf",
            "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
            "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf");

    private static final List<BaseFont> FONTS = fonts();

    private Typeface() {}

    static Phrase plain(String text, float size) {
        return phrase(text, size, Font.NORMAL);
    }

    static Phrase bold(String text, float size) {
        return phrase(text, size, Font.BOLD);
    }

    /** How wide a text is on one line, in points. */
    static float width(String text, float size) {
        return FONTS.get(0).getWidthPoint(text, size);
    }

    /** In pieces of one font each: the first of them that has the character. */
    private static Phrase phrase(String text, float size, int style) {
        Phrase phrase = new Phrase(size, "", new Font(FONTS.get(0), size, style));
        StringBuilder piece = new StringBuilder();
        BaseFont font = FONTS.get(0);
        for (int character : printable(text)) {
            BaseFont next = character == '\n' || character == ' ' ? font : fontOf(character);
            if (next != font) {
                add(phrase, piece, new Font(font, size, style));
                font = next;
            }
            piece.appendCodePoint(character);
        }
        add(phrase, piece, new Font(font, size, style));
        return phrase;
    }

    private static int[] printable(String text) {
        return text.codePoints()
                .filter(character ->
                        character == '\n' || !Character.isISOControl(character) && character != VARIANT_MARK)
                .map(character -> character == '\n' || has(character) ? character : UNKNOWN)
                .toArray();
    }

    private static boolean has(int character) {
        return FONTS.stream().anyMatch(font -> font.charExists(character));
    }

    private static BaseFont fontOf(int character) {
        return FONTS.stream()
                .filter(font -> font.charExists(character))
                .findFirst()
                .orElseThrow();
    }

    private static void add(Phrase phrase, StringBuilder piece, Font font) {
        Chunk chunk = new Chunk(piece.toString(), font);
        chunk.setSplitCharacter(LineBreaks.CHINESE);
        phrase.add(chunk);
        piece.setLength(0);
    }

    private static List<BaseFont> fonts() {
        List<BaseFont> fonts = new ArrayList<>();
        fonts.add(brought("NotoSansCJKsc-Regular.otf"));
        fonts.add(brought("NotoSansSymbols2-Regular.ttf"));
        OF_THE_MACHINE.stream()
                .filter(font -> Files.isReadable(Path.of(font)))
                .forEach(font -> fonts.add(embedded(font, null)));
        return List.copyOf(fonts);
    }

    private static BaseFont brought(String name) {
        try (InputStream font = Typeface.class.getResourceAsStream("/fonts/" + name)) {
            return embedded(name, Objects.requireNonNull(font, name).readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static BaseFont embedded(String name, byte @Nullable [] bytes) {
        try {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes, null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
