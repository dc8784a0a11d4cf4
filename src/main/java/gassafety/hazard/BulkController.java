package gassafety.hazard;

import static java.nio.charset.StandardCharsets.UTF_8;

import gassafety.checklist.Checklist;
import gassafety.desk.ListActions;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentForm;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** What is done with several hazards that were ticked in the list. */
@Controller
@Reads(RecordKind.HAZARDS)
class BulkController {

    private static final int MOST = 200;
    private static final int MOST_NUMBERS = 20;
    private static final int LONGEST = 500;

    private static final FormSheet SHEET = new FormSheet(List.of(new FormSheet.Group(
            "催办", List.of(FormField.lines("saying", "催办意见", LONGEST).needed()))));

    private final Urging urging;
    private final Ledger ledger;
    private final ListActions actions;

    BulkController(Urging urging, Ledger ledger, ListActions actions) {
        this.urging = urging;
        this.ledger = ledger;
        this.actions = actions;
    }

    @GetMapping(BulkActs.REMINDER)
    String ask(
            @RequestParam @Nullable List<String> hazard,
            @RequestParam(defaultValue = "") String back,
            Caller caller,
            Model model) {
        requireUrge(caller);
        List<Hazard> chosen = chosen(hazard, caller);
        if (chosen.stream().noneMatch(one -> one.getState().isOpen())) {
            throw new Refusal("勾选的隐患都已结束，不需要催办。");
        }
        return show(chosen, SHEET.fill(Map.of()), UUID.randomUUID(), back, model);
    }

    @PostMapping(BulkActs.REMINDER)
    String urge(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireUrge(caller);
        List<Hazard> chosen = chosen(sent.get("hazard"), caller);
        Typed typed = SHEET.read(sent);
        UUID key = key(sent.getFirst("key"));
        String back = ListAddress.checked(sent.getFirst("back"));
        if (typed.isFine()) {
            try {
                List<Long> ids = chosen.stream().map(Hazard::getId).toList();
                urging.urge(ids, typed.text("saying"), key, SentForm.digest(request), caller);
                redirect.addFlashAttribute("done", "已催办 " + chosen.size() + " 条隐患");
                return "redirect:" + back;
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(chosen, typed, key, back, model);
    }

    /** Leads to the page on which the inspection of the units of these hazards is ordered, with their numbers. */
    @GetMapping(BulkActs.INSPECTION)
    String inspection(@RequestParam @Nullable List<String> hazard, Caller caller) {
        List<Hazard> chosen = chosen(hazard, caller);
        String units = chosen.stream()
                .map(one -> String.valueOf(one.getEnterpriseId()))
                .distinct()
                .collect(Collectors.joining(","));
        String role = role(chosen).map(name -> "role=" + name + "&").orElse("");
        return actions.of("/enterprises?" + role + "only=" + units, caller).stream()
                .findFirst()
                .map(action -> "redirect:" + action.address() + "&note=" + UriUtils.encode(note(chosen), UTF_8))
                .orElseThrow(() -> new Forbidden("检查任务由专班办公室、县局特设股和市局有关科室下达。"));
    }

    /** The officers of every unit read the same note: numbers stand in it only when all are of one county. */
    private static String note(List<Hazard> chosen) {
        if (chosen.stream()
                        .map(one -> one.getNumber().replaceAll("-.*", ""))
                        .distinct()
                        .count()
                > 1) {
            return "逐条核查本单位还没有销号的隐患。";
        }
        List<String> numbers =
                chosen.stream().map(Hazard::getNumber).limit(MOST_NUMBERS).toList();
        return "核查隐患：" + String.join("、", numbers) + (chosen.size() > MOST_NUMBERS ? " 等 " + chosen.size() + " 条" : "")
                + "。";
    }

    /** The kind of unit that most of these were found at. */
    private Optional<String> role(List<Hazard> chosen) {
        Map<String, Long> roles = chosen.stream()
                .flatMap(one -> ledger.lists().stream()
                        .filter(list -> list.code().equals(one.getOrigin().getChecklistCode())))
                .collect(Collectors.groupingBy(Checklist::role, Collectors.counting()));
        return roles.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private String show(List<Hazard> chosen, Typed typed, UUID key, String back, Model model) {
        Standing standing = ledger.standing();
        Map<Long, LedgerRow.Known> known =
                ledger.known(chosen.stream().map(Hazard::getId).toList());
        typed.show(model);
        model.addAttribute("sheet", SHEET);
        model.addAttribute("key", key);
        model.addAttribute("back", ListAddress.checked(back));
        model.addAttribute(
                "rows",
                chosen.stream()
                        .map(hazard -> LedgerRow.of(
                                hazard, standing, known.getOrDefault(hazard.getId(), LedgerRow.Known.NOTHING)))
                        .toList());
        return "hazard/reminder";
    }

    private static void requireUrge(Caller caller) {
        if (!BulkActs.mayUrge(caller)) {
            throw new Forbidden("催办由专班办公室和县局特设股办理。");
        }
    }

    private List<Hazard> chosen(@Nullable List<String> sent, Caller caller) {
        if (sent == null || sent.isEmpty()) {
            throw new Refusal("请先在列表中勾选隐患。");
        }
        if (sent.size() > MOST) {
            throw new Refusal("一次最多办理 " + MOST + " 条隐患。");
        }
        List<Long> ids = new ArrayList<>();
        for (String id : sent) {
            if (id == null || !id.matches("[0-9]{1,18}")) {
                throw new NotFound();
            }
            ids.add(Long.valueOf(id));
        }
        return urging.require(ids, caller);
    }

    private static UUID key(@Nullable String sent) {
        try {
            return UUID.fromString(String.valueOf(sent));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
