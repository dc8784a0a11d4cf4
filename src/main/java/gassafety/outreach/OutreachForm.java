package gassafety.outreach;

import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a kind of record is entered with.
 *
 * @param at what the names of the fields begin with, so that one page can hold many of them
 * @param municipal whether the bureau may issue 指导性文件
 * @param items pieces and products whose views can be read
 */
record OutreachForm(OutreachKind kind, String at, boolean municipal, List<Option> items) {

    private static final int TITLE = 200;
    private static final int PARTY = 100;
    private static final int NUMBER = 60;
    private static final int BASIS = 300;
    private static final int DIGITS = 9;
    private static final int OUTLETS = 1_000;
    private static final int LIST = 30_000;

    List<FormField> fields() {
        return switch (kind) {
            case TRAINING ->
                List.of(
                        day("培训日期"),
                        title("培训内容"),
                        choice("培训对象"),
                        party("地点或组织单位"),
                        FormField.lines(at + "people", "名单", LIST)
                                .hint("每行一人：姓名 单位 身份证号，可从表格中粘贴；没有身份证号的按姓名和单位去重。身份证号只存散列值。"),
                        quantity("人数").hint("没有名单时填写，按人数累加，不能去重；有名单时不填"));
            case HAND_OUT -> List.of(day("发放日期"), title("材料名称"), quantity("份数").needed(), party("发放对象"));
            case TRAINING_CLASS ->
                List.of(
                        FormField.day(at + "since", "开始日期").hint("连续几天的一个班计一个；当天结束的可不填"),
                        day("结束日期"),
                        title("培训班名称"),
                        party("地点"));
            case MEDIA ->
                List.of(
                        day("发布日期"),
                        title("稿件标题"),
                        choice("媒体类别"),
                        FormField.lines(at + "party", "发布平台", OUTLETS).needed().hint("每行一个平台，每个平台计一篇次"),
                        FormField.tick(at + "repost", "本单位转载已发布的稿件，不计入"));
            case EVENT ->
                List.of(
                        day("活动日期"),
                        title("活动名称"),
                        party("地点"),
                        quantity("覆盖人数").hint("估计值，计入第40项"),
                        FormField.text(at + "basis", "估计依据", BASIS).hint("填写了人数的必填，如签到表、发放份数"));
            case PRODUCT -> List.of(day("发布日期"), title("产品名称"), choice("形式"));
            case VIEWS ->
                List.of(
                        FormField.oneOf(at + "item", "宣传报道或宣传产品", items)
                                .needed()
                                .hint(items.isEmpty() ? "本单位还没有登记宣传报道或宣传产品，请先登记" : ""),
                        day("读数日期"),
                        quantity("浏览量").needed());
            case DOCUMENT_ISSUED ->
                List.of(day("印发日期"), title("文件标题"), number("文号").needed(), choice("文件类别"));
            case DOCUMENT_RECEIVED -> List.of(day("收文日期"), title("文件标题"), number("文号"), choice("发文层级"), party("发文机关"));
            case TASK_FORCE -> List.of(day("成立日期"), title("专班名称"), number("成立文件文号"));
            case PLEDGE ->
                List.of(day("发布日期"), title("名称"), choice("形式"), party("行业协会").needed());
        };
    }

    FormSheet sheet() {
        return new FormSheet(List.of(new FormSheet.Group(kind.getLabel(), fields())));
    }

    /** Content of the form for a record that is to be corrected. */
    Map<String, String> content(OutreachRecord record, List<Attendee> people) {
        Map<String, String> content = new HashMap<>();
        put(content, "since", record.since() == null ? "" : record.since().toString());
        put(content, "day", record.day().toString());
        put(content, "title", record.title());
        put(content, "party", record.party());
        put(content, "number", record.number());
        put(content, "choice", record.choice() == null ? "" : record.choice().name());
        put(content, "basis", record.basis());
        put(content, "repost", record.repost() ? Typed.YES : "");
        put(content, "item", record.item() == null ? "" : record.item().toString());
        boolean counted = !record.named() && (record.quantity() > 0 || kind == OutreachKind.VIEWS);
        put(content, "quantity", counted ? String.valueOf(record.quantity()) : "");
        List<String> lines = new ArrayList<>();
        people.forEach(one -> lines.add((one.name() + "\t" + one.employer() + "\t" + one.masked()).strip()));
        put(content, "people", String.join("\n", lines));
        return content;
    }

    private void put(Map<String, String> content, String field, String value) {
        if (!value.isEmpty()) {
            content.put(at + field, value);
        }
    }

    /**
     * What was typed, which must be fine; one draft, or for a media piece one for each outlet.
     *
     * @param people from the name list
     */
    List<Draft> drafts(Typed typed, List<Attendee> people) {
        Draft draft = new Draft(
                kind,
                typed.day(at + "since"),
                Objects.requireNonNull(typed.day(at + "day")),
                title(typed),
                typed.text(at + "party"),
                typed.text(at + "number"),
                typed.one(at + "choice", Choice.class),
                people.isEmpty() ? typed.whole(at + "quantity") : people.size(),
                typed.text(at + "basis"),
                typed.ticked(at + "repost"),
                item(typed.text(at + "item")),
                people);
        if (kind != OutreachKind.MEDIA) {
            return List.of(draft);
        }
        return draft.party()
                .lines()
                .map(String::strip)
                .filter(outlet -> !outlet.isEmpty())
                .distinct()
                .map(draft::party)
                .toList();
    }

    /** A reading is called after what it is of. */
    private String title(Typed typed) {
        return kind == OutreachKind.VIEWS
                ? items.stream()
                        .filter(option -> option.value().equals(typed.text(at + "item")))
                        .map(Option::label)
                        .findFirst()
                        .orElseThrow()
                : typed.text(at + "title");
    }

    private static @Nullable Long item(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private FormField day(String label) {
        return FormField.day(at + "day", label).needed();
    }

    private FormField title(String label) {
        return FormField.text(at + "title", label, TITLE).needed();
    }

    private FormField party(String label) {
        return FormField.text(at + "party", label, PARTY);
    }

    private FormField number(String label) {
        return FormField.text(at + "number", label, NUMBER);
    }

    private FormField quantity(String label) {
        return FormField.whole(at + "quantity", label, DIGITS);
    }

    private FormField choice(String label) {
        return FormField.oneOf(at + "choice", label, Choice.of(kind, municipal)).needed();
    }
}
