package gassafety.selfcheck;

import gassafety.attachment.Attachments;
import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A self-check as it was handed in: its acceptance, what became of what the unit found, and how inspections saw it. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class SelfCheckRecordController {

    private static final String ADDRESS = SelfCheckController.ADDRESS;
    private static final int LONGEST_WORDS = 500;

    private final SelfCheckWork work;
    private final Crosswalk crosswalk;
    private final SelfCheckPhotos photos;
    private final Attachments attachments;
    private final Today today;

    SelfCheckRecordController(
            SelfCheckWork work, Crosswalk crosswalk, SelfCheckPhotos photos, Attachments attachments, Today today) {
        this.work = work;
        this.crosswalk = crosswalk;
        this.photos = photos;
        this.attachments = attachments;
        this.today = today;
    }

    @GetMapping(ADDRESS + "/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        return show(work.require(id, caller), null, caller, model);
    }

    private String show(SelfCheck check, @Nullable String problem, Caller caller, Model model) {
        boolean accepts = SelfCheck.mayAccept(caller);
        List<Crosswalk.Compared> compared = caller.isStaff() ? crosswalk.compare(check, caller.scope()) : List.of();
        model.addAttribute("check", check);
        model.addAttribute("list", work.list(check));
        model.addAttribute("today", today.day());
        model.addAttribute("problem", problem);
        model.addAttribute("photos", photos.of(check));
        model.addAttribute("shows", check.isOwnOf(caller));
        model.addAttribute("writes", check.isOwnOf(caller) && check.getState() == SelfCheckState.DRAFT);
        model.addAttribute("fixes", check.isOwnOf(caller) && check.getState() == SelfCheckState.ACCEPTED);
        model.addAttribute("accepts", accepts && check.getState() == SelfCheckState.SUBMITTED);
        model.addAttribute("handsOver", accepts && check.getState() == SelfCheckState.ACCEPTED);
        model.addAttribute("compared", compared);
        model.addAttribute(
                "contradicted",
                compared.stream().filter(Crosswalk.Compared::contradicted).count());
        return "selfcheck/selfcheck";
    }

    private interface Act {
        void run();
    }

    private String done(
            long id,
            String words,
            Act act,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SelfCheck check = work.require(id, caller);
        try {
            act.run();
            redirect.addFlashAttribute("done", words);
            return "redirect:" + check.getAddress();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(check, refusal.sentence(), caller, model);
        }
    }

    @PostMapping(ADDRESS + "/{id}/acceptance")
    String accept(
            @PathVariable long id,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(id, "已受理。", () -> work.accept(id, caller), caller, model, response, redirect);
    }

    @PostMapping(ADDRESS + "/{id}/rejection")
    String giveBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                id,
                "已退回企业修改。",
                () -> work.giveBack(id, checked(reason, "理由"), caller),
                caller,
                model,
                response,
                redirect);
    }

    @PostMapping(ADDRESS + "/{id}/items/{position}/photos")
    String addPhotos(
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                id, "照片已保存。", () -> work.show(id, position, chosen(files), caller), caller, model, response, redirect);
    }

    @GetMapping(ADDRESS + "/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, Caller caller) {
        return attachments.read(work.require(id, caller).source(), file).answer();
    }

    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files;
    }

    @PostMapping(ADDRESS + "/{id}/items/{position}/fixing")
    String fix(
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                id,
                "已登记整改。",
                () -> work.fix(id, position, checked(note, "整改情况"), chosen(files), caller),
                caller,
                model,
                response,
                redirect);
    }

    @PostMapping(ADDRESS + "/{id}/items/{position}/hazard")
    String handOver(
            @PathVariable long id,
            @PathVariable int position,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(id, "已转入隐患台账。", () -> work.handOver(id, position, caller), caller, model, response, redirect);
    }

    private static String checked(String words, String what) {
        if (words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            throw new Refusal(what + "不能超过 " + LONGEST_WORDS + " 个字。");
        }
        return words;
    }
}
