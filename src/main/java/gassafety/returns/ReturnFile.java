package gassafety.returns;

import gassafety.campaign.ReportMonth;
import gassafety.journal.TimelineEntry;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.Cut;
import gassafety.reporting.Line;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return as its pages show it.
 *
 * @param row its line in lists
 * @param frozen what is shown: the return as it was handed in; null for a draft, whose figures still grow
 * @param from cut of the last report, from which the figures are bridged
 * @param cameBack month of that report when it came back since and is not handed in again
 * @param to cut of the figures shown
 * @param progressBefore the text of the last report
 * @param remarks what the checks find in a draft
 * @param submissions everything that was handed in, the latest first
 * @param actions what the caller can do now
 * @param reason why it came back; empty when it didn't
 * @param receipt of the superior office; null before that
 */
record ReturnFile(
        ReturnRow row,
        int version,
        boolean top,
        ReportMonth month,
        ReturnContent content,
        @Nullable Submission frozen,
        Cut from,
        @Nullable YearMonth cameBack,
        Cut to,
        String edition,
        List<Section> sections,
        String progressBefore,
        List<Remark> remarks,
        List<Submission> submissions,
        List<Action> actions,
        String next,
        String reason,
        @Nullable String receipt,
        List<TimelineEntry> timeline) {

    /** A button that opens the page on which something is done. */
    record Action(String label, String address) {}

    /** A section of the sheet. */
    record Section(String name, List<Figure> figures) {

        public boolean isUnchanged() {
            return figures.stream().allMatch(Figure::isUnchanged);
        }
    }

    /** A line of the sheet with its bridge. */
    record Figure(Line line, Steps steps) {

        /** As the sheet prints it. */
        public String printed() {
            return line.printed(steps.now()).toPlainString();
        }

        /** The item with the unit of its numbers: yuan where the sheet prints 万元. */
        public String label() {
            return line.number() == Line.FINES ? line.item() + "(元)" : line.printedItem();
        }

        public boolean isUnchanged() {
            return steps.isUnchanged();
        }

        public List<Number> numbers() {
            return List.of(
                    number(Part.LAST), number(Part.PERIOD), number(Part.LATE), number(Part.REVERSED), number(Part.NOW));
        }

        private Number number(Part part) {
            BigDecimal amount = steps.part(part);
            return new Number(part, amount.toPlainString(), amount.signum() == 0);
        }
    }

    /** A number of the bridge as counted; line 23 in yuan. */
    record Number(Part part, String text, boolean zero) {}

    /** Lines to which nothing happened since the last report. */
    public long unchanged() {
        return sections.stream()
                .flatMap(section -> section.figures().stream())
                .filter(Figure::isUnchanged)
                .count();
    }

    /** What the text of the return says. */
    public String progress() {
        return frozen == null ? content.progress() : frozen.progress();
    }

    public boolean nil() {
        return frozen == null ? content.nil() : frozen.nil();
    }

    public List<Remark> hard() {
        return remarks.stream().filter(Remark::hard).toList();
    }

    public List<Remark> soft() {
        return remarks.stream().filter(remark -> !remark.hard()).toList();
    }
}
