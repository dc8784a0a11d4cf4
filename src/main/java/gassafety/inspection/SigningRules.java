package gassafety.inspection;

import gassafety.checklist.ItemTraits;
import gassafety.checklist.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules, in the order in which the check page shows what they find. */
enum SigningRules implements SigningRule {
    /** Every item has one of the three answers. */
    EVERY_ITEM_ANSWERED(line -> line.content().isAnswered() ? List.of() : List.of("还没有填写")),

    /** Where two inspectors answered differently, a person has chosen. */
    NO_OPEN_CONTRADICTION(line -> line.history().contradictions().isEmpty() ? List.of() : List.of("两名检查人员填写不一致，请选定一份")),

    /** A problem is described, graded, given to somebody and kept under control until it is gone. */
    PROBLEMS_ARE_COMPLETE(SigningRules::missingAboutProblem),

    /** 无此项 has a reason. */
    ABSENCE_HAS_A_REASON(line -> line.content().getVerdict() == Verdict.NOT_APPLICABLE
                    && line.content().get(AnswerField.NA_REASON).isEmpty()
            ? List.of("选了“无此项”，请写明理由")
            : List.of()),

    /** Annex 2 asks twice for the written appointment of directors and officers: positions 9 and 26. */
    APPOINTMENTS_AGREE(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            Sheet sheet = dossier.sheet();
            if (!sheet.checklist().code().equals("ANNEX2")
                    || sheet.explanations().containsKey(name())) {
                return List.of();
            }
            Sheet.Line first = sheet.line(9);
            Sheet.Line second = sheet.line(26);
            if (!first.content().isAnswered()
                    || !second.content().isAnswered()
                    || first.content().getVerdict() == second.content().getVerdict()) {
                return List.of();
            }
            String message = "第 " + first.item().printedNo() + " 项与第 "
                    + second.item().printedNo() + " 项都问安全总监、安全员的书面任命和培训考核，现在一项填“"
                    + label(first) + "”，一项填“" + label(second) + "”。请改为一致，或说明原因。";
            return List.of(new Obstacle(name(), first.item().position(), message, true));
        }
    },

    /** Some problems are believed only with a photo. */
    PHOTO_WHERE_NEEDED(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            Sheet sheet = dossier.sheet();
            List<Sheet.Line> without = sheet.getFindings().stream()
                    .filter(line -> ItemTraits.needsPhoto(sheet.checklist(), line.item()))
                    .filter(line -> dossier.photos().at(line.item().position()).isEmpty())
                    .toList();
            return sheet.explanations().containsKey(name())
                    ? List.of()
                    : question(without, "填“不符合”，应附照片。请补拍，或说明不能拍照的原因。");
        }
    };

    private static final Set<String> EXPLAINABLE = Set.of("APPOINTMENTS_AGREE", "PHOTO_WHERE_NEEDED");

    private final Function<Sheet.Line, List<String>> perLine;

    SigningRules(Function<Sheet.Line, List<String>> perLine) {
        this.perLine = perLine;
    }

    /** Everything that stands in the way, by rule and then in the order of the list. */
    static List<Obstacle> check(Dossier dossier) {
        return Stream.of(values())
                .flatMap(rule -> rule.obstacles(dossier).stream())
                .toList();
    }

    /** Whether an explanation under this name means something. */
    static boolean isExplainable(String rule) {
        return EXPLAINABLE.contains(rule);
    }

    @Override
    public List<Obstacle> obstacles(Dossier dossier) {
        return dossier.sheet()
                .lines()
                .flatMap(line -> perLine.apply(line).stream()
                        .map(what -> new Obstacle(
                                name(),
                                line.item().position(),
                                "第 " + line.item().printedNo() + " 项（"
                                        + line.item().category() + "）：" + what + "。",
                                false)))
                .toList();
    }

    /** One obstacle about all these lines, which goes away when it is explained. */
    List<Obstacle> question(List<Sheet.Line> lines, String what) {
        if (lines.isEmpty()) {
            return List.of();
        }
        String numbers = lines.stream().map(line -> line.item().printedNo()).collect(Collectors.joining("、"));
        int first = lines.get(0).item().position();
        return List.of(new Obstacle(name(), first, "第 " + numbers + " 项" + what, true));
    }

    private static List<String> missingAboutProblem(Sheet.Line line) {
        AnswerContent content = line.content();
        if (!content.isNonconforming()) {
            return List.of();
        }
        List<AnswerField> wanted = new ArrayList<>(List.of(
                AnswerField.PROBLEM,
                AnswerField.LEVEL,
                AnswerField.HANDLING,
                AnswerField.RESPONSIBLE,
                AnswerField.MEASURE));
        if (!content.isOnTheSpot()) {
            wanted.add(AnswerField.DUE);
        }
        line.item().alsoAsk().forEach(label -> AnswerField.asked(label).ifPresent(wanted::add));
        List<String> missing = wanted.stream()
                .filter(field -> content.get(field).isEmpty())
                .map(AnswerField::getLabel)
                .toList();
        return missing.isEmpty() ? List.of() : List.of("不符合，请补填" + String.join("、", missing));
    }

    private static String label(Sheet.Line line) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict == line.content().getVerdict())
                .map(Verdict::getLabel)
                .findFirst()
                .orElse("");
    }
}
