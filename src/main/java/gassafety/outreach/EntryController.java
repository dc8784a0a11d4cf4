package gassafety.outreach;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.outreach.Outreach.Entered;
import gassafety.outreach.Outreach.Row;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.NotNow;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which records are entered, corrected and voided. */
@Controller
@Reads(RecordKind.OUTREACH)
class EntryController {

    private static final String NEW = OutreachController.ADDRESS + "/new";
    private static final String ONE = OutreachController.ADDRESS + "/{id}";

    private static final FormField REASON =
            FormField.lines("reason", "理由", Outreach.LONGEST_REASON).needed();

    private final Outreach outreach;
    private final OutreachRecords records;
    private final OutreachForms forms;
    private final Today today;

    EntryController(Outreach outreach, OutreachRecords records, OutreachForms forms, Today today) {
        this.outreach = outreach;
        this.records = records;
        this.forms = forms;
        this.today = today;
    }

    @GetMapping(NEW)
    String choose(Caller caller, Model model) {
        OutreachRights.requireEnter(caller);
        model.addAttribute("kinds", OutreachRights.kinds(caller));
        return "outreach/kinds";
    }

    @GetMapping(NEW + "/{kind}")
    String blank(@PathVariable String kind, @RequestParam Map<String, String> sent, Caller caller, Model model) {
        String item = sent.getOrDefault("item", "");
        OutreachForm form = form(kind, item, caller);
        Map<String, String> content = new HashMap<>(Map.of("day", today.day().toString()));
        if (form.items().stream().anyMatch(option -> option.value().equals(item))) {
            content.put("item", item);
        }
        return show(form, form.sheet(), form.sheet().fill(content), OutreachForms.key(null), null, model);
    }

