package gassafety.selfcheck;

import gassafety.attachment.Attachments;
import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.Verdict;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.web.LikePattern;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
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

/** 企业自查: the list, the form that units fill in, what became of what they found, and the comparison with inspections. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class SelfCheckController {

    private static final String ADDRESS = "/selfchecks";
    private static final int LONGEST_WORDS = 500;
    private static final Sort NEWEST = Sort.by(Sort.Order.desc("startedOn"), Sort.Order.desc("id"));

    private static final ListWorkbook<SelfCheck> WORKBOOK = new ListWorkbook<>(
            "企业自查",
            List.of(
                    new Column<>("单位", 32, SelfCheck::getUnitName),
                    new Column<>("自查表", 36, SelfCheck::getChecklistTitle),
                    new Column<>("开始日期", 12, SelfCheck::getStartedOn),
                    new Column<>("提交日期", 12, SelfCheck::getSubmittedOn),
                    new Column<>("提交人", 12, SelfCheck::getSubmittedByName),
                    new Column<>("发现问题", 10, SelfCheck::getProblems),
                    new Column<>("未整改", 10, check -> (int) check.getOpenProblems()),
                    new Column<>("状态", 10, check -> check.getState().getLabel())));

    private final SelfChecks checks;
    private final SelfCheckWork work;
    private final Crosswalk crosswalk;
    private final SelfCheckPhotos photos;
    private final Attachments attachments;
    private final Today today;

    SelfCheckController(
            SelfChecks checks,
            SelfCheckWork work,
            Crosswalk crosswalk,
            SelfCheckPhotos photos,
            Attachments attachments,
            Today today) {
        this.photos = photos;
        this.attachments = attachments;
        this.checks = checks;
        this.work = work;
        this.crosswalk = crosswalk;
        this.today = today;
    }

    @GetMapping(ADDRESS)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            Caller caller,
            Model model) {
        Page<SelfCheck> found = checks.page(filter(q, state), caller.scope(), Pages.number(page), Pages.SIZE, NEWEST);
        model.addAttribute("checks", found.getContent());
        model.addAttribute("bar", Pages.bar(found));
        model.addAttribute("q", Pages.sought(q));
        model.addAttribute("state", state(state));
        model.addAttribute("states", SelfCheckState.values());
        model.addAttribute("own", !caller.isStaff());
        model.addAttribute("lists", caller.isStaff() ? List.of() : work.lists(work.own(caller)));
        return "selfcheck/selfchecks";
    }

    @GetMapping(ADDRESS + ".xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            Scope scope,
            HttpServletResponse response)
            throws IOException {
        WORKBOOK.send(response, row -> checks.each(filter(q, state), scope, NEWEST, row));
    }

    @PostMapping(ADDRESS)
    String begin(@RequestParam(defaultValue = "") String list, Caller caller) {
        SelfCheck inHand = work.require(work.begin(list, caller), caller);
        return "redirect:" + inHand.getAddress() + (inHand.getState() == SelfCheckState.DRAFT ? "/form" : "");
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

    @GetMapping(ADDRESS + "/{id}/form")
    String form(@PathVariable long id, Caller caller, Model model) {
        SelfCheck check = work.require(id, caller);
        check.mustBeWritableBy(caller);
        return form(check, SelfCheckForm.of(check), String.valueOf(check.getVersion()), null, model);
    }

    @PostMapping(ADDRESS + "/{id}/form")
    String write(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SelfCheck check = work.require(id, caller);
        check.mustBeWritableBy(caller);
        Checklist list = work.list(check);
        SelfCheckForm form = SelfCheckForm.read(sent, list, today.day());
        String version = sent.getOrDefault("version", "");
        boolean submit = "submit".equals(sent.get("do"));
        String problem = null;
        if (form.isFine()) {
            try {
                int seen = version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
                work.write(id, seen, form.answers(), submit, caller);
                redirect.addFlashAttribute("done", submit ? "已提交，等监管单位受理。" : "已保存，还没有提交。");
                return "redirect:" + check.getAddress();
            } catch (Refusal refusal) {
                problem = refusal.sentence();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(check, form, version, problem, model);
    }

    private String form(SelfCheck check, SelfCheckForm form, String version, @Nullable String problem, Model model) {
        model.addAttribute("check", check);
        model.addAttribute("list", work.list(check));
        model.addAttribute("form", form);
        model.addAttribute("version", version);
        model.addAttribute("problem", problem);
        model.addAttribute("verdicts", Verdict.values());
        return "selfcheck/form";
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

    private static Specification<SelfCheck> filter(String q, @Nullable String state) {
        String fragment = Pages.sought(q).toLowerCase(Locale.ROOT);
        SelfCheckState wanted = state(state);
        return (check, query, criteria) -> criteria.and(
                fragment.isEmpty()
                        ? criteria.conjunction()
                        : criteria.like(check.get("search"), LikePattern.containing(fragment), '\\'),
                wanted == null ? criteria.conjunction() : criteria.equal(check.get("state"), wanted));
    }

    private static @Nullable SelfCheckState state(@Nullable String name) {
        return Pages.choice("state", SelfCheckState.class, name);
    }
}
