package gassafety.checklist;

import java.util.List;

/**
 * One line of a list.
 *
 * @param position its place, from 1, by which it is known
 * @param printedNo the number printed before it, which may stand twice (Annex 2 prints 6 twice)
 * @param compliantMeans what 符合 means where the words of the item leave it open, else empty
 * @param noncompliantMeans what 不符合 means where the words of the item leave it open, else empty
 * @param alsoAsk further things to write down (抽查只数, 标识号 …): needed with 不符合, welcome otherwise
 */
public record ChecklistItem(
        int position,
        String printedNo,
        String category,
        String content,
        String compliantMeans,
        String noncompliantMeans,
        List<String> alsoAsk) {

    public ChecklistItem {
        alsoAsk = List.copyOf(alsoAsk);
    }

    /** What an answer means for this item, to be shown beside it; empty when its name says enough. */
    public String meaningOf(Verdict verdict) {
        return switch (verdict) {
            case COMPLIANT -> compliantMeans;
            case NONCOMPLIANT -> noncompliantMeans;
            case NOT_APPLICABLE -> "";
        };
    }
}
