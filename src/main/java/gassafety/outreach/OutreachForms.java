package gassafety.outreach;

import gassafety.office.Caller;
import gassafety.office.OfficeKind;
import gassafety.outreach.Outreach.Evidence;
import gassafety.outreach.Outreach.Row;
import gassafety.outreach.Outreach.Sending;
import gassafety.web.FormField.Option;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** Makes drafts of what people type. */
@Component
class OutreachForms {

    private static final String COUNTED_TWICE = "填写了名单的，人数按名单计，请把人数留空；没有名单的才填人数。";

    private static final int ITEMS = 100;
    private static final int SHOWN_FAULTS = 20;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_OUTLET = 100;

    private final OutreachRecords records;
    private final Outreach outreach;
    private final NameList names;

    OutreachForms(OutreachRecords records, Outreach outreach, NameList names) {
        this.records = records;
        this.outreach = outreach;
        this.names = names;
    }

    /** @param item a piece or product that is offered even when it is not among the latest; empty for none */
    OutreachForm form(OutreachKind kind, String item, Caller caller) {
        return form(kind, "", caller, kind == OutreachKind.VIEWS ? items(item, caller) : List.of());
    }

    private List<Option> items(String item, Caller caller) {
        List<Option> items = new ArrayList<>(items(caller));
        if (item.matches("[0-9]{1,18}")
                && items.stream().noneMatch(option -> option.value().equals(item))) {
            records.find(Long.parseLong(item), caller.scope())
                    .filter(found -> Outreach.isReadBy(caller, found))
                    .ifPresent(found -> items.add(new Option(item, label(found))));
        }
        return items;
    }

    OutreachForm form(OutreachKind kind, String at, Caller caller, List<Option> items) {
        boolean municipal = caller.office().bureau().getKind() == OfficeKind.MUNICIPAL_BUREAU;
        return new OutreachForm(kind, at, municipal, items);
    }

    List<Option> items(Caller caller) {
        return records.items(caller, ITEMS).stream()
                .map(item -> new Option(String.valueOf(item.id()), label(item)))
                .toList();
    }

    private static String label(OutreachRecord item) {
        String title = item.title();
        String shown = title.codePointCount(0, title.length()) <= LONGEST_LABEL
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
        return item.party().isEmpty() ? shown : shown + "（" + item.party() + "）";
    }

    /**
     * The rows that a form says whose fields are fine, each checked; what is wrong is put beside its field.
     *
     * @param known people whose masked ID numbers may be repeated
     * @param evidence files that belong to each of the rows
     */
    List<Row> rows(OutreachForm form, Typed typed, List<Attendee> known, List<Evidence> evidence, Caller caller) {
        NameList.Result list = names.read(typed.text(form.at() + "people"), known);
        list.faults().stream().limit(SHOWN_FAULTS).forEach(fault -> typed.reject(form.at() + "people", fault));
        if (list.faults().size() > SHOWN_FAULTS) {
            typed.reject(form.at() + "people", "名单另有 " + (list.faults().size() - SHOWN_FAULTS) + " 处需要更正。");
        }
        boolean named = !list.people().isEmpty() || !list.faults().isEmpty();
        if (named && !typed.text(form.at() + "quantity").isEmpty()) {
            typed.reject(form.at() + "quantity", COUNTED_TWICE);
        }
        if (!typed.isFine(form.at() + "people") || !typed.isFine(form.at() + "quantity")) {
            return List.of();
        }
        List<Row> rows = form.drafts(typed, list.people()).stream()
                .map(draft -> new Row(form.at(), draft, evidence))
                .toList();
        for (Row row : rows) {
            try {
                requireShort(row.draft());
                outreach.check(caller, row.draft());
            } catch (Refusal refusal) {
                reject(typed, form.at(), refusal);
            }
        }
        return rows;
    }

    private static void requireShort(Draft draft) {
        if (draft.party().codePointCount(0, draft.party().length()) > LONGEST_OUTLET) {
            throw new Refusal("party", "每个平台的名称不能超过 " + LONGEST_OUTLET + " 个字。");
        }
    }

    static void reject(Typed typed, String at, Refusal refusal) {
        typed.reject(refusal.getField() == null ? null : at + refusal.getField(), refusal.sentence());
    }

    /** Puts the list of an uploaded workbook where it would have been pasted. */
    void takeList(MultiValueMap<String, String> sent, HttpServletRequest request) {
        for (Evidence file : files(request, "list")) {
            sent.set("people", names.text(file.bytes()));
        }
    }

    static List<Evidence> files(HttpServletRequest request, String field) {
        MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        return parts == null
                ? List.of()
                : parts.getFiles(field).stream()
                        .filter(file -> !file.isEmpty())
                        .map(OutreachForms::evidence)
                        .toList();
    }

    private static Evidence evidence(MultipartFile file) {
        try {
            String name = file.getOriginalFilename();
            return new Evidence(name == null ? "" : name, file.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Sending sending(Caller caller, String key, HttpServletRequest request) {
        return new Sending(caller, key, SentForm.digest(request));
    }

    /** The key of the form, a new one when it has none of ours. */
    static String key(@Nullable String sent) {
        try {
            return UUID.fromString(sent == null ? "" : sent).toString();
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID().toString();
        }
    }
}
