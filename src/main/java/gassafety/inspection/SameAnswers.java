package gassafety.inspection;

import gassafety.checklist.SameItems;
import java.util.ArrayList;
import java.util.List;

/** Items of two lists of a visit that ask the same, with what was answered to each. */
record SameAnswers(Inspection first, Sheet.Line line, Inspection second, Sheet.Line otherLine) {

    /** In the order of the lists and their items; items without an answer are left out. */
    static List<SameAnswers> of(List<Sheet> lists) {
        List<SameAnswers> same = new ArrayList<>();
        for (int at = 0; at < lists.size(); at++) {
            for (Sheet other : lists.subList(at + 1, lists.size())) {
                Sheet one = lists.get(at);
                SameItems.of(one.checklist(), other.checklist())
                        .forEach(pair -> same.add(new SameAnswers(
                                one.inspection(),
                                one.line(pair.position()),
                                other.inspection(),
                                other.line(pair.otherPosition()))));
            }
        }
        return same.stream().filter(SameAnswers::isAnswered).toList();
    }

    private boolean isAnswered() {
        return line.content().isAnswered() && otherLine.content().isAnswered();
    }

    public boolean isDiffering() {
        return line.content().getVerdict() != otherLine.content().getVerdict();
    }

    /** Whether the same problem would be registered twice. */
    public boolean isFoundTwice() {
        return line.content().isNonconforming() && otherLine.content().isNonconforming();
    }
}
