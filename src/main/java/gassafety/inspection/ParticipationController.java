package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who takes part, what the inspectors declare, and 现场普法, on the form of an inspection. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class ParticipationController {

    private static final Map<String, String> TYPED =
            Map.of("name", "参加人员", "organisation", "单位和职务", "reason", "回避理由", "leaflets", "发放份数", "materials", "材料名称");

    private final Participation participation;
    private final Colleagues colleagues;
    private final Sheets sheets;
    private final FormPage page;
    private final RecordPage record;

    ParticipationController(
            Participation participation, Colleagues colleagues, Sheets sheets, FormPage page, RecordPage record) {
        this.participation = participation;
        this.colleagues = colleagues;
        this.sheets = sheets;
        this.page = page;
        this.record = record;
    }

    @PostMapping("/inspections/{id}/participants")
    String name(
            @PathVariable long id, Caller caller, HttpServletRequest sent, HttpServletResponse response, Model model) {
        return done(
                id,
                caller,
                sent,
                response,
                model,
                () -> participation.name(
                        id,
                        Texts.clean(sent.getParameter("kind")),
                        Texts.clean(sent.getParameter("name")),
                        Texts.clean(sent.getParameter("organisation")),
                        Keys.of(sent.getParameter("key")),
                        caller));
    }

    @PostMapping("/inspections/{id}/participants/{participant}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long participant,
            Caller caller,
            HttpServletRequest sent,
            HttpServletResponse response,
            Model model) {
        return done(id, caller, sent, response, model, () -> participation.remove(id, participant, caller));
    }

    @PostMapping("/inspections/{id}/declarations")
    String declare(
            @PathVariable long id, Caller caller, HttpServletRequest sent, HttpServletResponse response, Model model) {
        return done(id, caller, sent, response, model, () -> participation.declare(id, caller));
    }

    @PostMapping("/inspections/{id}/withdrawals")
    String withdraw(
            @PathVariable long id, Caller caller, HttpServletRequest sent, HttpServletResponse response, Model model) {
        return done(
                id,
                caller,
                sent,
                response,
                model,
                () -> participation.withdraw(id, Texts.clean(sent.getParameter("reason")), caller));
    }

    @PostMapping("/inspections/{id}/inspectors")
    String join(
            @PathVariable long id, Caller caller, HttpServletRequest sent, HttpServletResponse response, Model model) {
        return done(
                id, caller, sent, response, model, () -> participation.join(id, colleague(id, caller, sent), caller));
    }

    @PostMapping("/inspections/{id}/camera")
    String wear(
            @PathVariable long id, Caller caller, HttpServletRequest sent, HttpServletResponse response, Model model) {
        return done(
                id,
                caller,
                sent,
                response,
                model,
                () -> participation.wear(id, Texts.clean(sent.getParameter("camera")), caller));
    }

    @PostMapping("/inspections/{id}/publicity")
    String publicise(
            @PathVariable long id, Caller caller, HttpServletRequest sent, HttpServletResponse response, Model model) {
        boolean background = AnswerController.isBackground(sent);
        try {
            participation.publicise(
                    id,
                    "YES".equals(sent.getParameter("held")),
                    Texts.clean(sent.getParameter("leaflets")),
                    Texts.clean(sent.getParameter("materials")),
                    Keys.of(sent.getParameter("key")),
                    caller);
        } catch (Settled settled) {
            if (!background) {
                return late(id, caller, settled, sent, response, model);
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("publicityRefused", settled.sentence());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("publicityRefused", refusal.sentence());
            model.addAttribute("typedLeaflets", Texts.clean(sent.getParameter("leaflets")));
            model.addAttribute("typedMaterials", Texts.clean(sent.getParameter("materials")));
            if (!background) {
                return page.whole(sheets.require(id, caller.scope()), caller, null, model);
            }
        }
        return background
                ? page.publicity(sheets.require(id, caller.scope()).inspection(), model)
                : "redirect:/inspections/" + id + "#publicity";
    }

    private Caller colleague(long id, Caller caller, HttpServletRequest sent) {
        Inspection inspection = sheets.require(id, caller.scope()).inspection();
        String chosen = Texts.clean(sent.getParameter("inspector"));
        return colleagues.of(caller, inspection.getCustody()).stream()
                .filter(person -> String.valueOf(person.accountId()).equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Refusal("inspector", "请选择增加的检查人员。"));
    }

    private String done(
            long id, Caller caller, HttpServletRequest sent, HttpServletResponse response, Model model, Runnable what) {
        try {
            what.run();
            return "redirect:/inspections/" + id + "#team";
        } catch (Settled settled) {
            return late(id, caller, settled, sent, response, model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("teamRefusal", refusal);
            model.addAttribute("typed", typed(sent));
            return page.whole(sheets.require(id, caller.scope()), caller, null, model);
        }
    }

    private String late(
            long id,
            Caller caller,
            Settled settled,
            HttpServletRequest sent,
            HttpServletResponse response,
            Model model) {
        Map<String, String> unwritten = new LinkedHashMap<>();
        TYPED.forEach((field, label) -> unwritten.put(label, Texts.clean(sent.getParameter(field))));
        return record.late(sheets.require(id, caller.scope()), caller, settled, unwritten, model, response);
    }

    private static Map<String, @Nullable String> typed(HttpServletRequest sent) {
        Map<String, @Nullable String> typed = new LinkedHashMap<>();
        for (String field : new String[] {"kind", "name", "organisation", "reason"}) {
            typed.put(field, Texts.clean(sent.getParameter(field)));
        }
        return typed;
    }
}
