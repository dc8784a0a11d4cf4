package gassafety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * A page with one form: shows it, and does what was asked when the form is sent.
 *
 * @param action address that the form is sent to
 * @param back address of the record that the form belongs to
 * @param held what the record holds now; a field that it does not name is not part of the record, like the reason
 * @param version of the record now; -1 for a new one
 */
public record FormPage(
        String title, String action, String back, FormSheet sheet, Map<String, String> held, int version) {

    public static final int NEW = -1;

    /** The empty form, or the form with what the record holds. */
    public String show(Model model) {
        return show(sheet.fill(held), version, model);
    }

    /**
     * Does what was asked for; otherwise shows the form again with what was typed, or both versions side by side when
     * someone changed the record since the form was opened.
     *
     * @param check puts messages beside fields
     * @param act does it and returns the address to go on to
     */
    public String submit(
            MultiValueMap<String, String> sent,
            Consumer<Typed> check,
            Function<Typed, String> act,
            Model model,
            HttpServletResponse response) {
        Typed typed = sheet.read(sent);
        int seen = versionIn(sent);
        if (seen != version) {
            return conflict(typed, model, response);
        }
        check.accept(typed);
        if (typed.isFine()) {
            try {
                return "redirect:" + act.apply(typed);
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            } catch (Stale stale) {
                return conflict(typed, model, response);
            } catch (DataIntegrityViolationException twice) {
                typed.reject(null, "刚刚已有相同的记录保存，请返回列表核对后再提交。");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(typed, seen, model);
    }

    /** Both versions side by side, for the person to choose field by field. */
    public String conflict(Typed typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        List<FormSheet.Difference> differences = sheet.differences(held, typed.content()).stream()
                .filter(difference -> held.containsKey(difference.field().name()))
                .toList();
        Map<String, String> same = new LinkedHashMap<>(typed.content());
        differences.forEach(difference -> same.remove(difference.field().name()));
        model.addAttribute("differences", differences);
        model.addAttribute("same", same);
        return show(typed, version, "web/conflict", model);
    }

    private String show(Typed typed, int shownVersion, Model model) {
        return show(typed, shownVersion, "web/form", model);
    }

    private String show(Typed typed, int shownVersion, String template, Model model) {
        typed.show(model);
        model.addAttribute("page", this);
        model.addAttribute("version", shownVersion);
        return template;
    }

    private static int versionIn(MultiValueMap<String, String> sent) {
        String version = sent.getFirst("version");
        return version != null && version.matches("-1|[0-9]{1,9}") ? Integer.parseInt(version) : Integer.MIN_VALUE;
    }
}
