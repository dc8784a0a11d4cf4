package gassafety.outreach;

import gassafety.attachment.Attachments;
import gassafety.campaign.Campaigns;
import gassafety.desk.RecordSlot;
import gassafety.journal.Journal;
import gassafety.journal.TimelineEntry;
import gassafety.office.Caller;
import gassafety.office.OfficeGroup;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.outreach.Outreach.Evidence;
import gassafety.outreach.OutreachRecords.Total;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of outreach and the page of each record. */
@Controller
@Reads(RecordKind.OUTREACH)
class OutreachController {

    static final String ADDRESS = "/outreach";

    static final ListWorkbook<OutreachRecord> WORKBOOK = new ListWorkbook<>(
            "宣传培训",
            List.of(
                    new Column<>("类别", 18, record -> record.kind().getLabel()),
                    new Column<>("日期", 12, OutreachRecord::day),
                    new Column<>("名称", 48, OutreachRecord::title),
                    new Column<>(
                            "细类",
                            28,
                            record -> record.choice() == null
                                    ? null
                                    : record.choice().getLabel()),
                    new Column<>("文号", 22, OutreachRecord::number),
                    new Column<>("平台、协会、地点", 28, OutreachRecord::party),
                    new Column<>("数量", 12, record -> record.quantity() == 0 ? null : record.quantity()),
                    new Column<>("估计依据", 28, OutreachRecord::basis),
                    new Column<>("登记单位", 16, OutreachRecord::officeName),
                    new Column<>("登记人", 12, OutreachRecord::byName),
                    new Column<>("佐证", 8, record -> record.evidenced() ? "有" : "无"),
                    new Column<>("作废理由", 28, OutreachRecord::voidReason)));

    private final Outreach outreach;
    private final OutreachRecords records;
    private final Attachments attachments;
    private final Journal journal;
    private final Offices offices;
    private final Campaigns campaigns;

    OutreachController(
            Outreach outreach,
            OutreachRecords records,
            Attachments attachments,
            Journal journal,
            Offices offices,
            Campaigns campaigns) {
        this.outreach = outreach;
        this.records = records;
        this.attachments = attachments;
        this.journal = journal;
        this.offices = offices;
        this.campaigns = campaigns;
    }

    /** A figure on top of the list. */
    record Figure(String label, String count, String address, boolean chosen) {}

    @GetMapping(ADDRESS)
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        OutreachFilter filter = OutreachFilter.of(sent);
        String path = path(filter, caller.scope());
        Map<OutreachKind, Total> totals = records.totals(filter, path);
        long all = totals.values().stream().mapToLong(Total::records).sum();
        Total chosen = filter.kind() == null ? null : totals.get(filter.kind());
        long total = filter.kind() == null ? all : chosen == null ? 0 : chosen.records();
        Page<OutreachRecord> page = records.page(filter, path, Pages.number(sent.get("page")), total);
        model.addAttribute("filter", filter);
        model.addAttribute("figures", figures(filter, totals, all));
        model.addAttribute("sum", sum(chosen));
        model.addAttribute("records", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("workbook", filter.address(ADDRESS + ".xlsx"));
        model.addAttribute("kinds", OutreachKind.values());
        model.addAttribute("offices", OfficeGroup.of(offices.below(scopePath(caller.scope()))));
        model.addAttribute("mayEnter", OutreachRights.mayEnter(caller));
        return "outreach/list";
    }

    @GetMapping(ADDRESS + ".xlsx")
    void workbook(@RequestParam Map<String, String> sent, Scope scope, HttpServletResponse response)
            throws IOException {
        OutreachFilter filter = OutreachFilter.of(sent);
        String path = path(filter, scope);
        WORKBOOK.send(response, row -> records.each(filter, path, row));
    }

    @GetMapping(ADDRESS + "/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        return show(id, caller, null, model);
    }

