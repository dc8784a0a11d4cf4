package gassafety.paper;

import gassafety.checklist.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside an item.
 *
 * @param verdict the column with the tick; null for none
 * @param remark 备注
 */
public record Entry(@Nullable Verdict verdict, String remark) {

    /** An item that was not answered: places to write what it also asks for. */
    public static Entry open(gassafety.checklist.ChecklistItem item) {
        return new Entry(
                null,
                item.alsoAsk().stream()
                        .map(asked -> asked + "：＿＿＿")
                        .collect(java.util.stream.Collectors.joining("\n")));
    }
}
