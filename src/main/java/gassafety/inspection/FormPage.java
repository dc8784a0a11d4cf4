package gassafety.inspection;

import gassafety.calendar.Deadlines;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.ItemTraits;
import gassafety.checklist.Verdict;
import gassafety.evidence.Photos;
import gassafety.office.Caller;
import gassafety.register.ExpiringPaper;
import gassafety.register.Register;
import gassafety.register.UnitPapers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the phone form and its cards show. */
@Component
class FormPage {

    /** Template of cards with the bar and the chips. */
    static final String SAVED = "inspection/saved";

    private final VisitLists visit;
    private final Progress progress;
    private final Register register;
    private final EarlierProblems earlier;
    private final UnitPapers papers;
    private final VisitNumbers numbers;
    private final Deadlines deadlines;
    private final Photos photos;
    private final Participation participation;
    private final Colleagues colleagues;

    FormPage(
            VisitLists visit,
            Progress progress,
            Register register,
            EarlierProblems earlier,
            UnitPapers papers,
            VisitNumbers numbers,
            Deadlines deadlines,
            Photos photos,
            Participation participation,
            Colleagues colleagues) {
        this.visit = visit;
        this.progress = progress;
        this.register = register;
        this.earlier = earlier;
        this.papers = papers;
        this.numbers = numbers;
        this.deadlines = deadlines;
        this.photos = photos;
        this.participation = participation;
        this.colleagues = colleagues;
    }

    /** @param refused a card that could not be saved, to be shown as it was typed; or null */
    String whole(Sheet sheet, Caller caller, @Nullable Card refused, Model model) {
        model.addAttribute("refused", refused);
        return whole(sheet, caller, refused, null, model);
    }

    /** @param refused an earlier problem whose answer could not be saved */
    String wholeWithEarlier(Sheet sheet, Caller caller, EarlierCard refused, Model model) {
        return whole(sheet, caller, null, refused, model);
    }

    private String whole(
            Sheet sheet, Caller caller, @Nullable Card refused, @Nullable EarlierCard refusedEarlier, Model model) {
        Map<Integer, Card> cards = new LinkedHashMap<>();
        sheet.lines().forEach(line -> cards.put(line.item().position(), Card.of(line, sheet.checklist())));
        if (refused != null) {
            cards.put(refused.position(), refused);
        }
        Inspection inspection = sheet.inspection();
        Earlier known = earlier.of(inspection, caller);
        frame(sheet, model);
        model.addAttribute("cards", cards);
        model.addAttribute("earlier", known);
        model.addAttribute(
                "earlierCards",
                known.problems().stream()
                        .map(EarlierCard::of)
                        .map(card -> refusedEarlier != null && card.isAbout(refusedEarlier) ? refusedEarlier : card)
                        .toList());
        model.addAttribute("known", known(sheet, known));
        model.addAttribute("papers", papersByItem(sheet));
        onward(sheet, known, model);
        model.addAttribute("visitNumber", numbers.expected(inspection));
        team(sheet, caller, model);
        beside(sheet, model);
        List<Inspection> lists = visit.of(inspection, caller.scope());
        model.addAttribute("lists", lists);
        model.addAttribute("progress", progress.of(lists));
        model.addAttribute("people", register.responsiblePeople(inspection.getUnitId()));
        model.addAttribute(
                "warnings",
                inspection.getActiveInspectors().stream()
                        .flatMap(inspector ->
                                inspector
                                        .warnings(
                                                inspection.getVisitDay(),
                                                sheet.checklist().field())
                                        .stream())
                        .toList());
        return "inspection/form";
    }

    /** One card with the bar and the chips, as a background request gets it. */
    String card(Sheet sheet, Card card, Caller caller, Model model) {
        return cards(sheet, List.of(card), caller, model);
    }

    /** Some cards as they are saved, in the same way. */
    String cards(Sheet sheet, Collection<Integer> positions, Caller caller, Model model) {
        return cards(
                sheet,
                positions.stream()
                        .map(position -> Card.of(sheet.line(position), sheet.checklist()))
                        .toList(),
                caller,
                model);
    }

    private String cards(Sheet sheet, List<Card> cards, Caller caller, Model model) {
        frame(sheet, model);
        model.addAttribute("cards", cards);
        boolean asked = sheet.getFirstUnanswered() == null
                || cards.stream().anyMatch(card -> card.shown().isNonconforming());
        Earlier known = asked ? earlier.of(sheet.inspection(), caller) : Earlier.NONE;
        model.addAttribute("known", known(sheet, known));
        model.addAttribute(
                "papers",
                cards.stream().anyMatch(card -> asksForPapers(sheet, card.item())) ? papersByItem(sheet) : Map.of());
        onward(sheet, known, model);
        return SAVED;
    }

