package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Saves what was found of earlier problems, like the cards of the items. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class EarlierController {

    private static final int LONGEST_REMARK = 500;

    private final EarlierProblems earlier;
    private final Sheets sheets;
    private final FormPage page;
    private final RecordPage record;

    EarlierController(EarlierProblems earlier, Sheets sheets, FormPage page, RecordPage record) {
        this.earlier = earlier;
        this.sheets = sheets;
        this.page = page;
        this.record = record;
    }

    @PostMapping("/inspections/{id}/earlier-problems/{hazard}")
    String save(
            @PathVariable long id,
            @PathVariable long hazard,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String remark = Texts.clean(request.getParameter("remark")).replace("\r\n", "\n");
        try {
            earlier.answer(
                    id,
                    hazard,
                    isPutRight(request),
                    Texts.optional("remark", remark, LONGEST_REMARK, "备注"),
                    AnswerController.number(request, "base"),
                    Keys.of(request.getParameter("key")),
                    caller);
        } catch (Settled settled) {
            return late(id, hazard, remark, settled, caller, request, response, model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return refused(id, hazard, remark, refusal.sentence(), caller, request, model);
        }
        if (!AnswerController.isBackground(request)) {
            return "redirect:/inspections/" + id + "#h" + hazard;
        }
        EarlierCard card = card(id, hazard, caller);
        response.setHeader("X-Saved-Version", String.valueOf(card.base()));
        return page.earlier(sheets.require(id, caller.scope()).inspection(), card, model);
    }

    private String refused(
            long id, long hazard, String remark, String why, Caller caller, HttpServletRequest request, Model model) {
        EarlierCard card = card(id, hazard, caller).refused(remark, why);
        Sheet sheet = sheets.require(id, caller.scope());
        return AnswerController.isBackground(request)
                ? page.earlier(sheet.inspection(), card, model)
                : page.wholeWithEarlier(sheet, caller, card, model);
    }

    private String late(
            long id,
            long hazard,
            String remark,
            Settled settled,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (AnswerController.isBackground(request)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return refused(id, hazard, remark, settled.sentence(), caller, request, model);
        }
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("以前的问题", Texts.clean(request.getParameter("state")).equals("NOT_PUT_RIGHT") ? "未整改" : "已整改");
        typed.put("备注", remark);
        return record.late(sheets.require(id, caller.scope()), caller, settled, typed, model, response);
    }

    private EarlierCard card(long id, long hazard, Caller caller) {
        Inspection inspection = sheets.require(id, caller.scope()).inspection();
        return EarlierCard.of(earlier.of(inspection, caller).require(hazard));
    }

    private static boolean isPutRight(HttpServletRequest request) {
        return switch (Texts.clean(request.getParameter("state"))) {
            case "PUT_RIGHT" -> true;
            case "NOT_PUT_RIGHT" -> false;
            default -> throw new Refusal("state", "还没有选择：请选已整改或未整改。");
        };
    }
}
