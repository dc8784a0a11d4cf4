package gassafety.plan;

import gassafety.checklist.Checklist;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import java.util.List;

/** The form on which a plan is ordered. */
final class PlanForm {

    static final String OWN = "own";
    static final String DRAW = "draw";

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_NOTE = 500;
    private static final int DIGITS = 4;

    private PlanForm() {}

    /** What another page proposes to ask of those who inspect, as far as it fits. */
    static String note(String proposed) {
        return proposed.length() > LONGEST_NOTE ? "" : proposed;
    }

    static FormSheet sheet(List<Checklist> lists) {
        return new FormSheet(List.of(new FormSheet.Group(
                "任务",
                List.of(
                        FormField.text("title", "计划名称", LONGEST_TITLE).needed(),
                        FormField.oneOf(
                                        "list",
                                        "检查表",
                                        lists.stream()
                                                .map(list -> new Option(list.code(), list.title()))
                                                .toList())
                                .needed(),
                        FormField.day("due", "完成期限").needed(),
                        FormField.oneOf(
                                        "performer",
                                        "承办",
                                        List.of(new Option("charge", "各单位的监管所队"), new Option(OWN, "本单位的检查人员")))
                                .needed(),
                        FormField.oneOf(
                                        "inspectors",
                                        "检查人员",
                                        List.of(
                                                new Option("office", "由承办单位派发"),
                                                new Option(DRAW, "从承办单位的持证检查人员中随机选派两名")))
                                .needed()
                                .hint("回避过该单位的不参加选派，不足两名的不选派；名单和种子会留存，可以复核；选派后承办单位可以改派"),
                        FormField.oneOf("way", "检查哪些单位", Way.values()).needed(),
                        FormField.whole("count", "随机抽取家数", DIGITS).hint("选择随机抽取时填写；抽取用的种子和候选单位会留存，可以复核"),
                        FormField.lines("note", "要求", LONGEST_NOTE)))));
    }
}