    /** The same for an earlier problem. */
    String earlier(Sheet sheet, Caller caller, EarlierCard card, Model model) {
        frame(sheet, model);
        model.addAttribute("card", card);
        onward(sheet, earlier.of(sheet.inspection(), caller), model);
        return "inspection/earlier-saved";
    }

    /** The card of 现场普法 with the bar and the chips. */
    String publicity(Sheet sheet, Caller caller, Model model) {
        frame(sheet, model);
        publicity(sheet, model);
        onward(sheet, earlier.of(sheet.inspection(), caller), model);
        return "inspection/publicity-saved";
    }

    private void publicity(Sheet sheet, Model model) {
        model.addAttribute(
                "publicity", participation.publicity(sheet.inspection().getId()));
        model.addAttribute("publicityKey", UUID.randomUUID().toString());
    }

    private void team(Sheet sheet, Caller caller, Model model) {
        Inspection inspection = sheet.inspection();
        publicity(sheet, model);
        model.addAttribute("participants", participation.of(inspection.getId()));
        model.addAttribute("participantKinds", Participant.Kind.values());
        model.addAttribute("participantKey", UUID.randomUUID().toString());
        model.addAttribute(
                "undeclared",
                inspection.getActiveInspectors().stream()
                        .anyMatch(inspector ->
                                inspector.getAccountId() == caller.accountId() && !inspector.isDeclared()));
        model.addAttribute(
                "joinable",
                inspection.getInspectors().stream().noneMatch(Inspector::isWithdrawn)
                        ? List.of()
                        : colleagues.of(caller, inspection.getCustody()).stream()
                                .filter(person -> inspection.getInspectors().stream()
                                        .noneMatch(inspector -> inspector.getAccountId() == person.accountId()))
                                .toList());
    }

    /** Where the way on leads: the next item, then earlier problems without an answer; nowhere when all is answered. */
    private static void onward(Sheet sheet, Earlier known, Model model) {
        Integer item = sheet.getFirstUnanswered();
        List<Earlier.Problem> open = known.getUnanswered();
        if (item != null) {
            model.addAttribute("onward", "#p" + item);
        } else if (!open.isEmpty()) {
            model.addAttribute("onward", "#h" + open.get(0).hazard().id());
        }
    }

    /** The open hazards under each item. */
    private static Map<Integer, List<Earlier.Problem>> known(Sheet sheet, Earlier earlier) {
        Map<Integer, List<Earlier.Problem>> known = new HashMap<>();
        sheet.checklist().items().forEach(item -> {
            List<Earlier.Problem> open = earlier.openUnder(sheet.checklist(), item.position());
            if (!open.isEmpty()) {
                known.put(item.position(), open);
            }
        });
        return known;
    }

    private Map<Integer, List<ExpiringPaper>> papersByItem(Sheet sheet) {
        Inspection inspection = sheet.inspection();
        Map<Integer, List<ExpiringPaper>> byItem = new HashMap<>();
        for (ExpiringPaper paper : papers.expiring(inspection.getUnitId(), inspection.getVisitDay())) {
            sheet.checklist().items().stream()
                    .filter(item -> ItemTraits.isAbout(paper.kind().name(), sheet.checklist(), item))
                    .forEach(item -> byItem.computeIfAbsent(item.position(), none -> new ArrayList<>())
                            .add(paper));
        }
        return byItem;
    }

    private static boolean asksForPapers(Sheet sheet, ChecklistItem item) {
        return Arrays.stream(ExpiringPaper.Kind.values())
                .anyMatch(kind -> ItemTraits.isAbout(kind.name(), sheet.checklist(), item));
    }

    /** The photos beside one card. */
    String photos(Sheet sheet, int position, Model model) {
        model.addAttribute("inspection", sheet.inspection());
        model.addAttribute("line", sheet.line(position));
        beside(sheet, model);
        return "inspection/photos :: photos";
    }

    private void beside(Sheet sheet, Model model) {
        model.addAttribute("photos", PhotosByItem.of(photos, sheet.inspection().getId()));
        model.addAttribute(
                "needPhoto",
                sheet.checklist().items().stream()
                        .filter(item -> ItemTraits.needsPhoto(sheet.checklist(), item))
                        .map(ChecklistItem::position)
                        .collect(Collectors.toSet()));
    }

    private void frame(Sheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("inspection", sheet.inspection());
        model.addAttribute(
                "usualDue",
                deadlines
                        .due("HAZARD_FIX", sheet.inspection().getVisitDay())
                        .day()
                        .toString());
        model.addAttribute("verdicts", List.of(Verdict.values()));
        model.addAttribute("levels", List.of(Level.values()));
        model.addAttribute("handlings", List.of(Handling.values()));
    }
}
