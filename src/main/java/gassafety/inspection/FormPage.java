package gassafety.inspection;

import gassafety.calendar.Deadlines;
import gassafety.checklist.ChecklistItem;
import gassafety.checklist.ItemTraits;
import gassafety.checklist.Verdict;
import gassafety.evidence.Photos;
import gassafety.hazard.HazardLedger;
import gassafety.office.Caller;
import gassafety.register.Register;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the phone form and its cards show. */
@Component
class FormPage {

    /** Template of cards with the bar and the chips. */
    static final String SAVED = "inspection/saved";

    private final Register register;
    private final HazardLedger hazards;
    private final Deadlines deadlines;
    private final Photos photos;

    FormPage(Register register, HazardLedger hazards, Deadlines deadlines, Photos photos) {
        this.register = register;
        this.hazards = hazards;
        this.deadlines = deadlines;
        this.photos = photos;
    }

    /** @param refused a card that could not be saved, to be shown as it was typed; or null */
    String whole(Sheet sheet, Caller caller, @Nullable Card refused, Model model) {
        Map<Integer, Card> cards = new LinkedHashMap<>();
        sheet.lines().forEach(line -> cards.put(line.item().position(), Card.of(line, sheet.checklist())));
        if (refused != null) {
            cards.put(refused.position(), refused);
        }
        Inspection inspection = sheet.inspection();
        frame(sheet, model);
        model.addAttribute("cards", cards);
        model.addAttribute("refused", refused);
        beside(sheet, model);
        model.addAttribute("people", register.responsiblePeople(inspection.getUnitId()));
        model.addAttribute("openHazards", hazards.openOf(inspection.getUnitId(), caller.scope()));
        model.addAttribute(
                "warnings",
                inspection.getInspectors().stream()
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
    String card(Sheet sheet, Card card, Model model) {
        return cards(sheet, List.of(card), model);
    }

    /** Some cards as they are saved, in the same way. */
    String cards(Sheet sheet, Collection<Integer> positions, Model model) {
        return cards(
                sheet,
                positions.stream()
                        .map(position -> Card.of(sheet.line(position), sheet.checklist()))
                        .toList(),
                model);
    }

    private String cards(Sheet sheet, List<Card> cards, Model model) {
        frame(sheet, model);
        model.addAttribute("cards", cards);
        return SAVED;
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
