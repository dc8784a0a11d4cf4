package gassafety.evidence;

import org.jspecify.annotations.Nullable;

/** A photo that {@link Darkroom} has looked at, on its way to {@link Photos#add}. */
public final class Exposure {

    private static final int LONGEST_NAME = 40;

    private final Picture picture;

    Exposure(Picture picture) {
        this.picture = picture;
    }

    Picture picture() {
        return picture;
    }

    /** A file's name as messages say it. */
    static String shortName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "照片";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    }
}
