package gassafety.checklist;

import gassafety.forms.FormFile;
import java.util.List;
import java.util.stream.Stream;

/** Items of different inspection lists that ask the same; our own design. */
public final class SameItems {

    private record Row(String list, int position, String other, int otherPosition) {

        Row turned() {
            return new Row(other, otherPosition, list, position);
        }
    }

    /** A position of one list and the position of the other list that asks the same. */
    public record Pair(int position, int otherPosition) {}

    private static final List<Row> ROWS = FormFile.rows("same-items.csv").stream()
            .map(row -> new Row(
                    row.get("list"),
                    Integer.parseInt(row.get("position")),
                    row.get("other_list"),
                    Integer.parseInt(row.get("other_position"))))
            .flatMap(row -> Stream.of(row, row.turned()))
            .toList();

    private SameItems() {}

    /** In the order of the file; empty when the lists have nothing in common. */
    public static List<Pair> of(Checklist list, Checklist other) {
        return ROWS.stream()
                .filter(row -> row.list().equals(list.code()) && row.other().equals(other.code()))
                .map(row -> new Pair(row.position(), row.otherPosition()))
                .toList();
    }
}