    @PostMapping(NEW + "/{kind}")
    String enter(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OutreachForm form = form(kind, String.valueOf(sent.getFirst("item")), caller);
        String key = OutreachForms.key(sent.getFirst("key"));
        Optional<Refusal> unread = takeList(form, sent, request);
        Typed typed = form.sheet().read(sent);
        unread.ifPresent(refusal -> typed.reject("people", refusal.sentence()));
        List<Row> rows = typed.isFine()
                ? forms.rows(form, typed, List.of(), OutreachForms.files(request, "files"), caller)
                : List.of();
        if (typed.isFine()) {
            try {
                Entered entered = outreach.enter(OutreachForms.sending(caller, key, request), rows);
                redirect.addFlashAttribute("done", done(entered));
                return "redirect:"
                        + (entered.ids().size() == 1
                                ? OutreachRecord.source(entered.ids().get(0)).address()
                                : OutreachController.ADDRESS + "?kind=" + form.kind());
            } catch (Refusal refusal) {
                OutreachForms.reject(typed, "", refusal);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(form, form.sheet(), typed, key, null, model);
    }

    @GetMapping(ONE + "/correction")
    String correction(@PathVariable long id, Caller caller, Model model) {
        OutreachRecord record = requireStanding(id, caller);
        OutreachForm form = correctionForm(record, caller);
        FormSheet sheet = withReason(form);
        Typed typed = sheet.fill(form.content(record, people(record)));
        return show(form, sheet, typed, OutreachForms.key(null), record, model);
    }

    @PostMapping(ONE + "/correction")
    String correct(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OutreachRecord record = require(id, caller);
        OutreachForm form = correctionForm(record, caller);
        FormSheet sheet = withReason(form);
        String key = OutreachForms.key(sent.getFirst("key"));
        Optional<Refusal> unread = takeList(form, sent, request);
        Typed typed = sheet.read(sent);
        unread.ifPresent(refusal -> typed.reject("people", refusal.sentence()));
        List<Row> rows = typed.isFine()
                ? forms.rows(form, typed, people(record), OutreachForms.files(request, "files"), caller)
                : List.of();
        if (typed.isFine()) {
            try {
                if (rows.size() > 1) {
                    throw new Refusal("party", "更正时只填一个平台。");
                }
                Entered entered = outreach.correct(
                        OutreachForms.sending(caller, key, request),
                        id,
                        rows.get(0).draft(),
                        rows.get(0).evidence(),
                        typed.text("reason"));
                redirect.addFlashAttribute("done", "已更正：原记录已作废，统计按更正后的记录。");
                return "redirect:" + OutreachRecord.source(entered.ids().get(0)).address();
            } catch (Refusal refusal) {
                OutreachForms.reject(typed, "", refusal);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(form, sheet, typed, key, record, model);
    }

    @GetMapping(ONE + "/voiding")
    String askVoiding(@PathVariable long id, Caller caller, Model model) {
        return showVoiding(requireStanding(id, caller), reasonSheet().fill(Map.of()), model);
    }

    @PostMapping(ONE + "/voiding")
    String voidRecord(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OutreachRecord record = require(id, caller);
        Typed typed = reasonSheet().read(sent);
        if (typed.isFine()) {
            try {
                outreach.voidRecord(id, caller, typed.text("reason"));
                redirect.addFlashAttribute("done", "已作废，不再计入统计。");
                return "redirect:" + record.getAddress();
            } catch (Refusal refusal) {
                OutreachForms.reject(typed, "", refusal);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return showVoiding(record, typed, model);
    }

    private static String done(Entered entered) {
        return entered.again() ? "这张表已经保存过，没有重复登记。" : "已登记 " + entered.ids().size() + " 条。";
    }

    private Optional<Refusal> takeList(
            OutreachForm form, MultiValueMap<String, String> sent, HttpServletRequest request) {
        try {
            if (form.kind() == OutreachKind.TRAINING) {
                forms.takeList(sent, request);
            }
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private OutreachForm form(String path, String item, Caller caller) {
        OutreachKind kind = OutreachKind.at(path).orElseThrow(NotFound::new);
        OutreachRights.requireEnter(caller, kind);
        return forms.form(kind, item, caller);
    }

    /** A reading stays with its item. */
    private OutreachForm correctionForm(OutreachRecord record, Caller caller) {
        return record.item() == null
                ? forms.form(record.kind(), "", caller)
                : forms.form(
                        record.kind(),
                        "",
                        caller,
                        List.of(new FormField.Option(record.item().toString(), record.title())));
    }

    private static FormSheet withReason(OutreachForm form) {
        return new FormSheet(List.of(
                new FormSheet.Group(form.kind().getLabel(), form.fields()),
                new FormSheet.Group("更正", List.of(REASON))));
    }

    private static FormSheet reasonSheet() {
        return new FormSheet(List.of(new FormSheet.Group("作废", List.of(REASON))));
    }

    private List<Attendee> people(OutreachRecord record) {
        return record.named() ? records.people(record.id()) : List.of();
    }

    private OutreachRecord require(long id, Caller caller) {
        OutreachRecord record = records.find(id, caller.scope()).orElseThrow(NotFound::new);
        OutreachRights.requireChange(caller, record);
        return record;
    }

    private OutreachRecord requireStanding(long id, Caller caller) {
        OutreachRecord record = require(id, caller);
        if (record.isVoided()) {
            throw new NotNow("这条记录已经作废，不能再更正或作废。", "作废理由：" + record.voidReason(), record.getAddress());
        }
        return record;
    }

    private static String show(
            OutreachForm form,
            FormSheet sheet,
            Typed typed,
            String key,
            @Nullable OutreachRecord corrected,
            Model model) {
        typed.show(model);
        model.addAttribute("kind", form.kind());
        model.addAttribute("sheet", sheet);
        model.addAttribute("key", key);
        model.addAttribute("corrected", corrected);
        return "outreach/form";
    }

    private static String showVoiding(OutreachRecord record, Typed typed, Model model) {
        typed.show(model);
        model.addAttribute("record", record);
        model.addAttribute("sheet", reasonSheet());
        return "outreach/voiding";
    }
}
