package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Saves cards: a background request gets the card back, or only the version of it when it says that this is enough (RFC
 * 7240) and the item stands as it was sent; a plain form goes back to the page.
 */
@Controller
@Reads(RecordKind.INSPECTIONS)
class AnswerController {

    private static final String LITTLE = "return=minimal";

    private final Answering answering;
    private final Sheets sheets;
    private final FormPage page;
    private final RecordPage record;

    AnswerController(Answering answering, Sheets sheets, FormPage page, RecordPage record) {
        this.answering = answering;
        this.sheets = sheets;
        this.page = page;
        this.record = record;
    }

    @PostMapping("/inspections/{id}/answers/{position}")
    @Nullable
    String save(
            @PathVariable long id,
            @PathVariable int position,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AnswerForm form = new AnswerForm(request::getParameter);
        try {
            Answering.Saved saved = answering.save(id, position, form, caller);
            if (!isBackground(request)) {
                return back(id, position);
            }
            response.setHeader("X-Saved-Version", String.valueOf(saved.answer().version()));
            if (saved.asSent() && LITTLE.equals(request.getHeader("Prefer"))) {
                response.setHeader("Preference-Applied", LITTLE);
                response.setHeader("X-Saved-At", saved.answer().savedText());
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return null;
            }
            return page.cards(sheets.require(id, caller.scope()), List.of(position), caller, model);
        } catch (InvalidAnswer invalid) {
            InspectionStatus now =
                    sheets.require(id, caller.scope()).inspection().getStatus();
            return now.isTakingAnswers()
                    ? refused(id, position, form, null, caller, request, response, model)
                    : late(id, position, form, new Settled(now), caller, request, response, model);
        } catch (Settled settled) {
            return late(id, position, form, settled, caller, request, response, model);
        } catch (Refusal refusal) {
            return refused(id, position, form, refusal.sentence(), caller, request, response, model);
        }
    }

    @PostMapping("/inspections/{id}/answers/{position}/choice")
    String choose(
            @PathVariable long id,
            @PathVariable int position,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AnswerForm form = new AnswerForm(request::getParameter);
        try {
            answering.choose(id, position, number(request, "choice"), number(request, "seen"), form.key(), caller);
        } catch (Settled settled) {
            return late(id, position, form, settled, caller, request, response, model);
        }
        if (!isBackground(request)) {
            return back(id, position);
        }
        return page.cards(sheets.require(id, caller.scope()), List.of(position), caller, model);
    }

    /**
     * The cards that were saved by anyone after the versions that a page shows, and the photos beside items where they
     * differ from those that it shows; nothing when there are none.
     *
     * @param seen positions with their versions: 4-1.17-3
     * @param shots positions with the ids of their photos: 4-101.4-102; null when the page doesn't say
     * @param cylinders how many saves of the 抽查明细 the page shows; null when it has none
     */
    @GetMapping("/inspections/{id}/answers")
    @Nullable
    String news(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(required = false) @Nullable String shots,
            @RequestParam(required = false) @Nullable String cylinders,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!isBackground(request)) {
            return "redirect:/inspections/" + id;
        }
        List<Integer> newer = answering.newerThan(Seen.read(seen), id, caller);
        List<Integer> changed = shots == null ? List.of() : page.photosChanged(id, ShownPhotos.read(shots));
        boolean spotChecked = cylinders != null && page.spotChecksChanged(id, number(request, "cylinders"));
        if (newer.isEmpty() && changed.isEmpty() && !spotChecked) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return page.news(sheets.require(id, caller.scope()), newer, changed, spotChecked, caller, model);
    }

    private String refused(
            long id,
            int position,
            AnswerForm form,
            @Nullable String sentence,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sheet sheet = sheets.require(id, caller.scope());
        Card card = Card.of(sheet.line(position), sheet.checklist()).refused(form, sentence);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return isBackground(request)
                ? page.card(sheet.inspection(), sheet.checklist(), card, caller, model)
                : page.whole(sheet, caller, card, model);
    }

    /** A background request gets its card back with the reason, a plain form the record with what was typed. */
    private String late(
            long id,
            int position,
            AnswerForm form,
            Settled settled,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (isBackground(request)) {
            refused(id, position, form, settled.sentence(), caller, request, response, model);
            response.setStatus(HttpStatus.CONFLICT.value());
            return FormPage.SAVED;
        }
        Sheet sheet = sheets.require(id, caller.scope());
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("检查项目", "第 " + sheet.line(position).item().printedNo() + " 项");
        typed.putAll(form.typed().labelled());
        return record.late(sheet, caller, settled, typed, model, response);
    }

    static boolean isBackground(HttpServletRequest request) {
        return "fetch".equals(request.getHeader("X-Requested-With")) || request.getHeader("HX-Request") != null;
    }

    private static String back(long id, int position) {
        return "redirect:/inspections/" + id + "#p" + position;
    }

    static int number(HttpServletRequest request, String name) {
        String sent = Texts.clean(request.getParameter(name));
        return sent.matches("[0-9]{1,6}") ? Integer.parseInt(sent) : 0;
    }
}
