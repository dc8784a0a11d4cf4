package gassafety.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a desk: a title, one big figure if there is one, and lines that open their records.
 *
 * @param order place on the desk; below 100 in the wide column, from 100 in the narrow one
 * @param figure the one figure this block is about, as shown: 82%
 * @param explanation what the figure is made of: 28 / 34 家
 * @param address where the title leads
 * @param actions what can be done with all of it
 */
public record DeskBlock(
        int order,
        String title,
        @Nullable String figure,
        @Nullable String explanation,
        @Nullable String address,
        List<Line> lines,
        List<RecordSlot.Action> actions) {

    public DeskBlock(
            int order,
            String title,
            @Nullable String figure,
            @Nullable String explanation,
            @Nullable String address,
            List<Line> lines) {
        this(order, title, figure, explanation, address, lines, List.of());
    }

    /**
     * A line of a block.
     *
     * @param value the figure or state at the right, a link to exactly its records
     * @param alarm whether it is late or major and stands in red
     */
    public record Line(String label, @Nullable String detail, String value, String address, boolean alarm) {}
}
