package gassafety.inspection;

import gassafety.calendar.Deadlines;
import gassafety.checklist.Checklist;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the phone form and its cards show. */
@Component
class FormPage {

    /** Template of cards as a background request gets them. */
    static final String SAVED = "inspection/saved";

    private final VisitLists visit;
    private final Progress progress;
    private final Register register;
    private final EarlierProblems earlier;
    private final UnitPapers papers;
    private final VisitNumbers numbers;
    private final Deadlines deadlines;
    private final Photos photos;
    private final PhotoWork photoWork;
    private final Participation participation;
    private final Colleagues colleagues;
    private final SpotChecks spotChecks;

    FormPage(
            VisitLists visit,
            Progress progress,
            Register register,
            EarlierProblems earlier,
            UnitPapers papers,
            VisitNumbers numbers,
            Deadlines deadlines,
            Photos photos,
            PhotoWork photoWork,
            Participation participation,
            Colleagues colleagues,
            SpotChecks spotChecks) {
        this.visit = visit;
        this.progress = progress;
        this.register = register;
        this.earlier = earlier;
        this.papers = papers;
        this.numbers = numbers;
        this.deadlines = deadlines;
        this.photos = photos;
        this.photoWork = photoWork;
        this.participation = participation;
        this.colleagues = colleagues;
        this.spotChecks = spotChecks;
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
        choices(inspection, model);
        model.addAttribute("sheet", sheet);
        model.addAttribute("placeWanted", photoWork.isPlaceWanted());
        model.addAttribute("usualDue", deadlines.usualFix(inspection.getVisitDay()));
        model.addAttribute("cards", cards);
        model.addAttribute("earlier", known);
        model.addAttribute(
                "earlierCards",
                known.problems().stream()
                        .map(EarlierCard::of)
                        .map(card -> refusedEarlier != null && card.isAbout(refusedEarlier) ? refusedEarlier : card)
                        .toList());
        model.addAttribute("known", known(sheet.checklist(), known));
        model.addAttribute("papers", papersByItem(inspection, sheet.checklist()));
        onward(sheet, known, model);
        model.addAttribute("visitNumber", numbers.expected(inspection));
        team(sheet, caller, model);
        beside(sheet, model);
        addSpotChecks(inspection, model);
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

    /** One card, with what was typed when it could not be saved. */
    String card(Inspection inspection, Checklist checklist, Card card, Caller caller, Model model) {
        return cards(inspection, checklist, List.of(card), caller, model);
    }

    /** Some cards as they are saved. */
    String cards(Sheet sheet, Collection<Integer> positions, Caller caller, Model model) {
        List<Card> cards = positions.stream()
                .map(position -> Card.of(sheet.line(position), sheet.checklist()))
                .toList();
        return cards(sheet.inspection(), sheet.checklist(), cards, caller, model);
    }

    /**
     * Some cards, and the photos beside some items, as they are saved; a position the list doesn't have is left out.
     *
     * @param spotChecked whether with the 抽查明细
     */
    String news(
            Sheet sheet,
            List<Integer> cards,
            List<Integer> photographed,
            boolean spotChecked,
            Caller caller,
            Model model) {
        if (spotChecked) {
            addSpotChecks(sheet.inspection(), model);
        }
        model.addAttribute(
                "photographed",
                sheet.lines()
                        .filter(line -> photographed.contains(line.item().position()))
                        .toList());
        beside(sheet, model);
        return cards(sheet, cards, caller, model);
    }

    /** What the register says of a cylinder, as the model has it. */
    String found(Inspection inspection, Model model) {
        model.addAttribute("inspection", inspection);
        return "inspection/cylinders :: found";
    }

    /** The 抽查明细 for the request that changed it. */
    String spotChecks(Inspection inspection, Model model) {
        model.addAttribute("inspection", inspection);
        addSpotChecks(inspection, model);
        return "inspection/cylinders :: saved";
    }

    private void addSpotChecks(Inspection inspection, Model model) {
        if (SpotChecks.belongTo(inspection)) {
            model.addAttribute("cylinders", spotChecks.of(inspection));
        }
    }

    /** Whether the 抽查明细 is another than a page shows; who asks has read the inspection. */
    boolean spotChecksChanged(long id, int shown) {
        return spotChecks.saves(id) != shown;
    }

    /** Positions whose photos are others than a page shows; who asks has read the inspection. */
    List<Integer> photosChanged(long id, ShownPhotos shown) {
        Map<Integer, Set<Long>> standing = new HashMap<>();
        photos.places(PhotoWork.source(id))
                .forEach((photo, line) -> standing.computeIfAbsent(line, position -> new HashSet<>())
                        .add(photo));
        return shown.differing(standing);
    }

    private String cards(Inspection inspection, Checklist checklist, List<Card> cards, Caller caller, Model model) {
        choices(inspection, model);
        model.addAttribute("cards", cards);
        boolean problem = cards.stream().anyMatch(card -> card.shown().isNonconforming());
        model.addAttribute("known", problem ? known(checklist, earlier.of(inspection, caller)) : Map.of());
        model.addAttribute(
                "papers",
                cards.stream().anyMatch(card -> asksForPapers(checklist, card.item()))
                        ? papersByItem(inspection, checklist)
                        : Map.of());
        return SAVED;
    }

    /** The same for an earlier problem. */
    String earlier(Inspection inspection, EarlierCard card, Model model) {
        choices(inspection, model);
        model.addAttribute("card", card);
        return "inspection/earlier :: card(card=${card})";
    }

    /** The card of 现场普法. */
    String publicity(Inspection inspection, Model model) {
        choices(inspection, model);
        addPublicity(inspection, model);
        return "inspection/team :: publicity";
    }

    private void addPublicity(Inspection inspection, Model model) {
        model.addAttribute("publicity", participation.publicity(inspection.getId()));
        model.addAttribute("publicityKey", UUID.randomUUID().toString());
    }

    private void team(Sheet sheet, Caller caller, Model model) {
        Inspection inspection = sheet.inspection();
        addPublicity(inspection, model);
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
    private static Map<Integer, List<Earlier.Problem>> known(Checklist checklist, Earlier earlier) {
        Map<Integer, List<Earlier.Problem>> known = new HashMap<>();
        checklist.items().forEach(item -> {
            List<Earlier.Problem> open = earlier.openUnder(checklist, item.position());
            if (!open.isEmpty()) {
                known.put(item.position(), open);
            }
        });
        return known;
    }

    private Map<Integer, List<ExpiringPaper>> papersByItem(Inspection inspection, Checklist checklist) {
        Map<Integer, List<ExpiringPaper>> byItem = new HashMap<>();
        for (ExpiringPaper paper : papers.expiring(inspection.getUnitId(), inspection.getVisitDay())) {
            checklist.items().stream()
                    .filter(item -> ItemTraits.isAbout(paper.kind().name(), checklist, item))
                    .forEach(item -> byItem.computeIfAbsent(item.position(), none -> new ArrayList<>())
                            .add(paper));
        }
        return byItem;
    }

    private static boolean asksForPapers(Checklist checklist, ChecklistItem item) {
        return Arrays.stream(ExpiringPaper.Kind.values())
                .anyMatch(kind -> ItemTraits.isAbout(kind.name(), checklist, item));
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

    private static void choices(Inspection inspection, Model model) {
        model.addAttribute("inspection", inspection);
        model.addAttribute("verdicts", List.of(Verdict.values()));
        model.addAttribute("levels", List.of(Level.values()));
        model.addAttribute("handlings", List.of(Handling.values()));
    }
}