    @PostMapping(ADDRESS + "/{id}/evidence")
    String addEvidence(
            @PathVariable long id,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Evidence> files = OutreachForms.files(request, "files");
        try {
            outreach.addEvidence(id, caller, files);
            redirect.addFlashAttribute("done", "已补充佐证 " + files.size() + " 个文件。");
            return "redirect:" + OutreachRecord.source(id).address();
        } catch (Refusal refusal) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(id, caller, refusal.sentence(), model);
        }
    }

    private String show(long id, Caller caller, @Nullable String fault, Model model) {
        OutreachRecord record = require(id, caller.scope());
        boolean mayChange = OutreachRights.mayChange(caller, record);
        model.addAttribute("record", record);
        model.addAttribute("people", record.named() ? records.people(id) : List.of());
        model.addAttribute("files", attachments.of(record.source()));
        model.addAttribute("readings", record.kind().isViewed() ? records.readings(id) : List.of());
        model.addAttribute("entries", shortened(journal.timeline(record.source())));
        model.addAttribute("actions", mayChange ? actions(record) : List.of());
        model.addAttribute("mayAddEvidence", OutreachRights.mayAddEvidence(caller, record));
        model.addAttribute("fault", fault);
        if (!record.isVoided()) {
            LocalDate firstDay = campaigns.on(record.day()).firstDay();
            model.addAttribute("tooEarlyFor", record.day().isBefore(firstDay) ? firstDay : null);
            model.addAttribute(
                    "countedBefore",
                    record.kind() == OutreachKind.TASK_FORCE
                            ? records.taskForceBefore(record, firstDay).orElse(null)
                            : null);
        }
        return "outreach/record";
    }

    @GetMapping(ADDRESS + "/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, Scope scope) {
        return attachments.read(require(id, scope).source(), file).answer();
    }

    private static List<RecordSlot.Action> actions(OutreachRecord record) {
        List<RecordSlot.Action> actions = new ArrayList<>();
        if (record.kind().isViewed() && !record.repost()) {
            actions.add(new RecordSlot.Action("登记浏览量", ADDRESS + "/new/views?item=" + record.id()));
        }
        actions.add(new RecordSlot.Action("更正", record.getAddress() + "/correction"));
        actions.add(new RecordSlot.Action("作废", record.getAddress() + "/voiding"));
        return actions;
    }

    /** The people of a list are one step of the history, not one each. */
    private static List<TimelineEntry> shortened(List<TimelineEntry> entries) {
        List<TimelineEntry> shortened = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            TimelineEntry before = shortened.isEmpty() ? null : shortened.get(shortened.size() - 1);
            boolean same = before != null
                    && before.act() == entry.act()
                    && before.sign() == entry.sign()
                    && before.recordedAt().equals(entry.recordedAt());
            if (!same) {
                shortened.add(entry);
            }
        }
        return shortened;
    }

    private static List<Figure> figures(OutreachFilter filter, Map<OutreachKind, Total> totals, long all) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("全部", String.valueOf(all), filter.only(null).address(ADDRESS), filter.kind() == null));
        Arrays.stream(OutreachKind.values())
                .filter(kind -> totals.containsKey(kind) || kind == filter.kind())
                .forEach(kind -> {
                    Total total = totals.get(kind);
                    figures.add(new Figure(
                            kind.getLabel(),
                            String.valueOf(total == null ? 0 : total.records()),
                            filter.only(kind).address(ADDRESS),
                            kind == filter.kind()));
                });
        return figures;
    }

    /** What the quantities of the chosen kind add up to; of views no sum is told, for readings are never added. */
    private static @Nullable String sum(@Nullable Total chosen) {
        return chosen == null || chosen.quantity() == 0 || chosen.kind() == OutreachKind.VIEWS
                ? null
                : chosen.quantity() + " " + chosen.kind().getUnit()
                        + (chosen.kind() == OutreachKind.TRAINING ? "（未去重）" : "");
    }

    /** Path of the office that the filter names, when it is within the scope, else of the scope. */
    private String path(OutreachFilter filter, Scope scope) {
        return offices.pathOf(filter.office()).filter(scope::covers).orElseGet(() -> scopePath(scope));
    }

    private static String scopePath(Scope scope) {
        return String.valueOf(scope.officePath());
    }

    private OutreachRecord require(long id, Scope scope) {
        return records.find(id, scope).orElseThrow(NotFound::new);
    }
}
