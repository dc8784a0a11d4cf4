package gassafety.inspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 抽查明细 of an inspection, as pages and papers show it.
 *
 * @param saves how many rows were saved for it; another number means another list
 * @param lastSaved when something of it was saved last, as 10:32; null when nothing was yet
 * @param lines in the order in which they were saved
 */
record SpotCheckList(int saves, @Nullable String lastSaved, List<Line> lines) {

    /** A cylinder with what the register says against it. */
    record Line(SpotCheck check, List<String> warnings) {}

    static SpotCheckList of(List<SpotCheck> latest, Inspection inspection) {
        return new SpotCheckList(
                latest.stream().mapToInt(SpotCheck::version).sum(),
                latest.stream()
                        .max(Comparator.comparing(SpotCheck::savedAt))
                        .map(SpotCheck::savedText)
                        .orElse(null),
                latest.stream()
                        .filter(check -> !check.removed())
                        .sorted(Comparator.comparing(SpotCheck::savedAt).thenComparing(SpotCheck::mark))
                        .map(check -> new Line(check, CylinderWarning.of(check.registered(), inspection)))
                        .toList());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public List<Line> getNewestFirst() {
        List<Line> newest = new ArrayList<>(lines);
        Collections.reverse(newest);
        return newest;
    }

    /** Cylinders that are called 正常 although the register says something against them. */
    List<Line> doubtful() {
        return lines.stream()
                .filter(line -> !line.check().isAbnormal() && !line.warnings().isEmpty())
                .toList();
    }

    public long getAbnormal() {
        return lines.stream().filter(line -> line.check().isAbnormal()).count();
    }
}
