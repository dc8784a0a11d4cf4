package gassafety.outreach;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.outreach.Outreach.Entered;
import gassafety.outreach.Outreach.Evidence;
import gassafety.outreach.Outreach.Row;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 按月登记: a month's worth of several kinds on one page, entered whole or not at all. */
@Controller
@Reads(RecordKind.OUTREACH)
class MonthController {

    static final String ADDRESS = OutreachController.ADDRESS + "/month";

    private static final String FILES = "files";
    private static final int ROWS = 2;
    private static final int MORE = 3;
    private static final int MOST = 20;

    private final Outreach outreach;
    private final OutreachForms forms;

    MonthController(Outreach outreach, OutreachForms forms) {
        this.outreach = outreach;
        this.forms = forms;
    }

    /**
     * The rows of one kind.
     *
     * @param used whether something was typed in one of them
     */
    record Section(OutreachKind kind, FormSheet sheet, boolean used) {}

    @GetMapping(ADDRESS)
    String blank(Caller caller, Model model) {
        OutreachRights.requireEnter(caller);
        List<OutreachForm> lines = lines(ROWS, caller);
        Typed typed = sheet(lines, Map.of()).fill(Map.of());
        return show(lines, typed, ROWS, OutreachForms.key(null), model);
    }

    @PostMapping(ADDRESS)
    String enter(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OutreachRights.requireEnter(caller);
        String key = OutreachForms.key(sent.getFirst("key"));
        int count = count(sent.getFirst("rows"));
        if (sent.containsKey("more")) {
            int more = Math.min(MOST, count + MORE);
            List<OutreachForm> lines = lines(more, caller);
            return show(lines, sheet(lines, Map.of()).fill(kept(lines, sent)), more, key, model);
        }
        List<OutreachForm> lines = lines(count, caller);
        List<OutreachForm> used =
                lines.stream().filter(line -> isUsed(line, sent)).toList();
        Typed typed = sheet(lines, sent).read(sent);
        Map<OutreachForm, List<Evidence>> evidence = new HashMap<>();
        lines.forEach(line -> evidence.put(line, OutreachForms.files(request, line.at() + FILES)));
        lines.stream()
                .filter(line -> !used.contains(line)
                        && !evidence.getOrDefault(line, List.of()).isEmpty())
                .forEach(line -> typed.reject(line.at() + FILES, row(line) + " 只选了佐证材料，还没有填写。"));
        used.stream()
                .filter(line -> line.kind() == OutreachKind.PLEDGE
                        && evidence.getOrDefault(line, List.of()).isEmpty())
                .forEach(line -> typed.reject(line.at() + FILES, row(line) + "：" + Outreach.WITHOUT_PLEDGE));
        if (used.isEmpty()) {
            typed.reject(null, "还没有填写任何一行。");
        }
        List<Row> rows = new ArrayList<>();
        used.stream()
                .filter(line -> line.fields().stream().allMatch(field -> typed.isFine(field.name())))
                .forEach(line -> rows.addAll(
                        forms.rows(line, typed, List.of(), evidence.getOrDefault(line, List.of()), caller)));
        if (typed.isFine()) {
            try {
                Entered entered = outreach.enter(OutreachForms.sending(caller, key, request), rows);
                long bare =
                        rows.stream().filter(row -> row.evidence().isEmpty()).count();
                redirect.addFlashAttribute(
                        "done",
                        entered.again()
                                ? "这张表已经保存过，没有重复登记。"
                                : "已登记 " + entered.ids().size() + " 条。"
                                        + (bare == 0 ? "" : "其中 " + bare + " 条没有佐证材料，请在各条记录的页面补充。"));
                return "redirect:" + OutreachController.ADDRESS + (bare == 0 ? "" : "?evidence=none");
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(lines, typed, count, key, model);
    }

    private List<OutreachForm> lines(int count, Caller caller) {
        List<Option> items = forms.items(caller);
        List<OutreachForm> lines = new ArrayList<>();
        for (OutreachKind kind : OutreachKind.values()) {
            if (OutreachRights.mayEnter(caller, kind)) {
                for (int number = 1; number <= count; number++) {
                    lines.add(forms.form(kind, kind.getPath() + "-" + number + "-", caller, items));
                }
            }
        }
        return lines;
    }

    /** Every field of the page, called after its row; those of rows in which nothing was typed need nothing. */
    private static FormSheet sheet(List<OutreachForm> lines, Map<String, List<String>> sent) {
        return new FormSheet(lines.stream()
                .map(line -> group(
                        line,
                        fields(line)
                                .map(field -> field(row(line) + " 的" + field.label(), field, isUsed(line, sent)))
                                .toList()))
                .toList());
    }

    private static Stream<FormField> fields(OutreachForm line) {
        return Stream.concat(line.fields().stream(), Stream.of(FormField.files(line.at() + FILES, "佐证材料")));
    }

    private static FormSheet.Group group(OutreachForm line, List<FormField> fields) {
        return new FormSheet.Group(row(line), fields);
    }

    private static String row(OutreachForm line) {
        return line.kind().getLabel() + " " + line.at().replaceAll("[^0-9]", "");
    }

    private static FormField field(String label, FormField field, boolean used) {
        return new FormField(
                field.name(),
                label,
                field.kind(),
                field.longest(),
                used && field.required(),
                field.hint(),
                field.options());
    }

    private static boolean isUsed(OutreachForm line, Map<String, List<String>> sent) {
        return line.fields().stream()
                .flatMap(field -> sent.getOrDefault(field.name(), List.of()).stream())
                .anyMatch(value -> !value.isBlank());
    }

    private static Map<String, String> kept(List<OutreachForm> lines, MultiValueMap<String, String> sent) {
        Map<String, String> kept = new HashMap<>();
        lines.forEach(line -> line.fields().forEach(field -> {
            String value = sent.getFirst(field.name());
            if (value != null) {
                kept.put(field.name(), value);
            }
        }));
        return kept;
    }

    private static int count(@Nullable String rows) {
        return rows != null && rows.matches("[0-9]{1,2}")
                ? Math.max(ROWS, Math.min(MOST, Integer.parseInt(rows)))
                : ROWS;
    }

    private static String show(List<OutreachForm> lines, Typed typed, int count, String key, Model model) {
        typed.show(model);
        model.addAttribute(
                "sections",
                Stream.of(OutreachKind.values())
                        .map(kind -> section(kind, lines, typed))
                        .filter(section -> !section.sheet().groups().isEmpty())
                        .toList());
        model.addAttribute("rows", count);
        model.addAttribute("full", count == MOST);
        model.addAttribute("key", key);
        return "outreach/month";
    }

    private static Section section(OutreachKind kind, List<OutreachForm> lines, Typed typed) {
        List<OutreachForm> own =
                lines.stream().filter(line -> line.kind() == kind).toList();
        boolean used = own.stream()
                .flatMap(line -> line.fields().stream())
                .anyMatch(field -> !typed.text(field.name()).isEmpty());
        return new Section(kind, shown(own), used);
    }

    /** No row needs anything as long as it is empty. */
    private static FormSheet shown(List<OutreachForm> lines) {
        return new FormSheet(lines.stream()
                .map(line -> group(
                        line,
                        fields(line)
                                .map(field -> field(field.label(), field, false))
                                .toList()))
                .toList());
    }
}
