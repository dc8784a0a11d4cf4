package gassafety.inspection;

import gassafety.checklist.ItemTraits;
import gassafety.checklist.Verdict;
import gassafety.register.ExpiringPaper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules, in the order in which the check page shows what they find. */
enum SigningRules implements SigningRule {
    /** Two inspect, also when one has withdrawn. */
    TWO_INSPECTORS(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            Inspection inspection = dossier.sheet().inspection();
            int withdrawn = inspection.getInspectors().size()
                    - inspection.getActiveInspectors().size();
            return withdrawn == 0 || inspection.getActiveInspectors().size() >= 2
                    ? List.of()
                    : List.of(new Obstacle(name(), null, "有人回避后检查人员不足两名，请在“参加人员”中增加检查人员。", false));
        }
    },

    /** Every problem that was known before has an answer. */
    EARLIER_PROBLEMS_ANSWERED(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            List<Earlier.Problem> open = dossier.earlier().getUnanswered();
            if (open.isEmpty()) {
                return List.of();
            }
            String numbers = open.stream()
                    .limit(NAMED)
                    .map(problem -> problem.hazard().summary().number())
                    .collect(Collectors.joining("、"));
            String message = "还有 " + open.size() + " 个以前的问题没有回答（" + numbers + (open.size() > NAMED ? " 等" : "")
                    + "），请逐个选择“已整改”或“未整改”。";
            return List.of(new Obstacle(name(), null, message, false));
        }
    },

    /** Every item has one of the three answers. */
    EVERY_ITEM_ANSWERED(line -> line.content().isAnswered() ? List.of() : List.of("还没有填写")),

    /** Where two inspectors answered differently, a person has chosen. */
    NO_OPEN_CONTRADICTION(line -> line.history().contradictions().isEmpty() ? List.of() : List.of("有两份填写不一致，请选定一份")),

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

    /** What is seen not to be put right is not in order on the list either. */
    EARLIER_PROBLEMS_AGREE(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            Sheet sheet = dossier.sheet();
            List<Sheet.Line> differing = sheet.lines()
                    .filter(line ->
                            line.content().isAnswered() && !line.content().isNonconforming())
                    .filter(line -> !dossier.earlier()
                            .notPutRightUnder(sheet.checklist(), line.item().position())
                            .isEmpty())
                    .toList();
            return isExplained(sheet) ? List.of() : question(differing, "以前的问题填了“未整改”，这一项却没有填“不符合”。请改为一致，或说明原因。");
        }
    },

    /** 许可证在有效期内 is not true while the register says that it ended. */
    LICENCE_AGREES(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            Sheet sheet = dossier.sheet();
            List<ExpiringPaper> ended = dossier.papers().stream()
                    .filter(paper -> paper.kind() == ExpiringPaper.Kind.FILLING_LICENCE && paper.expired())
                    .toList();
            if (ended.isEmpty() || isExplained(sheet)) {
                return List.of();
            }
            List<Sheet.Line> valid = sheet.lines()
                    .filter(line -> line.content().getVerdict() == Verdict.COMPLIANT)
                    .filter(line -> ItemTraits.isAbout("FILLING_LICENCE", sheet.checklist(), line.item()))
                    .toList();
            return question(valid, "填了“符合”，但" + ended.get(0).sentence() + "。请改正，或说明原因（例如已换证，档案尚未更新）。");
        }
    },

    /** What every unit of the kind has is hardly ever absent. */
    ABSENCE_IS_PLAUSIBLE(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            Sheet sheet = dossier.sheet();
            List<Sheet.Line> absent = sheet.lines()
                    .filter(line -> line.content().getVerdict() == Verdict.NOT_APPLICABLE)
                    .filter(line -> ItemTraits.isAlwaysPresent(sheet.checklist(), line.item()))
                    .toList();
            return isExplained(sheet) ? List.of() : question(absent, "是这类单位都应有的内容，却填了“无此项”。请改正，或说明原因。");
        }
    },

    /** A long list answered within minutes was hardly looked at on the spot. */
    NOT_IN_A_HURRY(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            Sheet sheet = dossier.sheet();
            if (sheet.getTotal() < LONG_LIST || isExplained(sheet) || sheet.getFirstUnanswered() != null) {
                return List.of();
            }
            Duration taken = sheet.timeTaken();
            return taken.compareTo(HURRY) >= 0
                    ? List.of()
                    : List.of(new Obstacle(
                            name(),
                            1,
                            "全部 " + sheet.getTotal() + " 项从第一项到最后一项只用了 " + taken.toMinutes() + " 分 "
                                    + taken.toSecondsPart() + " 秒，不到 " + HURRY.toMinutes()
                                    + " 分钟。请说明原因（例如先在纸质表上检查，再统一录入）。",
                            true));
        }
    },

    /** A cylinder that the register warns of is not 正常 without a reason. */
    CYLINDERS_AGREE(line -> List.of()) {
        @Override
        public List<Obstacle> obstacles(Dossier dossier) {
            List<SpotCheckList.Line> doubtful = dossier.cylinders().doubtful();
            if (doubtful.isEmpty() || isExplained(dossier.sheet())) {
                return List.of();
            }
            String marks = doubtful.stream()
                    .limit(NAMED)
                    .map(line -> line.check().mark())
                    .collect(Collectors.joining("、"));
            String message = "抽查明细中的气瓶 " + marks + (doubtful.size() > NAMED ? " 等 " + doubtful.size() + " 只" : "")
                    + " 记为“正常”，登记信息却有问题（" + doubtful.get(0).warnings().get(0) + "）。请改正，或说明原因。";
            return List.of(new Obstacle(name(), null, message, true));
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
            return isExplained(sheet) ? List.of() : question(without, "填“不符合”，应附照片。请补拍，或说明不能拍照的原因。");
        }
    };

    /** What an explanation is about, by the rules that ask for one. */
    private static final Map<String, String> EXPLAINABLE = Map.of(
            "APPOINTMENTS_AGREE", "两处书面任命的填写不同",
            "EARLIER_PROBLEMS_AGREE", "以前的问题未整改而检查项没有填不符合",
            "LICENCE_AGREES", "登记的许可证已过期而填符合",
            "CYLINDERS_AGREE", "登记信息有问题的气瓶记为正常",
            "ABSENCE_IS_PLAUSIBLE", "应有的内容填无此项",
            "NOT_IN_A_HURRY", "全部填完不到 5 分钟",
            "PHOTO_WHERE_NEEDED", "不符合而没有照片");

    private static final int NAMED = 3;
    private static final int LONG_LIST = 20;
    private static final Duration HURRY = Duration.ofMinutes(5);

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

    boolean isExplained(Sheet sheet) {
        return sheet.explanations().containsKey(name());
    }

    /** Whether an explanation under this name means something. */
    static boolean isExplainable(String rule) {
        return EXPLAINABLE.containsKey(rule);
    }

    /** What an explanation under this name is about. */
    static String topic(String rule) {
        return EXPLAINABLE.getOrDefault(rule, rule);
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
