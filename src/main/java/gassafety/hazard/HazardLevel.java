package gassafety.hazard;

import gassafety.web.Labelled;
import java.util.Optional;
import java.util.stream.Stream;

/** How grave a hazard is. The inspector proposes, the county's section determines, and only then it is major. */
public enum HazardLevel implements Labelled {
    GENERAL("一般", "open"),
    PROPOSED_MAJOR("拟定重大", "major"),
    MAJOR("重大", "major");

    private final String label;
    private final String tone;

    HazardLevel(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    /** The level that people call by this word. */
    public static Optional<HazardLevel> called(String word) {
        return Stream.of(values()).filter(level -> level.label.equals(word)).findFirst();
    }

    @Override
    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }
}
