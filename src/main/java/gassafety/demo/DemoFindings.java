package gassafety.demo;

import gassafety.forms.FormFile;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** Problems that fictional inspectors find, by list; the more often, the greater their weight. */
class DemoFindings {

    private final Map<String, List<Problem>> problems =
            FormFile.rows("demo-findings.csv").stream().map(Problem::of).collect(Collectors.groupingBy(Problem::list));

    record Problem(String list, int position, int weight, String text, String measure) {

        private static Problem of(CSVRecord row) {
            return new Problem(
                    row.get("list"),
                    Integer.parseInt(row.get("position")),
                    Integer.parseInt(row.get("weight")),
                    row.get("problem"),
                    row.get("measure"));
        }
    }

    /** Up to so many different problems of this list, by position. */
    Map<Integer, Problem> draw(String list, int count, Random chance) {
        List<Problem> known = problems.getOrDefault(list, List.of());
        Map<Integer, Problem> drawn = new TreeMap<>();
        for (int attempt = 0; drawn.size() < count && attempt < count * 4; attempt++) {
            if (!known.isEmpty()) {
                Problem problem = weighted(known, chance);
                drawn.put(problem.position(), problem);
            }
        }
        return drawn;
    }

    /** The problem at this position of a list. */
    Map<Integer, Problem> at(String list, int position) {
        return problems.getOrDefault(list, List.of()).stream()
                .filter(problem -> problem.position() == position)
                .collect(Collectors.toMap(Problem::position, problem -> problem));
    }

    private static Problem weighted(List<Problem> known, Random chance) {
        int at = chance.nextInt(known.stream().mapToInt(Problem::weight).sum());
        for (Problem problem : known) {
            at -= problem.weight();
            if (at < 0) {
                return problem;
            }
        }
        throw new IllegalStateException("weights");
    }
}
