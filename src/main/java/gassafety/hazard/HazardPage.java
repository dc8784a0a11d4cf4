package gassafety.hazard;

import gassafety.attachment.Attachment;
import gassafety.journal.TimelineEntry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a hazard says: where it stands, what comes next and by when, and what this person can do now.
 *
 * @param next the sentence on what comes next
 * @param acts what this person can do
 * @param missing why what this person would look for is not there
 * @param originOpen whether this person can open the record that it comes from
 * @param mayUrge whether this person can urge those who have to act
 * @param relapses what it came back from, and what came back after it
 */
record HazardPage(
        LedgerRow row,
        String next,
        List<HazardAct> acts,
        List<String> missing,
        boolean originOpen,
        boolean mayUrge,
        Rechecking.@Nullable Proposed recheck,
        Extensions.@Nullable Asked extension,
        Endings.@Nullable ProposedEnding ending,
        List<EarlierHazards.Relapse> relapses,
        List<Attachment> files,
        List<TimelineEntry> timeline) {

    private static final int LATEST = 6;

    public Hazard hazard() {
        return row.hazard();
    }

    /** The latest acts, for the pane beside the list. */
    public List<TimelineEntry> latest() {
        return timeline.stream().limit(LATEST).toList();
    }

    /** Photos and papers in a few words: 整改前 2，整改后 3. */
    public String filesText() {
        return Stream.of("before", "after", "recheck", "paper", HazardPages.OF_OFFICES_ONLY)
                .map(purpose -> purposeText(purpose) + " " + count(purpose))
                .filter(text -> !text.endsWith(" 0"))
                .reduce((one, other) -> one + "，" + other)
                .orElse("没有");
    }

    public static String purposeText(String purpose) {
        return switch (purpose) {
            case "before" -> "整改前";
            case "after" -> "整改后";
            case "recheck" -> "复查";
            case HazardPages.OF_OFFICES_ONLY -> "内部材料";
            default -> "材料";
        };
    }

    private long count(String purpose) {
        return files.stream().filter(file -> file.purpose().equals(purpose)).count();
    }
}
