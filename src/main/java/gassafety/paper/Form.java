package gassafety.paper;

import gassafety.checklist.Checklist;
import gassafety.checklist.ChecklistKind;
import java.util.List;

/** The printed forms. */
public final class Form {

    private Form() {}

    /** Which form a list follows: the derived lists have the frame of the official one of their kind. */
    static String of(Checklist list) {
        return list.kind() == ChecklistKind.SELF_CHECK ? "annex1" : "annex2";
    }

    /** A list with nothing filled in, to be filled in and signed by hand. */
    public static byte[] blank(Checklist list) {
        boolean self = list.kind() == ChecklistKind.SELF_CHECK;
        return new Paper(list.title(), list.title(), "")
                .titleOf(list)
                .fields(List.of(new Paper.Field("单位名称", ""), new Paper.Field(self ? "自查日期" : "检查日期", "　　　　年　　月　　日")))
                .items(list, Entry::open)
                .notesOf(list)
                .signatures(self ? byTheUnit() : byInspectors())
                .bytes();
    }

    private static List<Paper.SignedLine> byTheUnit() {
        return List.of(byHand("自查人员（签名）"), byHand("主要负责人（签名、盖章）"));
    }

    private static List<Paper.SignedLine> byInspectors() {
        return List.of(byHand("检查人员（签名）"), byHand("检查人员（签名）"), byHand("被检查单位负责人（签名、盖章）"), byHand("拒签或不在场的情况、见证人"));
    }

    /** A place to sign by hand. */
    public static Paper.SignedLine byHand(String who) {
        return new Paper.SignedLine(who, "＿＿＿＿＿＿＿＿＿＿＿＿　　　　　　年　　月　　日", null);
    }
}
